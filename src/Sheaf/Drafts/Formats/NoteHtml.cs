using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Sheaf.Drafts.Model;
using Sheaf.Formulas;
using Sheaf.Languages;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// The editor's Markdown as HTML. It may quote whatever somebody sent, so HTML in it is text, its links lead to the web or to a mailbox,
/// and its pictures become links: a page that is handed on must not tell others when it is read.
/// </summary>
internal static class NoteHtml
{
    /// <summary>Longer notes are shown as plain text: the time for links that nothing closes grows with the square of the length.</summary>
    private const int Longest = 16_000;

    /// <summary>Below the title of a paper.</summary>
    private const int HeadingLevel = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseMathematics().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>What stands below a paper: its note, or a sentence of its abstract, marked as one; null where there is neither.</summary>
    public static Html? Below(DraftEntry entry, DraftLanguage language, PageFormulas formulas) => entry switch
    {
        { Note: { } note } => From(note, formulas),
        { Suggestion: { } sentence } => Suggested(TexHtml.From(PaperText.LineOf(sentence) ?? "", formulas), language),
        _ => null,
    };

    private static Html Suggested(Html sentence, DraftLanguage language) =>
        $"""<p class="suggested"><em class="mark">{language.Page.Suggested}</em> {sentence}</p>""";

    /// <summary>A heading of the curated list: the looks of its words without a paragraph of their own.</summary>
    public static Html FromHeading(string line, PageFormulas formulas)
    {
        var html = From(line, formulas).ToString().TrimEnd('\n');
        var isParagraph = html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal);
        return isParagraph && html.LastIndexOf("<p>", StringComparison.Ordinal) == 0 ? Html.Trusted(html[3..^4]) : $"{NoteText.Of(line)}";
    }

    /// <summary>The words of a heading without their looks.</summary>
    public static string WordsOfHeading(string line)
    {
        var text = NoteText.Of(line);
        return PlainLine.Of(Parse(text) is null ? text : Markdig.Markdown.ToPlainText(text, Pipeline));
    }

    /// <summary>Paragraphs, lists, quotations, code; no headings higher than those of a paper.</summary>
    public static Html From(string note, PageFormulas formulas)
    {
        var text = NoteText.Of(note);
        return Parse(text) is { } document ? Html.Trusted(Render(document, formulas)) : Html.Lines(Paragraphs(text).Select(Paragraph));
    }

    private static string[] Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Html Paragraph(string text) => $"<p>{text}</p>";

    private static MarkdownDocument? Parse(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Its way to say that elements lie too deep in one another.
            return null;
        }
    }

    private static string Render(MarkdownDocument document, PageFormulas formulas)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = HeadingLevel;
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new Links());
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new Addresses());
        FormulaRenderers.Use(renderer, formulas);
        renderer.Render(document);
        // A character that was written by its number is there only now.
        var html = NoteText.Of(writer.ToString());
        return html.EndsWith('\n') ? html[..^1] : html;
    }

    /// <summary>Where a link leads; null where it would lead elsewhere than to the web or a mailbox, and within another link.</summary>
    private static string? Target(Inline link, string? address) =>
        !IsInsideLink(link) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto)
            ? uri.AbsoluteUri
            : null;

    private static bool IsInsideLink(Inline inline) => inline.Parent is { } parent && (parent is LinkInline || IsInsideLink(parent));

    /// <summary>The renderer's own <c>Write</c> would take an interpolated string for text, and encode nothing.</summary>
    private static HtmlRenderer WriteHtml(this HtmlRenderer renderer, Html html) => renderer.Write(html.ToString());

    private static HtmlRenderer OpenLink(this HtmlRenderer renderer, string target) =>
        renderer.WriteHtml($"""<a href="{target}" rel="noreferrer">""");

    /// <summary>Links, and pictures, which are links to themselves. What leads nowhere is only its words.</summary>
    private sealed class Links : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            if (Target(obj, obj.Url) is not { } target)
            {
                renderer.WriteChildren(obj);
                return;
            }

            renderer.OpenLink(target);
            if (obj.FirstChild is null)
            {
                renderer.WriteEscape(target);
            }

            renderer.WriteChildren(obj);
            renderer.Write("</a>");
        }
    }

    /// <summary>Addresses in angle brackets.</summary>
    private sealed class Addresses : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            if (Target(obj, obj.IsEmail ? $"mailto:{obj.Url}" : obj.Url) is { } target)
            {
                renderer.OpenLink(target).WriteEscape(obj.Url);
                renderer.Write("</a>");
            }
            else
            {
                renderer.WriteEscape(obj.Url);
            }
        }
    }
}

/// <summary>The editor's words as text of several lines: spaces and line breaks stay, what is invisible or no character goes.</summary>
internal static class NoteText
{
    public static string Of(string note) => InvisibleCharacters.Remove(note, tab: "    ");
}

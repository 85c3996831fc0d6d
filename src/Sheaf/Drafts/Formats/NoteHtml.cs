using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// The editor's Markdown as HTML. It may quote whatever somebody sent, so HTML in it is text, its links lead to the web or to a mailbox, and
/// its pictures become links: a page that is handed on must not tell others when it is read.
/// </summary>
internal static class NoteHtml
{
    /// <summary>Longer notes are shown as plain text: the time for links that are never closed grows with the square of the length.</summary>
    private const int Longest = 16_000;

    /// <summary>Below the title of a paper.</summary>
    private const int HeadingLevel = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseMathematics().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>Paragraphs, lists, quotations, code; no headings higher than those of a paper.</summary>
    public static string Of(string note)
    {
        var text = NoteText.Of(note);
        return Parse(text) is { } document ? Render(document) : Plain(text);
    }

    /// <summary>A heading of the curated list: the looks of its words without a paragraph of their own.</summary>
    public static string OfHeading(string line)
    {
        var html = Of(line).TrimEnd('\n');
        var words = html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : null;
        return words is null || words.Contains("<p>", StringComparison.Ordinal) ? HtmlText.Of(NoteText.Of(line)) : words;
    }

    /// <summary>The words of a heading without their looks.</summary>
    public static string WordsOfHeading(string line)
    {
        var text = NoteText.Of(line);
        return PlainLine.Of(Parse(text) is null ? text : Markdig.Markdown.ToPlainText(text, Pipeline));
    }

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

    private static string Render(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = HeadingLevel;
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new NoteLinks());
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new NoteAddresses());
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new NoteMath());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new NoteFormulas());
        renderer.Render(document);
        // A character that was written by its number is there only now.
        return NoteText.Of(writer.ToString());
    }

    private static string Plain(string text)
    {
        var html = new HtmlText();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Raw("<p>").Text(paragraph).Raw("</p>\n");
        }

        return html.ToString();
    }
}

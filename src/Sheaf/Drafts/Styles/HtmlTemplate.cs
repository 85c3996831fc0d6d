using System.Buffers;
using System.Collections;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Formulas;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// A person's own page: a Liquid template in HTML. Whatever it prints of a paper or a list is text and never becomes markup, whichever
/// filters and variables it went through; only the page's own parts, which Sheaf made, are HTML, where the filter <c>raw</c> is given.
/// </summary>
internal sealed partial class HtmlTemplate
{
    private readonly LiquidText _liquid;
    private readonly int _namesShown;

    private HtmlTemplate(TemplateSource source, int namesShown)
    {
        (_liquid, _namesShown) = (new LiquidText(source), namesShown);
        if (Running().Match(source.Text) is { Success: true } running)
        {
            throw source.At(
                source.Text.AsSpan(0, running.Groups["field"].Index).Count('\n') + 1,
                "A field within a script, a style, an event's attribute or a javascript: address could run: take it out of there");
        }
    }

    /// <summary>Reads and checks a template.</summary>
    /// <exception cref="BadInputException">It cannot be used, or has a field where text could run.</exception>
    /// <inheritdoc cref="TemplateFile.Read"/>
    public static HtmlTemplate Read(string file, int namesShown) => new(TemplateFile.Read(file), namesShown);

    /// <summary>The page, ending with one newline. Equal drafts give equal text.</summary>
    /// <exception cref="BadInputException">The template cannot be used.</exception>
    public string Render(Draft draft) =>
        HtmlMarks.Resolve(_liquid.Render(HtmlFields.Of(draft, _namesShown), typeof(HtmlFilters))).TrimEnd() + "\n";

    /// <summary>Where text is more than text, however it is escaped.</summary>
    [GeneratedRegex(
        @"<(?<name>script|style)\b(?:(?!</\k<name>)[\s\S])*?(?<field>\{[{%])"
        + @"|\son[a-z]+\s*=\s*(""[^""]*?|'[^']*?|[^\s>""']*?)(?<field>\{[{%])"
        + @"|javascript:[^""'>]*?(?<field>\{[{%])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Running();
}

/// <summary>
/// Text on its way through a template: the five characters that mean something to HTML are other ones there, which no template has, and
/// become references to characters at the end. So no filter has to know what it is given.
/// </summary>
internal static class HtmlMarks
{
    private const string Markup = "<>&\"'";

    /// <summary>In place of those of data, and of those of the page's own parts: of Unicode's private use.</summary>
    private const char OfData = '\ue000', OfParts = '\ue010';

    private static readonly SearchValues<char> Private = SearchValues.Create(
        string.Concat(Enumerable.Range(OfData, 0x20).Select(code => (char)code)));

    private static readonly SearchValues<char> Unsafe = SearchValues.Create(
        Markup + string.Concat(Enumerable.Range(OfData, 0x20).Select(code => (char)code)));

    /// <summary>Text that is data.</summary>
    public static string Data(string text) => Put(text, OfData);

    /// <summary>HTML that Sheaf made.</summary>
    public static string Part(Html html) => Put(html.ToString(), OfParts);

    /// <summary>The page's own parts as the HTML that they are; data stays data.</summary>
    public static string Raw(string text) => Take(text, OfParts, at => Markup[at].ToString());

    /// <summary>As it was before, of either kind.</summary>
    public static string Plain(string text) => Take(Raw(text), OfData, at => Markup[at].ToString());

    /// <summary>What is still marked, as references to characters.</summary>
    public static string Resolve(string text) => Take(Take(text, OfData, Reference), OfParts, Reference);

    private static string Reference(int at) => Markup[at] switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        _ => "&#39;",
    };

    private static string Put(string text, char first)
    {
        if (!text.AsSpan().ContainsAny(Unsafe))
        {
            return text;
        }

        var marked = text.ToCharArray();
        for (var at = 0; at < marked.Length; at++)
        {
            marked[at] = Private.Contains(marked[at]) ? '\ufffd'
                : Markup.IndexOf(marked[at]) is >= 0 and var place ? (char)(first + place)
                : marked[at];
        }

        return new string(marked);
    }

    private static string Take(string text, char first, Func<int, string> written)
    {
        if (!text.AsSpan().ContainsAnyInRange(first, (char)(first + Markup.Length - 1)))
        {
            return text;
        }

        var taken = new StringBuilder(text.Length + 64);
        foreach (var letter in text)
        {
            _ = letter >= first && letter < first + Markup.Length
                ? taken.Append(written(letter - first))
                : taken.Append(letter);
        }

        return taken.ToString();
    }
}

/// <summary>Filters of a page beside those of Liquid.</summary>
internal static class HtmlFilters
{
    /// <summary>The page's own parts as HTML. Of a text it changes nothing.</summary>
    public static string? Raw(string? input) => input is null ? null : HtmlMarks.Raw(input);

    /// <summary>For the query of an address.</summary>
    public static string? UrlEncode(string? input) => input is null ? null : WebUtility.UrlEncode(HtmlMarks.Plain(input));
}

/// <summary>The fields as text and as parts of a page.</summary>
internal sealed class HtmlFields(Draft draft, int namesShown) : PlainFields(draft, namesShown)
{
    private readonly PageFormulas _formulas = PageFormulas.Begin();

    /// <summary>Parts that a page alone has: the picture of the month, and the house's style sheet.</summary>
    public static IReadOnlyList<string> OfPage { get; } = ["figures", "style"];

    public static IDictionary<string, object?> Of(Draft draft, int namesShown)
    {
        var fields = TemplateFields.Of(draft, new HtmlFields(draft, namesShown));
        fields["figures"] = PageFigures.From(draft);
        fields["style"] = PageSheet.OfPages.Text;
        return Marked(fields);
    }

    public override string Heading(string heading) => NoteHtml.WordsOfHeading(heading);

    public override object Own(string markdown) => NoteHtml.From(markdown, _formulas);

    public override object? Words(DraftEntry entry) => NoteHtml.Below(entry, Draft.Language, _formulas);

    private static Dictionary<string, object?> Marked(Dictionary<string, object?> fields) =>
        fields.ToDictionary(field => field.Key, field => Marked(field.Value));

    private static object? Marked(object? value) => value switch
    {
        string text => HtmlMarks.Data(text),
        Html html => HtmlMarks.Part(html),
        Dictionary<string, object?> fields => Marked(fields),
        IEnumerable values => values.Cast<object?>().Select(Marked).ToList(),
        _ => value,
    };
}

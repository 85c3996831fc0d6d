using AngleSharp.Dom;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Walks a page and writes what it shows: headings, items, table rows, lines, links and bold print.</summary>
internal sealed class HtmlWalk(bool isInMarkdown)
{
    private static readonly HashSet<string> Unseen =
        new(
            StringComparer.OrdinalIgnoreCase)
            {
                "script",
                "style",
                "template",
                "noscript",
                "head",
                "svg",
                "select",
                "iframe",
                "object",
                "button",
                "textarea",
            };

    private const int LongestKept = 1000;

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
        "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "math", "o:p",
    };

    private readonly MarkdownLines _lines = new(keepsMarkdown: isInMarkdown);
    private readonly HashSet<ArxivIdentifier> _linked = [];

    /// <summary>The text of a document.</summary>
    /// <param name="document">The page, or a part of a Markdown text.</param>
    /// <param name="isInMarkdown">Whether it is such a part.</param>
    public static ShownText Walk(IDocument document, bool isInMarkdown)
    {
        var walk = new HtmlWalk(isInMarkdown);
        if (document.Body is { } body)
        {
            walk.Through(body);
        }

        return walk._lines.ToText();
    }

    /// <summary>By a stack of its own, since pages may be nested deeper than ours.</summary>
    private void Through(IElement root)
    {
        var open = new Stack<(IElement Element, int Next)>([(root, 0)]);
        while (open.TryPop(out var frame))
        {
            var (element, next) = frame;
            if (next == element.ChildNodes.Length)
            {
                Leave(element);
                continue;
            }

            open.Push((element, next + 1));
            switch (element.ChildNodes[next])
            {
                case IText text:
                    _lines.Text(text.Data, isKept: IsPreformatted(element));
                    break;
                case IElement child when !IsUnseen(child):
                    Enter(child);
                    open.Push((child, 0));
                    break;
            }
        }
    }

    private void Enter(IElement element)
    {
        _lines.GoTo(element.SourceReference?.Position.Line ?? 0);
        switch (element.LocalName)
        {
            case "a" when AddressOf(element) is { } address:
                _linked.UnionWith(IdentifierFinder.Find(address).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>());
                _lines.OpenLink(address);
                break;
            case "b" or "strong":
                _lines.Bold();
                break;
            case "br":
                _lines.Break();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _lines.Heading(element.LocalName[1] - '0');
                break;
            case "ul" or "ol" or "dl" or "menu":
                _lines.OpenList();
                break;
            case "li" or "dt":
                _lines.Item();
                break;
            case "tr" when IsRow(element):
                _lines.OpenRow();
                break;
            case "td" or "th" when _lines.IsInRow:
                _lines.Cell();
                break;
            case var name when !Inline.Contains(name):
                _lines.Break();
                break;
        }
    }

    private void Leave(IElement element)
    {
        foreach (var (written, identifier) in KeptBy(element))
        {
            if (_linked.Add(identifier))
            {
                _lines.Text($" {written} ", isKept: false);
            }
        }

        switch (element.LocalName)
        {
            case "a":
                _lines.CloseLink();
                break;
            case "b" or "strong":
                _lines.Bold();
                break;
            case "ul" or "ol" or "dl" or "menu":
                _lines.CloseList();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "dt":
                _lines.EndBlock();
                break;
            case "tr" when _lines.IsInRow:
                _lines.CloseRow(isHead: element.Children.All(cell => cell.LocalName == "th"));
                break;
            case "table":
                _lines.EndTable();
                break;
            case var name when !Inline.Contains(name) && name is not "br":
                _lines.Break();
                break;
        }
    }

    /// <summary>Where a link leads; scripts may have their own idea of it.</summary>
    private static string? AddressOf(IElement link) =>
        link.GetAttribute("href") is { } address && IdentifierFinder.Find(address).Count > 0 ? address
        : KeptBy(link).Select(kept => kept.Written).FirstOrDefault() ?? link.GetAttribute("href");

    /// <summary>
    /// Papers that an element is about by what it keeps for scripts, <c>data-url</c> and the like, or by the source of a quotation.
    /// </summary>
    private static IEnumerable<(string Written, ArxivIdentifier Identifier)> KeptBy(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if ((attribute.LocalName == "cite" || attribute.LocalName.StartsWith("data-", StringComparison.Ordinal))
                && attribute.Value.Length <= LongestKept
                && IdentifierFinder.TryReadReference(attribute.Value, out var reference))
            {
                yield return (attribute.Value.Trim(), reference.Identifier);
            }
        }
    }

    private static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private static bool IsPreformatted(IElement element) =>
        element.LocalName is "pre" or "listing" || element.ParentElement?.LocalName == "pre";

    /// <summary>
    /// Mails and old pages lay out everything in tables: a row of a list has at least two cells with words, and no blocks in them.
    /// </summary>
    private static bool IsRow(IElement row) =>
        row.Children.Count(cell => !string.IsNullOrWhiteSpace(cell.TextContent)) > 1
        && row.QuerySelector("table, ul, ol, dl, h1, h2, h3, h4, h5, h6") is null
        && row.Children.Count(IsEntryOfItsOwn) < 2;

    /// <summary>A gallery has a paper in each cell: its title in bold, and its link.</summary>
    private static bool IsEntryOfItsOwn(IElement cell) =>
        cell.QuerySelector("b, strong") is not null
            && cell.QuerySelectorAll("a[href]").Any(link => IdentifierFinder.Find(link.GetAttribute("href")!).Count > 0);
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>Tags of HTML in the lines of a Markdown text: links, headings, bold print, line breaks. Others are taken out.</summary>
internal static partial class InlineHtml
{
    public static IEnumerable<ShownLine> Show(IEnumerable<ShownLine> lines)
    {
        foreach (var line in lines)
        {
            if (!line.Text.Contains('<') || !Tag().IsMatch(line.Text))
            {
                yield return line;
                continue;
            }

            var isRow = line.Text.AsSpan().TrimStart().StartsWith('|') || line.Text.Contains(" | ", StringComparison.Ordinal);
            foreach (var text in Shown(line.Text, isRow).Split('\n'))
            {
                yield return new(text, line.Line);
            }
        }
    }

    private static string Shown(string line, bool isRow)
    {
        var shown = new StringBuilder();
        string? address = null;
        var inside = new string(' ', new MarkdownLine(1, line) is { ItemText: not null } item ? item.Indent + 2 : 0);
        var (next, isBare) = (0, true);
        foreach (Match tag in Tag().Matches(line))
        {
            isBare &= line.AsSpan(next, tag.Index - next).IsWhiteSpace();
            shown.Append(line, next, tag.Index - next);
            next = tag.Index + tag.Length;
            Append(tag.Groups["name"].Value.ToLowerInvariant(), isEnd: tag.Groups["end"].Length > 0, tag.Groups["attributes"].Value);
        }

        shown.Append(line, next, line.Length - next);
        Close();
        return shown.ToString();

        void Append(string name, bool isEnd, string attributes)
        {
            switch (name)
            {
                case "a":
                    Close();
                    address = isEnd ? null : Href(attributes);
                    shown.Append(address is null ? "" : "[");
                    break;
                case "b" or "strong" when address is null:
                    shown.Append("**");
                    break;
                case "br":
                    Break(shown, isRow, inside, isLast: line.AsSpan(next).IsWhiteSpace());
                    break;
                case ['h', var level] when !isEnd && isBare && char.IsAsciiDigit(level):
                    isBare = false;
                    shown.Clear().Append('#', level - '0').Append(' ');
                    break;
                case "img" when Source().Match(attributes) is { Success: true } source
                    && !LinkMarkup.IsFigure(source.Groups["address"].Value)
                    && IdentifierFinder.Find(source.Groups["address"].Value).Count > 0:
                    shown.Append(source.Groups["address"].Value);
                    break;
            }
        }

        void Close()
        {
            shown.Append(address is null ? "" : $"]({address})");
            address = null;
        }
    }

    private static void Break(StringBuilder shown, bool isRow, string inside, bool isLast)
    {
        // Two blanks are Markdown's own line break: what follows goes on no sentence.
        shown.Append(isLast ? "  " : isRow ? " " : $"  \n{inside}");
    }

    private static string? Href(string attributes) => Address().Match(attributes) is { Success: true } href
        ? LinkMarkup.Target(WebUtility.HtmlDecode(href.Groups["address"].Value)) : null;

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"<(?<end>/?)(?<name>a|b|strong|br|h[1-6]|p|div|span|font|center|i|em|u|sub|sup|small|big|summary|details|kbd|img|picture"
        + @"|source|hr|nobr|table|tr|td|th|tbody|thead|ul|ol|li|dl|dt|dd)(?=[\s/>])(?<attributes>[^<>]*)>", AnyCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bhref\s?=\s?(""(?<address>[^""]*)""|'(?<address>[^']*)'|(?<address>[^\s""'>]+))", AnyCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\bsrc\s?=\s?[""']?(?<address>[^""'\s>]+)", AnyCase)]
    private static partial Regex Source();
}

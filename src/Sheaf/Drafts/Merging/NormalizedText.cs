using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// The words of a block without what formatters of Markdown change: line breaks and blanks, signs and numbers of lists, backslashes that
/// change nothing, <c>*</c> for <c>_</c>, angle brackets around links, the widths of tables, the kinds of headings and fences. Mathematics
/// stays as it is.
/// </summary>
internal static partial class NormalizedText
{
    private static readonly SearchValues<char> LinkEnds = SearchValues.Create("<> \t\r\n");

    public static string Of(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"{block.Level} {Inline(HeadingText(block.Text))}",
        BlockKind.Item => Inline(ItemText(block.Text)),
        BlockKind.TableHead => Inline(Dashes().Replace(Cells(block.Text), "-")),
        BlockKind.TableRow => Inline(Cells(Numbering.Without(block))),
        BlockKind.Quote => Inline(QuoteMark().Replace(block.Text, "")),
        BlockKind.Break => "",
        BlockKind.Code or BlockKind.FrontMatter => Fenced(block.Text),
        _ => Inline(block.Text),
    };

    private static string HeadingText(string text)
    {
        var lines = MarkdownLine.Split(text);
        return lines[0].HeadingLevel > 0
            ? ClosingSigns().Replace(lines[0].Trimmed.TrimStart('#').Trim(" \t").ToString(), "")
            : text[..lines[^1].Start];
    }

    private static string ItemText(string text)
    {
        var marker = ItemMarker.Of(FirstLine(text));
        var rest = marker is null ? text : text[Math.Min(marker.Width, text.Length)..];
        return InnerFence().Replace(InnerItem().Replace(rest, sign => sign.Value[^1] is '.' or ')' ? "1." : "*"), "```");
    }

    private static ReadOnlySpan<char> FirstLine(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text.AsSpan(0, end) : text;

    private static string Cells(string text) =>
        string.Join('\n', text.Split('\n').Select(line => string.Join(" | ", CellBorder().Split(line.Trim().TrimStart('|')).Select(cell => cell.Trim())).TrimEnd(' ', '|')));

    private static string Fenced(string text) =>
        InnerFence().Replace(string.Join('\n', MarkdownLine.Split(text).Select(line => line.Text.TrimEnd(" \t").ToString())), "```");

    /// <summary>One pass, and never back: foreign text may be of any length and kind.</summary>
    private static string Inline(string text)
    {
        var plain = new StringBuilder(text.Length);
        var isMathematics = false;
        var linkEnd = -1;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is ' ' or '\t' or '\r' or '\n' or '\f' or '\v')
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
            }
            else if (sign == '\\' && !isMathematics && at + 1 < text.Length && char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])))
            {
                plain.Append(Emphasis(text[++at]));
            }
            else if (sign == '\\' && isMathematics && at + 1 < text.Length && text[at + 1] == '$')
            {
                plain.Append(text, at++, 2);
            }
            else if (sign == '<' && EndOfLink(text, at) is { } end)
            {
                linkEnd = end;
            }
            else if (at != linkEnd)
            {
                isMathematics ^= sign == '$';
                plain.Append(isMathematics ? sign : Emphasis(sign));
            }
        }

        return plain.ToString().TrimEnd(' ');
    }

    private static char Emphasis(char sign) => sign == '_' ? '*' : sign;

    private static int? EndOfLink(string text, int at)
    {
        var rest = text.AsSpan(at + 1);
        if (!rest.StartsWith("https://") && !rest.StartsWith("http://"))
        {
            return null;
        }

        var length = rest.IndexOfAny(LinkEnds);
        return length >= 0 && rest[length] == '>' ? at + 1 + length : null;
    }

    [GeneratedRegex("-+", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"(?<=^|[\r\n])[ \t]*>[ \t]?", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"(?<=^|[ \t])#+$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingSigns();

    [GeneratedRegex(@"(?<=[\r\n][ \t]*)(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerItem();

    [GeneratedRegex(@"(?<=(?:^|[\r\n])[ \t]*)(?:`{3,}|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex InnerFence();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex CellBorder();
}

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Markdown;

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
        BlockKind.Item => Inline(ItemText(block)),
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
            ? lines[0].HeadingText
            : text[..lines[^1].Start];
    }

    private static string ItemText(Block item)
    {
        var lines = MarkdownLine.Split(item.Text[Math.Min(item.Marker?.Width ?? 0, item.Text.Length)..]);
        return string.Join('\n', lines.Select((line, at) => at == 0 ? WithPlainFence(line) : WithPlainSign(line)));
    }

    private static string WithPlainSign(MarkdownLine line) => line.Marker is { } own
        ? string.Concat(own.Indent, own.Sign.Length > 1 ? "1." : "*", line.Text.AsSpan(own.Indent.Length + own.Sign.Length))
        : WithPlainFence(line);

    private static string WithPlainFence(MarkdownLine line)
    {
        var indent = line.Text.AsSpan().IndexOfAnyExcept(' ', '\t');
        return line.Fence is { } fence
            ? string.Concat(line.Text.AsSpan(0, indent), "```", line.Text.AsSpan(indent + fence.Length))
            : line.Text;
    }

    private static string Cells(string text) => string.Join('\n', MarkdownLine.Split(text).Select(Cells));

    private static string Cells(MarkdownLine row) =>
        string.Join(" | ", row.Cells.Skip(row.IsRow ? 1 : 0).Select(cell => cell.Trim())).TrimEnd(' ', '|');

    private static string Fenced(string text) =>
        string.Join('\n', MarkdownLine.Split(text).Select(line => WithPlainFence(line).TrimEnd(' ', '\t')));

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
            else if (sign == '\\' && !isMathematics && at + 1 < text.Length && IsEscapable(text[at + 1]))
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

    private static bool IsEscapable(char sign) => char.IsAscii(sign) && (char.IsPunctuation(sign) || char.IsSymbol(sign));

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
}

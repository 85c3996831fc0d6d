using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Languages;
using Sheaf.Markdown;

namespace Sheaf.Drafts.Merging;

/// <summary>A piece of a Markdown text that counts as edited or not as a whole.</summary>
/// <param name="kind">What it is.</param>
/// <param name="gap">What stands between it and the block before it, to the byte: that one's line ending and blank lines.</param>
/// <param name="text">Its lines, to the byte, without the last one's ending.</param>
internal sealed partial class Block(BlockKind kind, string gap, string text)
{
    /// <summary>The label of the line that counts a draft's papers.</summary>
    public const string OpeningLabel = "opening";

    private IReadOnlyList<FoundReference>? _references;

    public BlockKind Kind { get; } = kind;

    /// <summary>Whether it is what entries of a list are: an item, or a row of a table.</summary>
    public bool IsListed => Kind is BlockKind.Item or BlockKind.TableRow;

    public string Gap { get; } = gap;

    public string Text { get; } = text;

    /// <summary>Of a heading, 1 to 6; else 0.</summary>
    public int Level { get; init; }

    /// <summary>Whether it is code or a comment that nothing closes: what is written after it would be part of it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What marks it as a list item; null where nothing does.</summary>
    public ItemMarker? Marker => MarkerOf(Text);

    /// <summary>
    /// What it says, however it is formatted: blocks with equal words differ in what a formatter changes and in nothing else.
    /// </summary>
    public string Words => field ??= NormalizedText.Of(this);

    /// <summary>Of a heading of the second level, the part of a draft that it is written over in whatever language; else null.</summary>
    public DraftPart? Part => Level == 2 ? DraftLanguages.PartUnder(Words[2..]) : null;

    /// <summary>
    /// The paper it is about: that of its first link to arXiv, else of its first reference of any form; null without one.
    /// </summary>
    public ArxivIdentifier? Identifier => Links.Concat(References).FirstOrDefault()?.Reference!.Value.Identifier;

    /// <summary>The papers that it may be about: its own, and of a list item those of the items in it.</summary>
    public IEnumerable<ArxivIdentifier> Identifiers
    {
        get
        {
            var nested = Kind == BlockKind.Item && References.Count > 1
                ? MarkdownLine.Split(Text).Skip(1).Where(line => line.Marker is not null).Select(FirstIn).OfType<ArxivIdentifier>()
                : [];
            return (Identifier is { } own ? nested.Prepend(own) : nested).Distinct();
        }
    }

    /// <summary>
    /// What tells Sheaf's own paragraphs of one section apart, in whatever language: the paper linked, that it counts the papers, or the
    /// word before a colon; null where nothing does.
    /// </summary>
    public string? Label => Identifier?.ToString() ?? (Kind != BlockKind.Paragraph ? null
        : OpeningLine.Read(Words) is not null ? OpeningLabel
        : LeadingWord().Match(Text) is { Success: true } word ? DraftLanguages.LabelOf(word.Groups["word"].Value) ?? word.Value
        : null);

    /// <summary>What marks the first line of a text as a list item.</summary>
    public static ItemMarker? MarkerOf(string text) => ItemMarker.Find(text.AsSpan(0, MarkdownLine.EndOfLine(text, 0).End));

    /// <summary>The same block after another gap.</summary>
    public Block After(string gap) => new(Kind, gap, Text) { Level = Level, IsOpen = IsOpen };

    private IReadOnlyList<FoundReference> References => _references ??=
        Text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? [] : [.. IdentifierFinder.Find(Text).Where(found => found.Reference is not null)];

    private IEnumerable<FoundReference> Links => References.Where(found =>
        found.Text.Contains("://", StringComparison.Ordinal) || found.Text.Contains("arxiv.org/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The first reference in a line of the text.</summary>
    private ArxivIdentifier? FirstIn(MarkdownLine line)
    {
        var (low, high) = (0, References.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = References[middle].Index < line.Start ? (middle + 1, high) : (low, middle);
        }

        return low < References.Count && References[low].Index < line.End ? References[low].Reference!.Value.Identifier : null;
    }

    [GeneratedRegex(
        @"^(?<word>[A-Z][A-Za-z ]{0,24}):(?= )|^(?<word>[\p{Lu}\p{Lo}][\p{L}\p{Pd} ]{0,24}?)( ?:(?= )|\uff1a)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingWord();
}

/// <summary>What a block of Markdown is.</summary>
internal enum BlockKind
{
    FrontMatter,
    Heading,

    /// <summary>A list item with everything in it.</summary>
    Item,

    /// <summary>The names of a table's columns and the rule under them.</summary>
    TableHead,
    TableRow,
    Paragraph,
    Quote,
    Comment,
    Code,

    /// <summary>A rule across the page.</summary>
    Break,
}

/// <summary>
/// The numbers that list items and table rows begin with. They follow from the order, so they are neither facts nor anybody's words.
/// </summary>
internal static partial class Numbering
{
    /// <summary>The number of a block; null where it has none.</summary>
    public static int? Of(Block block) => Find(block.Kind, block.Text) is { } place
        ? int.Parse(block.Text.AsSpan(place.At, place.Length), CultureInfo.InvariantCulture)
        : null;

    /// <summary>The text of a block with another number.</summary>
    public static string With(string text, BlockKind kind, int number) => Find(kind, text) is { } place
        ? string.Concat(text.AsSpan(0, place.At), number.ToString(CultureInfo.InvariantCulture), text.AsSpan(place.At + place.Length))
        : text;

    /// <summary>The text without number, and without the sign after it.</summary>
    public static string Without(Block block) => Find(block.Kind, block.Text) is { } place
        ? string.Concat(block.Text.AsSpan(0, place.At), block.Text.AsSpan(place.At + place.Length).TrimStart(".)"))
        : block.Text;

    private static (int At, int Length)? Find(BlockKind kind, string text) => kind switch
    {
        BlockKind.Item when Block.MarkerOf(text) is { Sign.Length: > 1 } marker => (marker.Indent.Length, marker.Sign.Length - 1),
        BlockKind.TableRow when Row().Match(text) is { Success: true } row => (row.Groups[1].Index, row.Groups[1].Length),
        _ => null,
    };

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*([0-9]{1,9})(?=[.)](?:\s|\||$)|[ \t]*(?:\||$))", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

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

using Sheaf.Arxiv.Identifiers;
using Sheaf.Languages;
using Sheaf.Markdown;

namespace Sheaf.Drafts.Merging;

/// <summary>A Markdown text in blocks, with its outline.</summary>
/// <typeparam name="TIndex">Which of the texts of a merge it is.</typeparam>
internal sealed class MarkdownOutline<TIndex>
    where TIndex : struct, IBlockIndex<TIndex>
{
    private readonly TIndex?[] _headings;
    private readonly int[] _ends;
    private readonly ArxivIdentifier?[] _papers;

    /// <param name="blocks">In their order.</param>
    /// <param name="tail">What is left of the text after the last block.</param>
    public MarkdownOutline(IReadOnlyList<Block> blocks, string tail)
    {
        (Blocks, Tail) = (blocks, tail);
        _headings = new TIndex?[blocks.Count];
        _ends = new int[blocks.Count];
        _papers = new ArxivIdentifier?[blocks.Count];
        ReadOutline();
    }

    public IReadOnlyList<Block> Blocks { get; }

    public string Tail { get; }

    public Block this[TIndex at] => Blocks[at.Value];

    /// <summary>All blocks.</summary>
    public IEnumerable<TIndex> Indices => Enumerable.Range(0, Blocks.Count).Select(TIndex.At);

    public IEnumerable<TIndex> Headings => Indices.Where(at => this[at].Kind == BlockKind.Heading);

    /// <summary>Null, for what stands before the first heading, and the headings.</summary>
    public IEnumerable<TIndex?> Sections => Headings.Select(heading => (TIndex?)heading).Prepend(null);

    /// <summary>Where a block begins in the text.</summary>
    public int StartOf(TIndex at) => Blocks.Take(at.Value).Sum(block => block.Gap.Length + block.Text.Length) + this[at].Gap.Length;

    /// <summary>The heading that a block stands under, that a heading is a part of; null where there is none.</summary>
    public TIndex? HeadingOf(TIndex at) => _headings[at.Value];

    /// <summary>The place after everything under a heading, the headings that are parts of it too; after the last block for null.</summary>
    public TIndex EndOf(TIndex? heading) => TIndex.At(heading is { } at ? _ends[at.Value] : Blocks.Count);

    /// <summary>The blocks directly under a heading, up to the next heading of any level; for null those before the first.</summary>
    public IEnumerable<TIndex> Under(TIndex? heading)
    {
        for (var at = heading is { } above ? above.Value + 1 : 0; at < Blocks.Count && Blocks[at].Kind != BlockKind.Heading; at++)
        {
            yield return TIndex.At(at);
        }
    }

    /// <summary>Everything under a heading, the headings that are parts of it too.</summary>
    public IEnumerable<TIndex> Within(TIndex heading) =>
        Enumerable.Range(heading.Value + 1, _ends[heading.Value] - heading.Value - 1).Select(TIndex.At);

    /// <summary>
    /// The one paper that a heading is about: that of the first link under it, if not in a list or table. Null for a heading that has a
    /// list under it, for the title, and for no heading.
    /// </summary>
    public ArxivIdentifier? PaperOf(TIndex? heading) => heading is { } at ? _papers[at.Value] : null;

    /// <summary>The paper that a block belongs to, as an entry or as part of its section; null for none.</summary>
    public ArxivIdentifier? PaperAt(TIndex at) => this[at].Kind == BlockKind.Heading ? PaperOf(at)
        : PaperOf(HeadingOf(at)) ?? (this[at].IsListed ? this[at].Identifier : null);

    /// <summary>Whether a block is an entry of the list, no part of a paper's section.</summary>
    public bool IsEntry(TIndex at) => this[at] is { IsListed: true, Identifier: not null } && PaperOf(HeadingOf(at)) is null;

    /// <summary>
    /// Whether a block is of the part with papers that are on no list: what becomes of it there says nothing of the paper's entry in the
    /// list.
    /// </summary>
    public bool IsSuggested(TIndex at) => InOutline(at).IsSuggested;

    /// <summary>Whether a block is the heading of that part.</summary>
    public bool IsMissedHeading(TIndex at) => OutlinedBlock.IsOverMissed(this[at]);

    /// <summary>Whether a block is of the part with papers of the month before.</summary>
    public bool IsLate(TIndex at) => InOutline(at).IsLate;

    public OutlinedBlock InOutline(TIndex at) => new(this[at], PaperOf(at), HeadingOf(at) is { } heading ? this[heading] : null);

    private void ReadOutline()
    {
        var open = new Stack<TIndex>();
        foreach (var at in Indices)
        {
            if (this[at].Kind == BlockKind.Heading)
            {
                while (open.TryPeek(out var above) && this[above].Level >= this[at].Level)
                {
                    _ends[open.Pop().Value] = at.Value;
                }
            }

            _headings[at.Value] = open.TryPeek(out var heading) ? heading : null;
            if (this[at].Kind == BlockKind.Heading)
            {
                open.Push(at);
            }
        }

        foreach (var heading in open)
        {
            _ends[heading.Value] = Blocks.Count;
        }

        foreach (var heading in Headings.Where(heading => this[heading].Level > 1))
        {
            var first = Under(heading).Prepend(heading).Select(at => this[at]).FirstOrDefault(block => block.Identifier is not null);
            _papers[heading.Value] = first is { IsListed: false } ? first.Identifier : null;
        }
    }
}

/// <summary>
/// Where in a text a block stands. Each of the three texts of a merge has a type of its own, so that a place in one cannot be taken for a
/// place in another.
/// </summary>
internal interface IBlockIndex<TSelf>
    where TSelf : struct, IBlockIndex<TSelf>
{
    /// <summary>From 0.</summary>
    int Value { get; }

    static abstract TSelf At(int value);
}

/// <summary>Where in what Sheaf last wrote.</summary>
internal readonly record struct LastIndex(int Value) : IBlockIndex<LastIndex>
{
    public static LastIndex At(int value) => new(value);
}

/// <summary>Where in what the person made of it.</summary>
internal readonly record struct EditedIndex(int Value) : IBlockIndex<EditedIndex>
{
    public static EditedIndex At(int value) => new(value);
}

/// <summary>Where in what Sheaf would write now.</summary>
internal readonly record struct FreshIndex(int Value) : IBlockIndex<FreshIndex>
{
    public static FreshIndex At(int value) => new(value);
}

internal static class BlockIndices
{
    extension<TIndex>(TIndex at)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        /// <summary>The block before; null before the first.</summary>
        public TIndex? Before => at.Value > 0 ? TIndex.At(at.Value - 1) : null;

        /// <summary>The place behind the block.</summary>
        public TIndex After => TIndex.At(at.Value + 1);
    }
}

/// <summary>A block with what its outline says of it, by which it is found again in another text.</summary>
/// <param name="Block">The block.</param>
/// <param name="Paper">Of a heading, the one paper that it is about; else null.</param>
/// <param name="Heading">The heading that it stands under; null where there is none.</param>
internal readonly record struct OutlinedBlock(Block Block, ArxivIdentifier? Paper, Block? Heading)
{
    public bool IsSuggested => Heading is { } heading && IsOverMissed(heading);

    public bool IsLate => Heading?.Part == DraftPart.LateArrivals;

    public static bool IsOverMissed(Block heading) => heading.Part == DraftPart.MayHaveMissed;
}

/// <summary>
/// Cuts a Markdown text into the blocks of its outermost level, by lines, in one pass. What is inside a list item or a quotation stays one
/// with it. Every character of the text is in one block or in the gaps between them, whatever the text is.
/// </summary>
internal sealed class MarkdownOutlineParser
{
    /// <summary>Editors move notes in by two blanks, whatever the width of the marker.</summary>
    private const int LeastIndent = 2;

    private readonly string _text;
    private readonly List<MarkdownLine> _lines;
    private readonly List<Block> _blocks = [];
    private int _written;
    private bool _isInTable;

    private MarkdownOutlineParser(string text) => (_text, _lines) = (text, MarkdownLine.Split(text));

    /// <typeparam name="TIndex">Which of the texts of a merge it is.</typeparam>
    public static MarkdownOutline<TIndex> Read<TIndex>(string text)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        var reader = new MarkdownOutlineParser(text);
        for (var at = 0; at < reader._lines.Count;)
        {
            at = reader.ReadAt(at);
        }

        return new MarkdownOutline<TIndex>(reader._blocks, text[reader._written..]);
    }

    /// <returns>The line to go on with.</returns>
    private int ReadAt(int at)
    {
        var line = _lines[at];
        if (line.IsBlank)
        {
            _isInTable = false;
            return at + 1;
        }

        if (_isInTable && !line.Interrupts)
        {
            return Add(BlockKind.TableRow, at, at + 1);
        }

        _isInTable = false;
        return at == 0 && line.Trimmed is "---" && FrontMatterEnd() is { } closed ? Add(BlockKind.FrontMatter, at, closed)
            : line.Indent <= MarkdownLine.MostIndent && line.Fence is { } fence ? AddClosed(BlockKind.Code, at, CloseOfCode(at, fence))
            : line.IsHtmlComment ? AddClosed(BlockKind.Comment, at, CloseOfComment(at))
            : line.HeadingLevel is > 0 and var level ? Add(BlockKind.Heading, at, at + 1, level)
            : line.IsBreak ? Add(BlockKind.Break, at, at + 1)
            : line.IsItem ? Add(BlockKind.Item, at, EndOfItem(at))
            : line.IsQuote ? Add(BlockKind.Quote, at, EndOfQuote(at))
            : BeginsTable(at) ? AddTable(at)
            : AddParagraph(at);
    }

    private int? FrontMatterEnd()
    {
        var close = _lines.FindIndex(1, line => line.Trimmed is "---" or "...");
        return close < 0 ? null : close + 1;
    }

    /// <returns>The line after its closing fence; null where there is none.</returns>
    private int? CloseOfCode(int at, CodeFence open)
    {
        var close = _lines.FindIndex(at + 1, line => line.Fence?.Closes(open) ?? false);
        return close < 0 ? null : close + 1;
    }

    private int? CloseOfComment(int at)
    {
        var from = _lines[at].Start + _lines[at].Text.IndexOf("<!--", StringComparison.Ordinal) + 4;
        var close = _text.IndexOf("-->", from, StringComparison.Ordinal);
        if (close < 0)
        {
            return null;
        }

        var last = at;
        while (_lines[last].End < close)
        {
            last++;
        }

        return last + 1;
    }

    /// <summary>
    /// With an item go the lines that are moved in under it, blank lines between them, and text that runs on without being moved in.
    /// </summary>
    private int EndOfItem(int at)
    {
        var inside = _lines[at].Indent + LeastIndent;
        var (end, isAfterBlank) = (at + 1, false);
        CodeFence? code = null;
        foreach (var line in _lines.Skip(at + 1))
        {
            if (line.IsBlank)
            {
                isAfterBlank = true;
                continue;
            }

            if (line.Indent >= inside)
            {
                code = code is not { } open ? line.Fence : line.Fence?.Closes(open) ?? false ? null : open;
            }
            else if (code is not null || isAfterBlank || line.Interrupts || line.IsItem)
            {
                break;
            }

            (end, isAfterBlank) = (line.Number, false);
        }

        return end;
    }

    private int EndOfQuote(int at)
    {
        var end = at + 1;
        while (end < _lines.Count && !_lines[end].IsBlank && (_lines[end].IsQuote || !_lines[end].Interrupts))
        {
            end++;
        }

        return end;
    }

    private bool BeginsTable(int at) =>
        _lines[at].Text.Contains('|') && at + 1 < _lines.Count && _lines[at + 1].IsTableRule;

    private int AddTable(int at)
    {
        _isInTable = true;
        return Add(BlockKind.TableHead, at, at + 2);
    }

    private int AddParagraph(int at)
    {
        for (var end = at + 1; end < _lines.Count; end++)
        {
            var line = _lines[end];
            if (line.UnderlineLevel is > 0 and var level)
            {
                return Add(BlockKind.Heading, at, end + 1, level);
            }

            if (line.IsBlank || line.Interrupts || BeginsTable(end))
            {
                return Add(BlockKind.Paragraph, at, end);
            }
        }

        return Add(BlockKind.Paragraph, at, _lines.Count);
    }

    /// <param name="end">The line after it; null where it goes on to the end of the text.</param>
    private int AddClosed(BlockKind kind, int at, int? end) => Add(kind, at, end ?? _lines.Count, isOpen: end is null);

    private int Add(BlockKind kind, int at, int end, int level = 0, bool isOpen = false)
    {
        var (start, last) = (_lines[at].Start, end - 1);
        while (_lines[last].IsBlank)
        {
            last--;
        }

        _blocks.Add(new Block(kind, _text[_written..start], _text[start.._lines[last].End]) { Level = level, IsOpen = isOpen });
        _written = _lines[last].End;
        return end;
    }
}

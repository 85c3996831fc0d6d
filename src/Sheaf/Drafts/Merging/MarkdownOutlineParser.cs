using Sheaf.Markdown;

namespace Sheaf.Drafts.Merging;

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

using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>
/// Reads the entries of a curated list, line by line, in time linear in its length. Nothing is an error: what is no entry is left alone.
/// </summary>
internal sealed class CuratedListReader
{
    private readonly List<CuratedEntry> _entries = [];
    private readonly Headings _headings;
    private CuratedItem? _item;
    private string? _section;
    private bool _inTable;
    private bool _isBeginning = true;

    private CuratedListReader(Headings headings) => _headings = headings;

    /// <param name="text">The whole list.</param>
    /// <param name="month">The month of the file, if it has one.</param>
    public static IReadOnlyList<CuratedEntry> Read(string text, Month? month)
    {
        var lines = FencedCode.Without(MarkdownLine.Split(text)).Where(line => !line.IsComment).ToList();
        var reader = new CuratedListReader(new Headings(lines, month));
        lines.ForEach(reader.Take);
        reader.EndItem();
        return reader._entries;
    }

    private void Take(MarkdownLine line)
    {
        TakeShape(line);
        // A line of prose may begin with any number, but not the first one of a block, nor the next one of a list without bullets.
        _isBeginning = line.IsWhiteSpace || _headings.TryGet(line.Number, out _) || _item is { HasReference: true };
    }

    private void TakeShape(MarkdownLine line)
    {
        if (_headings.TryGet(line.Number, out var section))
        {
            EndItem();
            _section = section;
            TakeMentions(line);
        }
        else if (line.IsWhiteSpace)
        {
            _item?.Take(line.Number, "");
            _inTable = false;
        }
        else if (line.IsRow || line.IsTableRule || _inTable)
        {
            EndItem();
            _inTable |= line.IsTableRule;
            TakeRow(line);
        }
        else if (line.ItemText is { } text)
        {
            TakeItem(line, text);
        }
        else
        {
            TakeText(line);
        }
    }

    private void TakeItem(MarkdownLine line, string text)
    {
        if (Continues(line) && _item is { HasReference: true } && (line.IsDashed || ReferenceMark.FindFirst(text, isHead: true) is null))
        {
            // A list inside the note, or the note itself.
            _item.Take(line.Number, line.Text);
        }
        else
        {
            BeginItem(line.Indent, line.Number, text, line.Text.Length - text.Length);
        }
    }

    private void TakeText(MarkdownLine line)
    {
        if (Continues(line) && !IsOneMore(line))
        {
            _item?.Take(line.Number, line.Text);
        }
        else if (ReferenceMark.FindFirst(line.Text, isHead: _isBeginning) is { } mark && mark.Begins(line.Text))
        {
            BeginItem(Continues(line) ? _item!.Indent : line.Indent, line.Number, line.Text, column: 0);
        }
        else
        {
            EndItem();
            TakeMentions(line);
        }
    }

    private bool Continues(MarkdownLine line) => _item is { } item && line.Indent > item.Indent;

    /// <summary>
    /// Whether a line under an entry without a note names another paper as plainly: an item may hold several, one a line.
    /// </summary>
    private bool IsOneMore(MarkdownLine line) =>
        _item is { HasReference: true, HasNote: false }
        && ReferenceMark.FindFirst(line.Text) is { } mark
        && mark.Begins(line.Text)
        && EntryTail.IsCanonical(line.Text[mark.End..]);

    private void TakeRow(MarkdownLine line)
    {
        var cells = line.Cells;
        for (var (at, column) = (0, 0); at < cells.Length; column += cells[at++].Length + 1)
        {
            if (ReferenceMark.FindFirst(cells[at]) is { } mark)
            {
                var tail = EntryTail.ReadCells(cells[at][..mark.Start], [cells[at][mark.End..], .. cells[(at + 1)..]]);
                _entries.Add(
                    mark.ToEntry(
                        line.Number, tail, tail.Note,
                        _section) with
                    { IsRow = true, Columns = new(column, column + mark.Start, column + mark.End) });
                return;
            }
        }
    }

    private void TakeMentions(MarkdownLine line) =>
        _entries.AddRange(ReferenceMark.FindAll(line.Text).Select(mark => mark.ToEntry(line.Number, tail: null, note: null, _section)));

    private void BeginItem(int indent, int line, string text, int column)
    {
        EndItem();
        _item = new CuratedItem(indent, _section);
        _item.Take(line, text, column);
    }

    private void EndItem()
    {
        if (_item?.ToEntry() is { } entry)
        {
            _entries.Add(entry);
        }

        _item = null;
    }
}

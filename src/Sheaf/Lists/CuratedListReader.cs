using System.Text.RegularExpressions;
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
                var entry = mark.ToEntry(line.Number, tail, tail.Note, _section);
                _entries.Add(entry with { IsRow = true, Columns = new(column, column + mark.Start, column + mark.End) });
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

/// <summary>A list item, or a line that begins with a reference, while its lines are being read.</summary>
/// <param name="indent">Of its first line, in columns: lines indented further belong to it.</param>
/// <param name="section">The heading it stands under.</param>
internal sealed class CuratedItem(int indent, string? section)
{
    private readonly List<string> _continued = [];
    private readonly List<int> _lines = [];
    private ReferenceMark? _mark;
    private EntryTail? _tail;
    private int _line;
    private int _column;

    public int Indent => indent;

    /// <summary>Whether a reference has been read: from then on, text belongs to the note.</summary>
    public bool HasReference => _mark is not null;

    public bool HasNote => _tail?.Note is not null || _continued.Exists(line => line.Length > 0);

    /// <summary>Takes a line: the first reference makes the entry, what follows is its note.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="text">The line, or what is left of it after the marker of the item.</param>
    /// <param name="column">Where that begins in the line.</param>
    public void Take(int line, string text, int column = 0)
    {
        _lines.Add(line);
        if (_mark is not null)
        {
            _continued.Add(string.IsNullOrWhiteSpace(text) ? "" : text);
        }
        else if (ReferenceMark.FindFirst(text, isHead: _lines.Count == 1) is { } mark)
        {
            (_mark, _line, _column, _tail) = (mark, line, column, EntryTail.Read(text[..mark.Start], text[mark.End..]));
        }
    }

    /// <summary>The entry; null where the item has no reference.</summary>
    public CuratedEntry? ToEntry() => _mark is not { } mark ? null : mark.ToEntry(_line, _tail, Note(), section) with
    {
        Lines = Lines(),
        Columns = new(_column, _column + mark.Start, _column + mark.End),
    };

    /// <summary>Empty lines after the last words are between entries, and belong to none.</summary>
    private List<int> Lines()
    {
        var empty = _continued.AsEnumerable().Reverse().TakeWhile(line => line.Length == 0).Count();
        return _lines[..^empty];
    }

    private string? Note()
    {
        var lines = _continued.Where(line => line.Length > 0).ToList();
        var margin = lines.Count == 0 ? 0 : lines.Min(line => line.Length - line.AsSpan().TrimStart(" \t").Length);
        var first = string.IsNullOrEmpty(_tail?.Note) ? [] : new[] { _tail.Note };
        var note = string.Join('\n', [.. first, .. _continued.Select(line => line.Length == 0 ? "" : line[margin..])]);
        return note.Trim() is { Length: > 0 } words ? words : null;
    }
}

/// <summary>What the editor says of a paper on the rest of its line, after the reference: star, tags, note.</summary>
/// <param name="Starred">Whether a <c>★</c> or a single <c>*</c> stands before the note.</param>
/// <param name="Tags">Those before the note, as spelled.</param>
/// <param name="Note">The text after the first dash between blanks; empty where a dash ends the line; null where there is no dash.</param>
internal sealed partial record EntryTail(bool Starred, IReadOnlyList<string> Tags, string? Note)
{
    /// <param name="before">The text before the reference: emphasis that it opened is closed, not starred.</param>
    /// <param name="after">The text after the reference.</param>
    public static EntryTail Read(string before, string after)
    {
        var rest = after[ClosingEmphasis(before, after)..];
        var dash = Dash().Match(rest);
        var words = (dash.Success ? rest[..dash.Index] : rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new(
            words.Any(IsStar),
            [.. words.Select(Tag.Read).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            dash.Success ? rest[(dash.Index + dash.Length)..].Trim() : null);
    }

    /// <summary>As <see cref="Read"/>, over the rest of a table row: the first note counts, and stars and tags of all cells.</summary>
    public static EntryTail ReadCells(string before, IEnumerable<string> cells)
    {
        var tails = cells.Select((cell, at) => at == 0 ? Read(before, cell) : Read("", $" {cell}")).ToList();
        var note = tails.Find(tail => tail.Note is { Length: > 0 })?.Note;
        return new(
            tails.Exists(tail => tail.Starred), [.. tails.SelectMany(tail => tail.Tags).Distinct(StringComparer.OrdinalIgnoreCase)], note);
    }

    /// <summary>Whether an entry says nothing but what the canonical line has: star, tags, note.</summary>
    public static bool IsCanonical(string after) =>
        Dash().Match(after) is var dash
        && (dash.Success ? after[..dash.Index] : after)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => IsStar(word) || Tag.Read(word) is not null || word.AsSpan().IndexOfAnyExcept(",;.") < 0);

    private static bool IsStar(string word) => word == "*" || word.AsSpan().IndexOfAny('★', '⭐') >= 0;

    /// <summary>Where the dash before the note begins, with the blank before it; -1 where there is none.</summary>
    internal static int IndexOfDash(string after) => Dash().Match(after) is { Success: true } dash ? dash.Index : -1;

    /// <summary>How much of the text after a reference closes the emphasis that was opened before it.</summary>
    internal static int ClosingEmphasis(string before, string after)
    {
        var length = after.AsSpan().IndexOfAnyExcept('*', '_');
        length = length < 0 ? after.Length : length;
        return length > 0 && before.Contains(after[..length], StringComparison.Ordinal) ? length : 0;
    }

    [GeneratedRegex(@"\s[—–-](\s|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Dash();
}

namespace Sheaf.Lists;

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

using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Line">Where it begins in the file, from 1.</param>
internal sealed record Cell(string Text, int Line);

/// <summary>
/// Divides separated values into rows and cells (RFC 4180, and what programs and people make of it). A quote opens a cell where only blanks
/// stand before it, and closes it where the cell ends behind it; one that is not closed so is a character. Tables separated by tabs have no
/// cells over several lines.
/// </summary>
internal sealed class CsvText(string text, char separator)
{
    private readonly List<Cell> _row = [];
    private int _at;
    private int _line = 1;
    private int _counted;
    private int _unclosedBefore;

    /// <summary>The rows that are not empty.</summary>
    public IEnumerable<List<Cell>> Rows()
    {
        while (_at < text.Length)
        {
            ReadCell();
            if (_at < text.Length && text[_at] == separator)
            {
                _at++;
                if (_at < text.Length)
                {
                    continue;
                }
            }

            if (_row.Exists(cell => cell.Text.Length > 0))
            {
                yield return [.. _row];
            }

            _row.Clear();
            _at += text.AsSpan(_at).StartsWith("\r\n") ? 2 : 1;
        }
    }

    private void ReadCell()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is ' ' or '\u00a0' && text[_at] != separator)
        {
            _at++;
        }

        if (_at < text.Length && text[_at] == '"' && ClosingQuote(_at) is { } close)
        {
            Add(text[(_at + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal), _at);
            _at = CellEnd(close + 1);
            return;
        }

        var end = CellEnd(start);
        Add(text[start..end], start);
        _at = end;
    }

    private int CellEnd(int from)
    {
        var length = text.AsSpan(from).IndexOfAny(separator, '\r', '\n');
        return length < 0 ? text.Length : from + length;
    }

    private void Add(string value, int at)
    {
        var passed = text.AsSpan(_counted, at - _counted);
        _line += passed.Count('\n') + passed.Count('\r') - passed.Count("\r\n");
        _counted = at;
        _row.Add(new(value.Trim(), _line));
    }

    /// <summary>
    /// The quote with which the cell that another opens ends; null where there is none. Quotes within a cell are doubled: a single one in a
    /// later row that does not end the cell opens one of its own.
    /// </summary>
    private int? ClosingQuote(int open)
    {
        if (open < _unclosedBefore)
        {
            return null;
        }

        var rowEnd = text.Length;
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] is '\n' or '\r')
            {
                rowEnd = Math.Min(rowEnd, at);
                if (separator == '\t')
                {
                    return Unclosed(at);
                }
            }
            else if (text[at] == '"')
            {
                var end = at;
                while (end + 1 < text.Length && text[end + 1] == '"')
                {
                    end++;
                }

                // Of an odd number the last is alone.
                var isAlone = (end - at) % 2 == 0;
                if (isAlone && EndsCell(end + 1))
                {
                    return rowEnd < end && IsRowOfItsOwn(text[(open + 1)..rowEnd]) ? Unclosed(rowEnd) : end;
                }

                if (isAlone && rowEnd < at)
                {
                    return Unclosed(at);
                }

                at = end;
            }
        }

        return Unclosed(text.Length);
    }

    private int? Unclosed(int before)
    {
        _unclosedBefore = before;
        return null;
    }

    private bool EndsCell(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00a0')
        {
            at++;
        }

        return at >= text.Length || text[at] == separator || text[at] is '\r' or '\n';
    }

    /// <summary>
    /// Whether what stands behind a quote up to the end of its row holds cells that are links: then it was never meant to open a cell.
    /// </summary>
    private bool IsRowOfItsOwn(string rest)
    {
        var cells = rest.Length <= 2000 ? rest.Split(separator) : [];
        var link = Array.FindIndex(cells, cell => cell.Contains("://", StringComparison.Ordinal)
            || IdentifierFinder.TryReadReference(cell, out _));
        return link > 0 && !cells[link].Trim().Contains(' ')
            && !cells.Take(link).Any(cell => cell.Contains(". ", StringComparison.Ordinal));
    }
}

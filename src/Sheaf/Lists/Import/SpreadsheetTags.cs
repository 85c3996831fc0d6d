using System.Text;
using Sheaf.Text;

namespace Sheaf.Lists.Import;

/// <summary>
/// A column of a spreadsheet whose cells are tags: <c>agents; long context</c> is <c>#agents #long-context</c>. What cannot be made into a
/// tag, as a number alone, is told of.
/// </summary>
internal sealed class SpreadsheetTags
{
    private const int LongestTag = 60;

    private static readonly char[] Separators = [';', ',', '|', '\n', '\r'];

    private readonly List<(int Line, IReadOnlyList<string> Tags)> _rows = [];
    private readonly List<(int Line, string Value)> _left = [];

    private SpreadsheetTags()
    {
    }

    /// <summary>Values that are no tags, with the line on which their row begins.</summary>
    public IReadOnlyList<(int Line, string Value)> Left => _left;

    /// <param name="name">The file, or words for what is none.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="column">The name of the column; capital and small letters are the same.</param>
    /// <exception cref="BadInputException">It is no spreadsheet, or has no such column; the message names those it has.</exception>
    public static SpreadsheetTags Read(string name, ReadOnlyMemory<byte> content, string column)
    {
        var text = ForeignBytes.Read(name, content.Span);
        if (FormatOf.Of(name, text) != ListFormat.Csv)
        {
            throw new BadInputException($"--tags names a column of a spreadsheet, and {name} is not read as one: save it as CSV.", name);
        }

        var rows = CsvReader.Rows(text);
        var (names, head) = CsvColumns.Head(rows);
        if (names.Count == 0)
        {
            throw new BadInputException($"{name} has no row that names its columns, so --tags {PlainLine.Of(column)} finds none.", name);
        }

        var plain = names.Select(PlainLine.Of).ToList();
        var at = plain.FindIndex(one => one.Equals(column.Trim(), StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            throw new BadInputException(
                $"{name} has no column {PlainLine.Of(column)}; its columns are {string.Join(", ", plain.Where(one => one.Length > 0))}.",
                name);
        }

        var tags = new SpreadsheetTags();
        foreach (var row in rows.Skip(head).Where(row => row.Count > 0).Select(row => TableRecords.Whole(row, names)))
        {
            tags.Add(row[0].Line, at < row.Count ? row[at].Text : "");
        }

        return tags;
    }

    /// <summary>The tags of the row around a line; none above the first row.</summary>
    /// <param name="line">From 1.</param>
    public IReadOnlyList<string> At(int line)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _rows[middle].Line <= line ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? [] : _rows[low - 1].Tags;
    }

    private void Add(int line, string cell)
    {
        var tags = new List<string>();
        foreach (var value in cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TagOf(value) is { } tag)
            {
                tags.Add(tag);
            }
            else if (value.Trim('#').Length > 0)
            {
                _left.Add((line, value));
            }
        }

        _rows.Add((line, [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)]));
    }

    /// <summary>Words with hyphens between them, of the characters that a tag may have; null where that is no tag.</summary>
    private static string? TagOf(string value)
    {
        var tag = new StringBuilder(value.Length);
        foreach (var rune in PlainLine.Of(value).EnumerateRunes())
        {
            var isWord = Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.' or '/' or '+'
                || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark;
            _ = isWord ? tag.Append(rune.ToString()) : tag.Length > 0 && tag[^1] != '-' ? tag.Append('-') : tag;
        }

        var word = tag.ToString().Trim('-', '.', '/', '+');
        return word.Length <= LongestTag && Tag.IsWord(word) ? word : null;
    }
}

using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Tables of separated values: what separates them, and which row names the columns.</summary>
internal static class CsvColumns
{
    /// <summary>A head stands near the beginning: below a title, an empty row, or <c>sep=;</c>.</summary>
    private const int LastHead = 20;

    /// <summary>Of the text that is tried with each separator.</summary>
    private const int Beginning = 16_384;

    private const string Separators = ",;\t|";

    /// <summary>The separator that names the most columns; where none does, the one that divides most rows alike.</summary>
    public static char SeparatorOf(string text)
    {
        if (SeparatorLine(text) is var (named, _))
        {
            return named;
        }

        var beginning = text[..Math.Min(text.Length, Beginning)];
        return Separators.MaxBy(separator => Fitness([.. new CsvText(beginning, separator).Rows().Take(LastHead + 10)]));
    }

    /// <summary>A spreadsheet's first line <c>sep=;</c>; null where there is none.</summary>
    public static (char Separator, int Length)? SeparatorLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = text.AsSpan(0, end < 0 ? Math.Min(text.Length, 10) : end).Trim(' ').Trim('"');
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? (line[4], end < 0 ? text.Length : end)
            : null;
    }

    /// <summary>Whether a text begins with a row that can only be the head of a table of papers.</summary>
    public static bool AreNamedIn(string text)
    {
        if (SeparatorLine(text) is not null)
        {
            return true;
        }

        var end = text.AsSpan().IndexOfAny('\r', '\n');
        if (end <= 0 || end > 2000)
        {
            return false;
        }

        var names = Separators.Select(separator => text[..end].Split(separator)).MaxBy(cells => cells.Length)!;
        var roles = names.Select(name => FieldNames.RoleOf(name)).ToList();
        return !IsMarkdown(text, end) && names.Length >= 2 && Array.TrueForAll(names, name => name.Length <= 40)
            && roles.Exists(role => role is FieldRole.Title or FieldRole.Author)
                && roles.Exists(role => role is FieldRole.Identifier or FieldRole.Key or FieldRole.Address);
    }

    private static bool IsMarkdown(string text, int firstEnd)
    {
        var second = text.AsSpan(firstEnd).TrimStart("\r\n");
        var rule = second[..Math.Max(0, second.IndexOfAny('\r', '\n'))];
        return text.StartsWith('|') || rule.Contains('|') && rule.IndexOfAnyExcept(" \t|:-") < 0;
    }

    /// <summary>
    /// The names of the columns and the row behind them. The head is the first row that names two columns and no paper; of two head rows
    /// the second is the finer one.
    /// </summary>
    /// <returns>No names where no row is a head.</returns>
    public static (IReadOnlyList<string> Names, int Rows) Head(IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        for (var row = 0; row < Math.Min(rows.Count, LastHead); row++)
        {
            var known = Known(rows[row]);
            if (known < (row == 0 || rows[row].Count == 1 ? 1 : 2) || NamesPaper(rows[row]))
            {
                continue;
            }

            // One known name in the first row may be that of a group of columns.
            var hasSecond = row + 1 < rows.Count && Known(rows[row + 1]) >= 2 && !NamesPaper(rows[row + 1]);
            return hasSecond ? (Joined(rows[row], rows[row + 1]), row + 2) : ([.. rows[row].Select(cell => cell.Text)], row + 1);
        }

        return ([], 0);
    }

    /// <summary>Whether a row names a paper, or has a link: then it is none of the head.</summary>
    public static bool NamesPaper(IEnumerable<Cell> row) =>
        row.Any(cell => RecordLinks.Find(cell.Text) is not null || IdentifierFinder.Find(cell.Text).Count > 0);

    private static int Known(IEnumerable<Cell> row) => row.Count(cell => FieldNames.RoleOf(cell.Text) != FieldRole.Other);

    private static List<string> Joined(IReadOnlyList<Cell> first, IReadOnlyList<Cell> second) =>
        [.. Enumerable.Range(0, Math.Max(first.Count, second.Count)).Select(column => NameAt(second, column) is { Length: > 0 } name
            && (FieldNames.RoleOf(name) != FieldRole.Other || FieldNames.RoleOf(NameAt(first, column)) == FieldRole.Other)
                ? name
                : NameAt(first, column))];

    private static string NameAt(IReadOnlyList<Cell> row, int column) => column < row.Count ? row[column].Text : "";

    private static int Fitness(List<List<Cell>> rows)
    {
        var named = rows.Take(LastHead).Where(row => row.Count > 1).Select(row => Known(row)).DefaultIfEmpty(0).Max();
        var alike = rows.Where(row => row.Count > 1).GroupBy(row => row.Count).Select(group => group.Count()).DefaultIfEmpty(0).Max();
        return (named >= 2 ? named * 1000 : 0) + alike;
    }
}

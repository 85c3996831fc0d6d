using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>The records of a table: each row is one, and the row that names the columns says what its cells are.</summary>
internal static class TableRecords
{
    /// <summary>A row of more cells is one of measured values, as a rule.</summary>
    private const int MostCells = 3;

    public static IEnumerable<Record> Of(IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        var (names, head) = CsvColumns.Head(rows);
        // What stands above the head is the table's title, unless it names a paper.
        return rows.Take(Math.Max(0, head - 1)).Where(CsvColumns.NamesPaper).Select(row => Unnamed(row) with { IsPart = true })
            .Concat(rows.Skip(head).Where(row => !Repeats(row, names))
                .Select(row => names.Count > 0 ? Named(Whole(row, names), names) : Unnamed(Whole(row))));
    }

    private static Record Named(IReadOnlyList<Cell> row, IReadOnlyList<string> names) =>
        new([.. row.SelectMany((cell, column) => FieldsOf(cell, column < names.Count ? names[column] : "", column))]);

    private static IEnumerable<Field> FieldsOf(Cell cell, string name, int column)
    {
        var role = FieldNames.RoleOf(name);
        return cell.Text.Length == 0 ? []
            : role == FieldRole.Author ? PersonNames.Divide(cell.Text).Select(person => new Field(role, person, cell.Line))
            : [new(role, cell.Text, cell.Line) { Name = name.Length > 0 ? name : NameOf(column) }];
    }

    /// <summary>
    /// Without names, a cell that is little but a reference names the paper, and the longest other one that looks like a title is it.
    /// </summary>
    private static Record Unnamed(IReadOnlyList<Cell> row)
    {
        var roles = row.Select(cell => RoleOf(cell.Text)).ToList();
        if (!roles.Contains(FieldRole.Address))
        {
            // Nobody says what the numbers are: those that were identifiers are named, where they may be the only name of a paper.
            roles = [.. row.Select((cell, column) => row.Count <= MostCells && IdentifierField.LostItsZeros(cell.Text)
                ? FieldRole.Identifier : roles[column])];
        }

        var title = Enumerable.Range(0, row.Count)
            .Where(column => roles[column] == FieldRole.Other && EntryWords.LooksLikeTitle(row[column].Text) && !IsProse(row[column].Text))
            .DefaultIfEmpty(-1).MaxBy(column => column < 0 ? 0 : row[column].Text.Length);
        if (title >= 0)
        {
            roles[title] = FieldRole.Title;
        }

        // A text that looks like a title may be anything where no column is named: nothing is missed where there is no link either.
        return new([.. row.Select((cell, column) => new Field(roles[column], cell.Text, cell.Line) { Name = NameOf(column) })])
        {
            IsPart = title >= 0 && !row
                .Any(cell => RecordLinks.Find(cell.Text) is not null || IdentifierField.Damaged(cell.Text) is not null),
            Label = row.Select(cell => RecordLinks.Find(cell.Text)).FirstOrDefault(link => link is not null),
        };
    }

    /// <summary>A sentence that names a paper is not what names the row's, unless nothing else does.</summary>
    private static FieldRole RoleOf(string text) => IdentifierFinder.Find(text) is not [var first, ..] ? FieldRole.Other
        : RecordClaims.IsAlone(text, first) ? FieldRole.Address
        : IsProse(text) ? FieldRole.Prose
        : FieldRole.Other;

    /// <summary>An abstract has sentences.</summary>
    private static bool IsProse(string text) => text.Length > 300 || text.AsSpan().Count(' ') > 7
        && text.TrimEnd() is [.., '.' or '!' or '?'];

    /// <summary><c>2404,00001</c> is two cells of a table that commas separate.</summary>
    public static IReadOnlyList<Cell> Whole(IReadOnlyList<Cell> row, IReadOnlyList<string> names)
    {
        if (row.Count != names.Count + 1)
        {
            return row;
        }

        for (var column = 0; column < names.Count; column++)
        {
            if (FieldNames.RoleOf(names[column]) is FieldRole.Identifier or FieldRole.Key && IsDigits(row[column].Text, 4, 4)
                && IsDigits(row[column + 1].Text, 1, 5))
            {
                return [.. row.Take(column), row[column] with { Text = $"{row[column].Text},{row[column + 1].Text}" },
                    .. row.Skip(column + 2)];
            }
        }

        return row;
    }

    /// <summary>As above in a table whose columns have no names: the row names no paper otherwise.</summary>
    private static IReadOnlyList<Cell> Whole(IReadOnlyList<Cell> row)
    {
        for (var column = 0; column + 1 < row.Count && row.Count <= MostCells && !CsvColumns.NamesPaper(row); column++)
        {
            var joined = $"{row[column].Text},{row[column + 1].Text}";
            if (IsDigits(row[column].Text, 4, 4) && IsDigits(row[column + 1].Text, 4, 5) && IdentifierField.LostItsZeros(joined))
            {
                return [.. row.Take(column), row[column] with { Text = joined }, .. row.Skip(column + 2)];
            }
        }

        return row;
    }

    private static bool IsDigits(string text, int least, int most) => text.Length >= least && text.Length <= most
        && text.All(char.IsAsciiDigit);

    /// <summary>Tables that were put one behind another have their heads in between.</summary>
    private static bool Repeats(IReadOnlyList<Cell> row, IReadOnlyList<string> names) =>
        names.Count > 1 && row.Count == names.Count && row.Select(cell => cell.Text).SequenceEqual(names, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(int column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column {column + 1}");
}

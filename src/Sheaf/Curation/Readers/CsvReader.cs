using System.Text;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation.Readers;

/// <summary>Reads tables of separated values (RFC 4180; semicolons and tabs too): each row is a record.</summary>
internal static class CsvReader
{
    public static ReadList Read(string text)
    {
        var rows = Rows(text, CsvColumns.SeparatorOf(text));
        List<FieldRole>? roles = null;
        var lists = new List<ReadList>();
        foreach (var row in rows)
        {
            if (roles is null && CsvColumns.Roles([.. row.Select(cell => cell.Text)]) is var named)
            {
                roles = named;
                if (named.Count > 0)
                {
                    continue;
                }
            }

            var says = roles is { Count: > 0 } ? roles : Guessed(row);
            lists.Add(RecordClaims.Of([.. row.SelectMany((cell, column) => FieldsOf(cell, column < says.Count ? says[column] : FieldRole.Other))]));
        }

        return ReadList.Of(lists);
    }

    /// <summary>Without names, the cell with a reference names the paper, and the longest other one is its title.</summary>
    private static List<FieldRole> Guessed(IReadOnlyList<Cell> row)
    {
        var roles = row.Select(cell => IdentifierFinder.Find(cell.Text).Count > 0 ? FieldRole.Address : FieldRole.Other).ToList();
        var title = Enumerable.Range(0, row.Count).Where(column => roles[column] == FieldRole.Other).DefaultIfEmpty(-1)
            .MaxBy(column => column < 0 ? 0 : row[column].Text.Length);
        if (title >= 0 && EntryWords.LooksLikeTitle(row[title].Text))
        {
            roles[title] = FieldRole.Title;
        }

        return roles;
    }

    private static IEnumerable<Field> FieldsOf(Cell cell, FieldRole role) => role == FieldRole.Author
        ? PersonNames.Divide(cell.Text).Select(name => new Field(role, name, cell.Line))
        : [new(role, cell.Text, cell.Line)];

    private static IEnumerable<List<Cell>> Rows(string text, char separator)
    {
        var row = new List<Cell>();
        var cell = new StringBuilder();
        var (line, cellLine, quoted) = (1, 1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            line += character == '\n' ? 1 : 0;
            if (character == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (character == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && (character == separator || character is '\n' or '\r'))
            {
                row.Add(new(cell.ToString().Trim(), cellLine));
                cell.Clear();
                cellLine = line;
                if (character != separator)
                {
                    if (row.Exists(one => one.Text.Length > 0))
                    {
                        yield return row;
                    }

                    row = [];
                }
            }
            else
            {
                cell.Append(character);
            }
        }

        row.Add(new(cell.ToString().Trim(), cellLine));
        if (row.Exists(one => one.Text.Length > 0))
        {
            yield return row;
        }
    }

    /// <param name="Text">Without quotes.</param>
    /// <param name="Line">Where it begins, from 1.</param>
    private sealed record Cell(string Text, int Line);
}

using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>What the cells of a table's row claim, by the names of the columns where they have any.</summary>
internal sealed partial class TableColumns(ListPage page)
{
    /// <summary>The claims of the row that holds a place; null where it is in no row.</summary>
    public EntryWords? WordsOf(PlaceInLine place)
    {
        if (!page.IsRow(place.Line))
        {
            return null;
        }

        var cells = CellsOf(place.Line);
        var names = page.TableHead(place.Line) is { } head ? CellsOf(head) : [];
        var title = TitleOf(place, cells, names);
        return title with
        {
            Names = title.Names ?? Cell(cells, names, AuthorColumn()) switch { { } authors => NameList.Read(authors), null => null },
            Day = title.Day ?? Cell(cells, names, DayColumn()) switch { { } day => DayInText.Read(day), null => null },
        };
    }

    /// <summary>
    /// The place of a row in a column that may name its paper, where the first reference stands in the column of abstracts or keywords;
    /// null where the row has none there. Any other place as it is.
    /// </summary>
    public PlaceInLine? InOwnColumn(PlaceInLine place)
    {
        if (place.Entry.IsMention || !page.IsRow(place.Line) || page.TableHead(place.Line) is not { } head || head == place.Line)
        {
            return place;
        }

        var roles = page[head].Cells.Select(name => FieldNames.RoleOf(name.Trim())).ToList();
        var (column, cells) = (0, new List<(string Text, int Column, bool IsOfProse)>());
        foreach (var cell in page[place.Line].Cells)
        {
            cells.Add((cell, column, cells.Count < roles.Count && roles[cells.Count] == FieldRole.Prose));
            column += cell.Length + 1;
        }

        return !cells.Exists(cell => cell.IsOfProse && cell.Column == place.Column && cell.Text == place.Content) ? place
            : cells.Where(cell => !cell.IsOfProse)
                .Select(cell => ReferenceMark.FindFirst(cell.Text) is { } mark ? place with
                {
                    Column = cell.Column,
                    Content = cell.Text,
                    Mark = mark,
                    Entry = place.Entry with
                    {
                        Raw = mark.Found.Text,
                        Reference = mark.Found.Reference,
                        Problem = mark.Found.Problem,
                        ClaimedTitle = mark.ClaimedTitle,
                    },
                } : null)
                .FirstOrDefault(other => other is not null);
    }

    /// <summary>
    /// What the column of titles holds in a row, without markup; null where the table has no such column, or counts papers in it, as those
    /// below the picture of an issue do.
    /// </summary>
    public string? TitleIn(int line) =>
        page.TableHead(line) is { } head && head != line && Cell(CellsOf(line), CellsOf(head), TitleColumn()) is { } titled
            && titled.Any(char.IsLetter)
            ? ReadTitle(titled).Title ?? PlainTitle.Of(titled)
            : null;

    /// <summary>What was an identifier in a column made for them, or for links; null where a row has none.</summary>
    public FoundReference? DamagedIn(int line)
    {
        if (page.TableHead(line) is not { } head || line <= head + 1)
        {
            return null;
        }

        var roles = CellsOf(head).ConvertAll(FieldNames.RoleOf);
        return CellsOf(line).Zip(roles)
            .Where(cell => cell.Second == FieldRole.Identifier
                || cell.Second is FieldRole.Key or FieldRole.Address && IdentifierField.LostItsZeros(cell.First))
            .Select(cell => IdentifierField.Damaged(cell.First)).FirstOrDefault(found => found is not null);
    }

    /// <summary>
    /// The text of a link that is a title; else the column of titles; else the words before the reference, or the first cell with words.
    /// </summary>
    private static EntryWords TitleOf(PlaceInLine place, IReadOnlyList<string> cells, IReadOnlyList<string> names)
    {
        var beside = SingleLineEntry.Read(place, isHabit: false);
        if (beside.Title is not null)
        {
            return beside;
        }

        if (Cell(cells, names, TitleColumn()) is { } titled)
        {
            return titled.Contains(place.Mark.Found.Text, StringComparison.Ordinal) ? beside : ReadTitle(titled);
        }

        // What stands behind the reference is a note.
        var before = cells.TakeWhile(cell => !cell.Contains(place.Mark.Found.Text, StringComparison.Ordinal))
            .FirstOrDefault(cell => Words().IsMatch(cell));
        return before is not null && ReadTitle(before) is var words && (words.IsExplicit || EntryWords.LooksLikeTitle(words.Title))
            ? words
            : beside;
    }

    /// <summary>A ranked title may have a comment behind a dash: <c>1) **Title** - what it is about</c>.</summary>
    private static EntryWords ReadTitle(string cell)
    {
        var text = Rank().Replace(cell, "", 1);
        var words = EntryWords.Read(text);
        return words.IsExplicit || text.Length == cell.Length ? words : EntryWords.Read(Dash().Split(text, 2)[0]);
    }

    private static string? Cell(IReadOnlyList<string> cells, IReadOnlyList<string> names, Regex column)
    {
        for (var at = 0; at < names.Count && at < cells.Count; at++)
        {
            if (column.IsMatch(names[at]) && cells[at].Length > 0)
            {
                return cells[at];
            }
        }

        return null;
    }

    private List<string> CellsOf(int line)
    {
        var cells = page[line].Cells.Select(cell => cell.Trim()).ToList();
        var isFramed = page[line].IsRow;
        return isFramed && cells.Count > 1 ? cells[1..] : cells;
    }

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\W*(title|paper|paper title|name|论文|论文标题|标题|題目|論文|タイトル|titre|titel|título|titolo|artikel|article|artículo)s?\W*\z",
        AnyCase)]
    private static partial Regex TitleColumn();

    [GeneratedRegex(@"^\W*(author|作者|著者|auteur|autor|autore|autore)(s|en|es|i)?\W*\z", AnyCase)]
    private static partial Regex AuthorColumn();

    [GeneratedRegex(@"^\W*(date|day|published|submitted|日期|日付|datum|fecha|data)\W*\z", AnyCase)]
    private static partial Regex DayColumn();

    [GeneratedRegex(@"^\s*\(?[0-9]{1,3}[.):]\s*")]
    private static partial Regex Rank();

    [GeneratedRegex(@"\s[—–-]\s")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\p{L}{2}.*\s\p{L}|\p{Lo}{2}")]
    private static partial Regex Words();
}

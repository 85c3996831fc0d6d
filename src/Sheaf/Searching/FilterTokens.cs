using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Names;
using Sheaf.Store.Search;
using Sheaf.Text;

namespace Sheaf.Searching;

/// <summary>
/// Words in the index by which papers are filtered, which no text holds: each begins with a private character. A filter is then one more
/// word to look for, which makes a search faster, not slower.
/// </summary>
internal static class FilterTokens
{
    private const char OfCategory = SearchText.FirstMark;
    private const char OfArchive = '\uE001';
    private const char OfSurname = '\uE002';
    private const char OfName = '\uE003';
    private const char OfWholeTitle = '\uE004';

    /// <summary>Bytes of a title's hash: among millions of papers few share them that do not share the title.</summary>
    private const int HashedTitle = 6;

    /// <summary>A category of two names, such as math.NA and cs.NA, is in both archives.</summary>
    private static readonly ILookup<string, string> ArchivesOf = Category.Active.ToLookup(
        category => category.Canonical.Name, category => category.Archive);

    /// <summary>All that a paper is found by, beside its words.</summary>
    public static string Of(SearchedPaper paper)
    {
        var marks = new StringBuilder();
        if (Title.KeyOf(paper.Title) is { } key)
        {
            marks.Append(TitleMark(key)).Append(' ');
        }

        foreach (var name in paper.Categories.Select(Canonical).Distinct())
        {
            marks.Append(CategoryMark(name)).Append(' ');
            foreach (var archive in Archives(name).Distinct())
            {
                marks.Append(ArchiveMark(archive)).Append(' ');
            }
        }

        foreach (var author in paper.Authors)
        {
            AppendAuthor(marks, author);
        }

        return marks.ToString();
    }

    /// <summary>
    /// What finds the papers of a category, <c>cs.LG</c>, or of a whole archive, <c>cs.*</c> or <c>cs</c>, in any case; null where there is
    /// no such.
    /// </summary>
    public static string? OfFilter(string category)
    {
        var archive = category.EndsWith(".*", StringComparison.Ordinal) ? category[..^2] : category;
        return Category.Active.FirstOrDefault(known => known.Archive.Equals(archive, StringComparison.OrdinalIgnoreCase)) is { } inArchive
            ? Quoted(ArchiveMark(inArchive.Archive))
            : Category.Active.FirstOrDefault(known => known.Name.Equals(category, StringComparison.OrdinalIgnoreCase)) is { } active
                ? Quoted(CategoryMark(active.Canonical.Name))
            : Category.TryParse(category, out var closed) ? Quoted(CategoryMark(closed.Canonical.Name))
            : null;
    }

    /// <summary>
    /// What finds the papers of an author by surname, by initial and surname, or by name: then also papers that give the initial only. Null
    /// where the text is no name.
    /// </summary>
    public static string? OfAuthor(string author)
    {
        if (PersonName.Parse(InNaturalOrder(author)) is not { } name || PlainLetters.Joined(name.Surname) is not { Length: > 0 } surname)
        {
            return null;
        }

        var given = GivenOf(name);
        return given.Length switch
        {
            0 => Quoted(OfSurname + surname),
            1 => $"{Quoted(NameMark(surname, given))} *",
            _ => $"({Quoted(NameMark(surname, given))} OR {Quoted(NameMark(surname, given[..1]))} OR authors : "
                + $"{Quoted(SearchText.Fold(author))})",
        };
    }

    /// <summary>What finds the papers of a title, by its <see cref="Title.Key"/>.</summary>
    public static string OfTitle(string key) => Quoted(TitleMark(key));

    private static void AppendAuthor(StringBuilder marks, string author)
    {
        if (PersonName.Parse(author) is not { } name || PlainLetters.Joined(name.Surname) is not { Length: > 0 } surname)
        {
            return;
        }

        marks.Append(OfSurname).Append(surname).Append(' ');
        if (name.Particle.Length > 0)
        {
            marks.Append(OfSurname).Append(PlainLetters.Joined(name.Family)).Append(' ');
        }

        if (GivenOf(name) is { Length: > 0 } given)
        {
            marks.Append(NameMark(surname, given)).Append(' ');
        }
    }

    /// <summary><c>LeCun, Yann</c> as <c>Yann LeCun</c>: which of two last names are one surname the index does not know.</summary>
    private static string InNaturalOrder(string author) => PersonName.Inverted(author) is var (last, first) ? $"{first} {last}" : author;

    private static string NameMark(string surname, string given) => $"{OfName}{surname}{OfName}{given}";

    /// <summary>The first given name; of initials the first.</summary>
    private static string GivenOf(PersonName name) =>
        PlainLetters.Joined(name.Given.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");

    private static string Canonical(string name) => Category.TryParse(name, out var category) ? category.Canonical.Name : name;

    private static IEnumerable<string> Archives(string name) => ArchivesOf.Contains(name) ? ArchivesOf[name]
        : Category.TryParse(name, out var category) ? [category.Archive] : [name.Split('.')[0]];

    private static string CategoryMark(string name) => OfCategory + PlainLetters.Joined(name);

    private static string ArchiveMark(string name) => OfArchive + PlainLetters.Joined(name);

    private static string TitleMark(string key) =>
        OfWholeTitle + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, HashedTitle));

    /// <summary>A text as FTS5 takes it for words, none of them for an operator.</summary>
    internal static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Security.Cryptography;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>One file of an editor's picks, read.</summary>
/// <param name="Name">The file's name: <c>2024-04.md</c>.</param>
/// <param name="Month">The month the editor gave it by its name; null where each paper goes to the month of its first submission.</param>
/// <param name="Entries">Items and mentions, malformed ones too, in file order; the same paper may come more than once.</param>
internal sealed record CuratedList(string Name, Month? Month, IReadOnlyList<CuratedEntry> Entries)
{
    /// <summary>SHA-256 of the file's bytes in lower-case hexadecimal; null where the list was not read from a file.</summary>
    /// <remarks>
    /// Only reckoned when asked for: most commands do not, and loading the cryptography takes longer than reading the lists.
    /// </remarks>
    public string? Sha256 => Bytes is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;

    /// <summary>The file as it was read; null where the list was not read from one.</summary>
    internal byte[]? Bytes { get; init; }

    /// <summary>What belongs in a draft: the items, or the mentions where the file has no items. Malformed ones are among them.</summary>
    public IEnumerable<CuratedEntry> Drafted
    {
        get
        {
            var hasItems = Entries.Any(entry => !entry.IsMention);
            return Entries.Where(entry => entry.IsMention != hasItems);
        }
    }

    /// <summary>Reads a list; any text is one.</summary>
    public static CuratedList Parse(string name, string text)
    {
        var month = MonthOf(name);
        return new(name, month, CuratedListReader.Read(text, month));
    }

    /// <summary>
    /// The month a list's file name gives it: that of <c>2024-04.md</c>, and of <c>2024-04.weekly.md</c>; null where it gives none.
    /// </summary>
    internal static Month? MonthOf(string name) =>
        name.Length > 8 && name[7] == '.' && Arxiv.Identifiers.Month.TryParse(name[..7], out var month) && ArxivMonths.Contain(month)
            ? month
            : null;
}

/// <summary>One paper as an editor put it on a curated list.</summary>
/// <param name="Line">Where the reference stands, from 1.</param>
/// <param name="Raw">The reference as written.</param>
/// <param name="Reference">What it names; null where it is malformed.</param>
/// <param name="Problem">Why it is malformed, one sentence without its final stop; null where it is not.</param>
/// <param name="ClaimedTitle">
/// The text of the Markdown link to the paper; null where there is none or it is no title (<c>pdf</c>, an identifier).
/// </param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>, as spelled, each once.</param>
/// <param name="Note">The editor's own words in Markdown, lines separated by <c>\n</c>; null where there are none.</param>
/// <param name="Section">The heading it stands under, as written; null where there is none but the file's title.</param>
/// <param name="IsMention">Whether it stands in running prose, and is not an item of the list.</param>
internal sealed record CuratedEntry(
    int Line,
    string Raw,
    EprintReference? Reference,
    string? Problem,
    string? ClaimedTitle,
    bool Starred,
    IReadOnlyList<string> Tags,
    string? Note,
    string? Section,
    bool IsMention)
{
    /// <summary>The lines that it takes up, from 1: of an item those of its note, too.</summary>
    internal IReadOnlyList<int> Lines { get; init; } = [Line];

    /// <summary>Where in its line the reference stands.</summary>
    internal EntryColumns Columns { get; init; }

    /// <summary>Whether it stands in the row of a table.</summary>
    internal bool IsRow { get; init; }
}

/// <summary>Where in its line a reference stands.</summary>
/// <param name="Text">Where the text of the item or the cell begins.</param>
/// <param name="Start">Where the reference begins, with all that spells it.</param>
/// <param name="End">After it.</param>
internal readonly record struct EntryColumns(int Text, int Start, int End);

/// <summary>
/// Which entries of which lists make up a month: all of a list named after it, since there the editor's month wins; of any other list
/// the papers whose first version was submitted in that month, in UTC. A paper that arXiv has not told us about yet counts for the month of
/// its identifier, so that it is missed somewhere.
/// </summary>
internal static class MonthlyList
{
    /// <param name="month">The month of the issue.</param>
    /// <param name="lists">All curated lists.</param>
    /// <param name="monthOf">The month of a paper's first version; null while arXiv has not told.</param>
    /// <returns>The entries in the order of the lists, mentions included.</returns>
    public static IEnumerable<ListedEntry> Of(Month month, IEnumerable<CuratedList> lists, Func<ArxivIdentifier, Month?> monthOf) =>
        Choose(month, lists, monthOf, list => list.Entries);

    /// <summary>Those of them that belong in a draft; see <see cref="CuratedList.Drafted"/>.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<ListedEntry> Drafted(Month month, IEnumerable<CuratedList> lists, Func<ArxivIdentifier, Month?> monthOf) =>
        Choose(month, lists, monthOf, list => list.Drafted);

    /// <summary>The months that the lists have something for, earliest first.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<Month> Months(IReadOnlyCollection<CuratedList> lists, Func<ArxivIdentifier, Month?> monthOf) =>
        lists.Select(list => list.Month)
            .Concat(lists.Where(list => list.Month is null).SelectMany(list => list.Entries.Select(entry => MonthOf(list, entry, monthOf))))
            .OfType<Month>().Distinct().Order();

    private static IEnumerable<ListedEntry> Choose(
        Month month, IEnumerable<CuratedList> lists, Func<ArxivIdentifier, Month?> monthOf,
        Func<CuratedList, IEnumerable<CuratedEntry>> entriesOf) =>
        from list in lists
        from entry in entriesOf(list)
        where MonthOf(list, entry, monthOf) == month
        select new ListedEntry(list, entry);

    /// <summary>Null where the list has no month and the entry names no paper.</summary>
    private static Month? MonthOf(CuratedList list, CuratedEntry entry, Func<ArxivIdentifier, Month?> monthOf) =>
        list.Month ?? (entry.Reference is { Identifier: var identifier } ? monthOf(identifier) ?? identifier.AnnouncedIn : null);
}

/// <summary>An entry and the list it stands on.</summary>
internal sealed record ListedEntry(CuratedList List, CuratedEntry Entry);

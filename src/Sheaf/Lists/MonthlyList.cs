using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

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

using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation;

/// <summary>
/// Which entries of which lists make up a month: all of a list named after it, since there the editor's month wins; of any other list
/// the papers whose first version was submitted in that month, in UTC.
/// </summary>
public static class MonthlyList
{
    /// <param name="month">The month of the issue.</param>
    /// <param name="lists">All curated lists.</param>
    /// <param name="monthOf">The month of a paper's first version; null while arXiv has not been asked.</param>
    /// <returns>The entries in the order of the lists, mentions included.</returns>
    public static IEnumerable<ListedEntry> Of(Month month, IEnumerable<CuratedList> lists, Func<ArxivIdentifier, Month?> monthOf) =>
        from list in lists
        from entry in list.Entries
        where list.Month is { } named
            ? named == month
            : entry.Reference is { } reference && monthOf(reference.Identifier) == month
        select new ListedEntry(list, entry);
}

/// <summary>An entry and the list it stands on.</summary>
public sealed record ListedEntry(CuratedList List, CuratedEntry Entry);

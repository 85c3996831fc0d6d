using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Store;

namespace Sheaf.Harvesting;

/// <summary>Reads the curated lists, takes them into the store and tells what a harvest is asked for.</summary>
public sealed class WantedPapers(CuratedFolder curated, CuratedStore lists, EprintStore eprints, TimeProvider time)
{
    /// <returns>
    /// Every paper in scope once, in the order of the lists; the references that name none; and the papers whose lines have been written or changed
    /// since the lists were last taken into the store.
    /// </returns>
    public (IReadOnlyList<ArxivIdentifier> Asked, IReadOnlyList<MalformedReference> Malformed, IReadOnlySet<ArxivIdentifier> Changed) In(
        HarvestScope scope)
    {
        var read = curated.Read();
        var changed = Changed(read);
        Keep(read);
        var entries = (scope.IsEverything ? AllOf(read) : Of(scope.Months, read)).Distinct().ToList();
        var asked = entries.Where(one => one.Entry.Reference is not null).Select(one => one.Entry.Reference!.Value.Identifier)
            .Concat(scope.Identifiers).Distinct().ToList();
        var malformed = entries.Where(one => one.Entry.Reference is null)
            .Select(one => new MalformedReference(one.Entry.Raw, one.List.Name, one.Entry.Line, one.Entry.Problem ?? "")).ToList();
        return (asked, malformed, changed);
    }

    /// <summary>Who writes or changes the line of a paper that arXiv lacked wants to know.</summary>
    private HashSet<ArxivIdentifier> Changed(IEnumerable<CuratedList> read) =>
        [.. read.SelectMany(list => lists.Changed(CuratedRows.Of(list, time.GetUtcNow())))];

    private static IEnumerable<ListedEntry> AllOf(IEnumerable<CuratedList> read) =>
        from list in read from entry in list.Entries select new ListedEntry(list, entry);

    /// <summary>
    /// The entries of some months. On a list without a month of its own, a paper nobody has asked for yet may belong to the month of its
    /// identifier or, submitted in that month's last days, to the one before (field guide 8.2): it counts for both until it is known.
    /// </summary>
    private IEnumerable<ListedEntry> Of(IReadOnlyList<Month> months, IReadOnlyList<CuratedList> read)
    {
        var undated = read.Where(list => list.Month is null).SelectMany(list => list.Entries)
            .Where(entry => entry.Reference is not null).Select(entry => entry.Reference!.Value.Identifier).Distinct().ToList();
        var known = eprints.Find(undated);
        return months.SelectMany(month => MonthlyList.Of(
            month, read, id => known.TryGetValue(id, out var paper) ? paper.Month : id.AnnouncedIn == month.Next ? month : id.AnnouncedIn));
    }

    private void Keep(IReadOnlyList<CuratedList> read)
    {
        var now = time.GetUtcNow();
        foreach (var list in read)
        {
            lists.Replace(CuratedRows.Of(list, now));
        }

        lists.RemoveListsExcept([.. read.Select(list => list.Name)]);
    }
}

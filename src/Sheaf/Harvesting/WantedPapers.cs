using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Store.Eprints;
using Sheaf.Store.Lists;

namespace Sheaf.Harvesting;

/// <summary>Reads the curated lists and tells what a harvest is asked for.</summary>
internal sealed class WantedPapers(CuratedFolder curated, CuratedStore lists, EprintStore eprints)
{
    /// <summary>
    /// Every paper in scope once, in the order of the lists; the references that name none; and the papers whose lines have been written or
    /// changed since the lists were last taken into the store.
    /// </summary>
    /// <exception cref="CurationException">A list cannot be read, and the scope does not go on without it.</exception>
    public FoundPapers In(HarvestScope scope)
    {
        var (read, unread) = scope.GoesOnWithoutUnread ? curated.ReadEach() : (curated.Read(), Array.Empty<UnreadList>());
        var entries = (scope.IsEverything ? AllOf(read) : Of(scope.Months, read)).Distinct().ToList();
        var asked = entries.Where(one => one.Entry.Reference is not null).Select(one => one.Entry.Reference!.Value.Identifier)
            .Concat(scope.Identifiers).Distinct().ToList();
        var malformed = entries.Where(one => one.Entry.Reference is null)
            .Select(one => new MalformedReference(one.Entry.Raw, one.List.Name, one.Entry.Line, one.Entry.Problem ?? "")).ToList();
        return new(asked, malformed, Changed(read), read, unread);
    }

    /// <summary>Who writes or changes the line of a paper that arXiv lacked wants to know.</summary>
    private HashSet<ArxivIdentifier> Changed(IEnumerable<CuratedList> read) =>
        [.. read.SelectMany(list => lists.Changed(CuratedRows.Of(list)))];

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
        return months.SelectMany(month => MonthlyList.Of(month, read, id =>
            known.TryGetValue(id, out var paper) ? paper.Month : ArxivMonths.MayHold(month, id) ? month : id.AnnouncedIn));
    }

    /// <summary>Takes the lists into the store. Of one that could not be read the store keeps what it had.</summary>
    public void Keep(IReadOnlyList<CuratedList> read, IReadOnlyList<UnreadList> unread)
    {
        foreach (var list in read)
        {
            lists.Replace(CuratedRows.Of(list));
        }

        lists.RemoveListsExcept([.. read.Select(list => list.Name), .. unread.Select(list => list.Name)]);
    }
}

/// <summary>What a harvest is asked for.</summary>
/// <param name="Asked">Every paper in scope once, in the order of the lists.</param>
/// <param name="Malformed">References that name none.</param>
/// <param name="Changed">Papers whose lines are new or other than those in the store.</param>
/// <param name="Lists">The lists that were read.</param>
/// <param name="Unread">Those that could not be.</param>
internal sealed record FoundPapers(
    IReadOnlyList<ArxivIdentifier> Asked, IReadOnlyList<MalformedReference> Malformed, IReadOnlySet<ArxivIdentifier> Changed,
    IReadOnlyList<CuratedList> Lists, IReadOnlyList<UnreadList> Unread);

/// <summary>Something on a curated list that was meant to name a paper and does not.</summary>
/// <param name="Text">As written.</param>
/// <param name="List">The list's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Problem">Why it names none.</param>
internal sealed record MalformedReference(string Text, string List, int Line, string Problem);

/// <summary>Curated lists as rows of the store.</summary>
internal static class CuratedRows
{
    public static CuratedListRow Of(CuratedList list) =>
        new(list.Name, list.Month, list.Sha256 ?? "", [.. list.Entries.Select(Of)]);

    private static CuratedEntryRow Of(CuratedEntry entry) => new()
    {
        Line = entry.Line,
        Raw = entry.Raw,
        Identifier = entry.Reference?.Identifier,
        Problem = entry.Problem,
        Version = entry.Reference?.Version,
        Starred = entry.Starred,
        Tags = entry.Tags,
        Note = entry.Note,
        ClaimedTitle = entry.ClaimedTitle,
        Section = entry.Section,
        IsMention = entry.IsMention,
    };
}

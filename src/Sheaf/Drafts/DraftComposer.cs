using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Sentences;

namespace Sheaf.Drafts;

/// <summary>Makes the list of a month out of what editors listed and what arXiv says.</summary>
public static class DraftComposer
{
    /// <param name="month">The issue; which papers belong to it is decided by the caller.</param>
    /// <param name="listed">In the order of the lists. A paper that comes again adds star, tags, and its note where there was none.</param>
    /// <param name="late">Papers of the month before that its issue lacks; those that stand on this month's list too are left out.</param>
    public static Draft Compose(
        Month month, IEnumerable<(CuratedEntry Entry, Eprint Eprint)> listed, IEnumerable<(CuratedEntry Entry, Eprint Eprint)>? late = null)
    {
        var entries = Merged(listed);
        var sections = entries
            .GroupBy(entry => entry.Section ?? DraftSection.Unsectioned)
            .OrderBy(section => section.Key == DraftSection.Unsectioned)
            .Select(section => new DraftSection(section.Key, NewestFirst(section)));
        var own = entries.Select(entry => entry.Eprint.Identifier).ToHashSet();
        return new Draft(month, [.. sections], NewestFirst(entries.Where(entry => entry.Starred)))
        {
            LateArrivals = NewestFirst(Merged(late ?? []).Where(entry => !own.Contains(entry.Eprint.Identifier))),
        };
    }

    private static List<DraftEntry> Merged(IEnumerable<(CuratedEntry Entry, Eprint Eprint)> listed) =>
        [.. listed.GroupBy(paper => paper.Eprint.Identifier).Select(Merge)];

    private static DraftEntry Merge(IEnumerable<(CuratedEntry Entry, Eprint Eprint)> places)
    {
        var entries = places.Select(place => place.Entry).ToList();
        var eprint = places.First().Eprint;
        var note = entries.Select(entry => entry.Note).FirstOrDefault(note => !string.IsNullOrWhiteSpace(note));
        return new DraftEntry(
            eprint,
            note,
            entries.Exists(entry => entry.Starred),
            [.. entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
            entries[0].Section,
            note is null ? SuggestedSentence.Of(eprint) : null);
    }

    private static IReadOnlyList<DraftEntry> NewestFirst(IEnumerable<DraftEntry> entries) =>
        [.. entries.OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Eprint.Identifier)];
}

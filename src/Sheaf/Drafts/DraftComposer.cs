using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Sentences;
using Sheaf.Lists;

namespace Sheaf.Drafts;

/// <summary>Makes the list of a month out of what editors listed and what arXiv says.</summary>
public static class DraftComposer
{
    /// <param name="month">The issue; which papers belong to it is decided by the caller.</param>
    /// <param name="listed">In the order of the lists. A paper that comes again adds star, tags, and its note where there was none.</param>
    /// <param name="late">Papers of the month before that its issue lacks; those that stand on this month's list too are left out.</param>
    /// <param name="suggest">The sentence to suggest for a paper; chosen anew by default.</param>
    public static Draft Compose(
        Month month,
        IEnumerable<(CuratedEntry Entry, Eprint Eprint)> listed,
        IEnumerable<(CuratedEntry Entry, Eprint Eprint)>? late = null,
        Func<Eprint, string?>? suggest = null)
    {
        suggest ??= SuggestedSentence.Of;
        var entries = Merged(listed, suggest);
        var sections = entries
            .GroupBy(entry => entry.Section ?? DraftSection.Unsectioned)
            .OrderBy(section => section.Key == DraftSection.Unsectioned)
            .Select(section => new DraftSection(section.Key, NewestFirst(section)));
        var own = entries.Select(entry => entry.Eprint.Identifier).ToHashSet();
        return new Draft(month, [.. sections], NewestFirst(entries.Where(entry => entry.Starred)))
        {
            LateArrivals = NewestFirst(Merged(late ?? [], suggest).Where(entry => !own.Contains(entry.Eprint.Identifier))),
        };
    }

    /// <summary>A paper that is on no list.</summary>
    /// <param name="eprint">The paper.</param>
    /// <param name="why">What speaks for it, as a sentence without capital and full stop; empty where nothing does.</param>
    public static DraftEntry MayHaveMissed(Eprint eprint, string why) =>
        new(eprint, null, false, [], null, why.Length == 0 ? null : $"{char.ToUpperInvariant(why[0])}{why[1..]}.");

    private static List<DraftEntry> Merged(IEnumerable<(CuratedEntry Entry, Eprint Eprint)> listed, Func<Eprint, string?> suggest) =>
        [.. listed.GroupBy(paper => paper.Eprint.Identifier).Select(places => Merge(places, suggest))];

    private static DraftEntry Merge(IEnumerable<(CuratedEntry Entry, Eprint Eprint)> places, Func<Eprint, string?> suggest)
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
            note is null ? suggest(eprint) : null);
    }

    private static IReadOnlyList<DraftEntry> NewestFirst(IEnumerable<DraftEntry> entries) =>
        [.. entries.OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Eprint.Identifier)];
}

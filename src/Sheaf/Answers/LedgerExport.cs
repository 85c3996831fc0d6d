using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>Every reference that the curated lists or a person asked for, and how it stands with it.</summary>
internal static class LedgerExport
{
    /// <summary>
    /// Those of one month's lists in their order or, of everything, papers by identifier and then what no run has come to.
    /// </summary>
    /// <param name="lists">As they lie there.</param>
    /// <param name="known">What the store knows.</param>
    /// <param name="month">Null for everything.</param>
    public static IEnumerable<LedgerJson> Of(IReadOnlyList<CuratedList> lists, LocalParts known, Month? month)
    {
        var nextRun = UtcText.From(known.Settings.Schedule.NextHarvest(known.Time.GetUtcNow()));
        return month is { } chosen ? OfMonth(chosen, lists, known, nextRun) : OfAll(lists, known.Ledger, nextRun);
    }

    private static IEnumerable<LedgerJson> OfMonth(Month month, IReadOnlyList<CuratedList> lists, LocalParts known, string? nextRun)
    {
        var entries = MonthlyList.Of(month, lists, id => known.Eprints.Find(id)?.Month).Select(listed => listed.Entry).ToList();
        var rows = known.Ledger.Find([.. entries.Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>()]);
        return entries.Select(entry => Of(entry, rows, nextRun)).DistinctBy(row => row.Id);
    }

    private static IEnumerable<LedgerJson> OfAll(IReadOnlyList<CuratedList> lists, LookupLedger ledger, string? nextRun)
    {
        var seen = new HashSet<string>();
        foreach (var entry in ledger.All())
        {
            seen.Add(entry.Identifier.ToString());
            yield return LedgerJson.Of(entry, nextRun);
        }

        var none = new Dictionary<ArxivIdentifier, LedgerEntry>();
        foreach (var row in lists.SelectMany(list => list.Entries).Select(entry => Of(entry, none, nextRun)).Where(row => seen.Add(row.Id)))
        {
            yield return row;
        }
    }

    private static LedgerJson Of(CuratedEntry entry, IReadOnlyDictionary<ArxivIdentifier, LedgerEntry> known, string? nextRun) =>
        entry.Reference is not { Identifier: var id } ? LedgerJson.Malformed(entry.Raw, entry.Problem)
        : known.GetValueOrDefault(id) is { } row ? LedgerJson.Of(row, nextRun)
        : LedgerJson.Untried(id.ToString(), nextRun);
}

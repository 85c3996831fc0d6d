using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;
using Sheaf.Store.Sweeps;

namespace Sheaf.Service;

/// <summary>
/// When a harvest that did not come to its end goes on. It is decided from what the ledger says a run meant to look at and did not, so
/// neither a restart nor another run in between changes anything.
/// </summary>
internal sealed class HarvestResumption(RunStore runs, OwedHarvest owed, RequestGate gate)
{
    /// <summary>The windows in which arXiv refuses last from minutes to hours (field guide 2.7), and asking on prolongs them.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>
    /// At once, but a quarter of an hour after a run that arXiv refused or a failure ended, and twice as long after each further one in a
    /// row, four hours at the most. Null where nothing is owed, a run is under way, or arXiv has answered 403.
    /// </summary>
    public DateTimeOffset? DueAt()
    {
        if (gate.State.StoppedBy is not null || owed.Since() is not { } since || runs.IsAnyUnderWay())
        {
            return null;
        }

        var (inVain, last) = runs.FailuresSinceSuccess();
        return last is { } ended && ended + Pause(inVain) is var next && next > since ? next : since;
    }

    private static TimeSpan Pause(int inVain)
    {
        var pause = FirstPause * Math.Pow(2, Math.Clamp(inVain, 1, 10) - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}

/// <summary>What is left of a harvest or a sweep that did not come to its end.</summary>
internal sealed class OwedHarvest(LookupLedger ledger, CuratedFolder curated, SweepStore sweeps, SheafSettings settings, TimeProvider time)
{
    /// <summary>Since when something has been owed; null where nothing is.</summary>
    public DateTimeOffset? Since()
    {
        var owed = ledger.Owed();
        var listed = owed.Count == 0 ? [] : Listed().Where(owed.ContainsKey).Select(paper => owed[paper]).ToList();
        return listed.Count > 0 ? listed.Min() : UnfinishedSweep();
    }

    /// <summary>The service harvests what stands on lists; what somebody else has asked for by name is not its to go on with.</summary>
    private IEnumerable<ArxivIdentifier> Listed() => curated.ReadEach().Lists
        .SelectMany(list => list.Entries).Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>();

    private DateTimeOffset? UnfinishedSweep() => settings.Sweep.Categories.IsEmpty ? null
        : ScheduledHarvest.SweptMonths(time.GetUtcNow()).Select(month => sweeps.Find(month, settings.Sweep.Categories.Name))
            .FirstOrDefault(sweep => sweep?.State == SweepState.UnderWay)?.Started;
}

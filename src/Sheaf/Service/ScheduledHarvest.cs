using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;

namespace Sheaf.Service;

/// <summary>
/// The harvest of the schedule: every curated list, then what is due of the sweeps where categories are set. What people noticed is asked
/// for after a sweep, and not waited for.
/// </summary>
internal sealed class ScheduledHarvest(Harvester harvester, ScheduledSweep sweep, SweptSignals signals, ServiceNotices notices)
{
    /// <summary>The months that the service sweeps: this one and the one before.</summary>
    public static IReadOnlyList<Month> SweptMonths(DateTimeOffset now) => [Month.Of(now).Previous, Month.Of(now)];

    /// <summary>Harvests and sweeps. While arXiv refuses the rest of the harvest is owed, and the sweep with it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var plan = harvester.Plan(HarvestScope.Everything with { GoesOnWithoutUnread = true });
        var report = await harvester.RunAsync($"harvest {RunNames.Mark}", plan, null, cancellationToken);
        notices.Tell(report);
        if (report.Exit != ExitCode.Unavailable && await sweep.RunAsync(cancellationToken) is { Count: > 0 } swept)
        {
            signals.AskFor(swept);
        }
    }
}

/// <summary>The sweep of the schedule, where categories are set, and the rankings of what it brought.</summary>
internal sealed class ScheduledSweep(
    Sweeper sweeper, SweptRankings rankings, SheafSettings settings, ServiceNotices notices, TimeProvider time)
{
    /// <returns>The months that were swept.</returns>
    public async Task<IReadOnlyList<Month>> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Sweep.Categories.IsEmpty)
        {
            return [];
        }

        var months = ScheduledHarvest.SweptMonths(time.GetUtcNow());
        var report = await sweeper.RunAsync($"sweep {RunNames.Mark}", months, progress: null, cancellationToken);
        notices.Tell(report);
        if (report.Exit == ExitCode.Unavailable)
        {
            return [];
        }

        await rankings.MakeAsync(months, cancellationToken);
        return months;
    }
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Service.Runs;
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
    /// <param name="run">Told of the progress.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    public async Task<RunReports> RunAsync(TrackedRun run, CancellationToken cancellationToken)
    {
        var plan = harvester.Plan(HarvestScope.Everything with { GoesOnWithoutUnread = true });
        var report = await harvester.RunAsync($"harvest {RunNames.Mark}", run.Owing(plan), run, cancellationToken);
        notices.Tell(report);
        var swept = report.Exit == ExitCode.Unavailable ? null : await sweep.RunAsync(run, cancellationToken);
        if (swept is { Exit: not ExitCode.Unavailable })
        {
            signals.AskFor(sweep.Months);
        }

        return new() { Harvest = report, Sweep = swept };
    }
}

/// <summary>The sweep of the schedule, where categories are set, and the rankings of what it brought.</summary>
internal sealed class ScheduledSweep(
    Sweeper sweeper, SweptRankings rankings, SheafSettings settings, ServiceNotices notices, TimeProvider time)
{
    /// <summary>The months that are swept now.</summary>
    public IReadOnlyList<Month> Months => ScheduledHarvest.SweptMonths(time.GetUtcNow());

    /// <returns>Null where there is nothing to sweep.</returns>
    public async Task<SweepReport?> RunAsync(TrackedRun run, CancellationToken cancellationToken)
    {
        if (settings.Sweep.Categories.IsEmpty)
        {
            return null;
        }

        var months = Months;
        var report = await sweeper.RunAsync($"sweep {RunNames.Mark}", months, run, cancellationToken);
        notices.Tell(report);
        if (report.Exit != ExitCode.Unavailable)
        {
            run.Say("What was swept is being ranked.");
            await rankings.MakeAsync(months, cancellationToken);
        }

        return report;
    }
}

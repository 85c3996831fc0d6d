using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;

namespace Sheaf.Service;

/// <summary>The harvest of the schedule: every curated list, then what is due of the sweeps where categories are set.</summary>
internal sealed class ScheduledHarvest(
    Harvester harvester, Sweeper sweeper, SheafSettings settings, ServiceNotices notices, TimeProvider time)
{
    /// <summary>The months that the service sweeps: this one and the one before.</summary>
    public static IReadOnlyList<Month> SweptMonths(DateTimeOffset now) => [Month.Of(now).Previous, Month.Of(now)];

    /// <summary>Harvests and sweeps. While arXiv refuses the rest of the harvest is owed, and the sweep with it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var plan = harvester.Plan(HarvestScope.Everything with { GoesOnWithoutUnread = true });
        var report = await harvester.RunAsync($"harvest {RunNames.Mark}", plan, null, cancellationToken);
        notices.Tell(report);
        if (report.Exit != ExitCode.Unavailable && !settings.Sweep.Categories.IsEmpty)
        {
            var months = SweptMonths(time.GetUtcNow());
            notices.Tell(await sweeper.RunAsync($"sweep {RunNames.Mark}", months, progress: null, cancellationToken));
        }
    }
}

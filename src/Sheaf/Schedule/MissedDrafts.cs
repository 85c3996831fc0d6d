using Microsoft.Extensions.Hosting;

namespace Sheaf.Schedule;

/// <summary>At start, makes the drafts that fell due while the service was not running.</summary>
public sealed class MissedDrafts(ServiceRuns runs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runs.DraftAsync(stoppingToken);
}

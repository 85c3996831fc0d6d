using Microsoft.Extensions.Hosting;

namespace Sheaf.Schedule;

/// <summary>
/// Makes the drafts that fell due while the service was not running, once it has started: a second service by mistake, which finds its
/// address taken, must not have asked arXiv for anything by then.
/// </summary>
public sealed class MissedDrafts(ServiceRuns runs, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await runs.DraftAsync(stoppingToken);
    }
}

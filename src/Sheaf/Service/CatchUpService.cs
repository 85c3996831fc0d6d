using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sheaf.Service;

/// <summary>
/// Does what is owed whatever the clock says, once the service has started: a second service by mistake, which finds its address taken,
/// must not have asked arXiv for anything by then. Owed are the drafts that fell due while the service was not running, and the rest of a
/// harvest that arXiv refused or that was killed.
/// </summary>
internal sealed partial class CatchUpService(
    ServiceRuns runs, HarvestResumption harvest, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<CatchUpService> logger)
    : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);

    /// <summary>After a run that failed without a trace in the store, as on a full disk.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(15);

    private long? _failed;
    private bool _isUnknownLogged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);

        // A host that never came to start would take an exception here for a failure of its own.
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
        {
            await WorkAsync(stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await runs.DraftAsync(stoppingToken);
        using var timer = new PeriodicTimer(PollInterval, time);
        do
        {
            if (IsHarvestOwed())
            {
                await runs.HarvestAsync(stoppingToken);
                _failed = runs.LastFailure is null ? null : time.GetTimestamp();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What cannot be told, with the store locked or damaged, waits for the schedule: the service goes on.</summary>
    private bool IsHarvestOwed()
    {
        try
        {
            var isOwed = !runs.IsStoppedByPerson && !(_failed is { } failed && time.GetElapsedTime(failed) < AfterFailure)
                && harvest.DueAt() <= time.GetUtcNow();
            _isUnknownLogged = false;
            return isOwed;
        }
        catch (Exception exception)
        {
            if (!_isUnknownLogged)
            {
                LogUnknown(exception, exception.Message);
            }

            _isUnknownLogged = true;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Whether a harvest is owed cannot be told: {Reason}")]
    private partial void LogUnknown(Exception exception, string reason);
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Sheaf.Service;

/// <summary>
/// Notices when the machine's clock is set back. The scheduler would wait until the moments it has worked out come round once more, for
/// years where the clock was years ahead: it is told to work them out anew. A clock set forward, or a machine that slept, needs nothing:
/// what was missed fires once.
/// </summary>
internal sealed partial class ClockChangeMonitor(ISchedulerFactory schedulers, TimeProvider time, ILogger<ClockChangeMonitor> logger)
    : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);

    private DateTimeOffset _wall = time.GetUtcNow();
    private long _steady = time.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; one that never came to start would take this for a failure.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var setBack = _wall + time.GetElapsedTime(_steady) - time.GetUtcNow();
        (_wall, _steady) = (time.GetUtcNow(), time.GetTimestamp());
        if (setBack > PollInterval)
        {
            LogSetBack(setBack);
            await WorkOutAnewAsync(await schedulers.GetScheduler(cancellationToken), cancellationToken);
        }
    }

    private async Task WorkOutAnewAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken))
        {
            if (await scheduler.GetTrigger(key, cancellationToken) is { } trigger)
            {
                await scheduler.RescheduleJob(key, trigger.GetTriggerBuilder().StartAt(time.GetUtcNow()).Build(), cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The clock was set back by {SetBack}: the next runs are worked out anew")]
    private partial void LogSetBack(TimeSpan setBack);
}

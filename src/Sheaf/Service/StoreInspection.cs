using Microsoft.Extensions.Hosting;

namespace Sheaf.Service;

/// <summary>
/// Looks through the whole store for damage once the service has started, unless that was done within a day and no run has left a mark
/// beside the store; then every day. Where it is damaged, a new one takes its place as in any run.
/// </summary>
/// <remarks>
/// A mark that another program's run leaves while the service works is heeded at the next hourly question, and not the moment it appears: a
/// run that is killed damages nothing as a rule, the look reads the whole file, and damage that a run of the service itself comes upon is
/// seen to at once by <see cref="ServiceStore.OverDamageAsync"/>.
/// </remarks>
internal sealed class StoreInspection(RunGuard guard, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>
    /// Whether a day has gone by is kept in the store: a timer of a day would come a little too early, and then a day late.
    /// </summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(BetweenQuestions, time);
        try
        {
            do
            {
                stoppingToken.ThrowIfCancellationRequested();
                await guard.LookThroughStoreAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; one that never came to start would take this for a failure.
        }
    }
}

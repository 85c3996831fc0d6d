using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Sweeping;

namespace Sheaf.Service;

/// <summary>
/// What the service does when its clock strikes, one run at a time. A run that fails is logged and recorded; the service goes on. A list or a
/// month with a fault of its own stops nothing but itself.
/// </summary>
public sealed partial class ServiceRuns(
    ServiceStore store, Harvester harvester, Sweeper sweeper, CuratedFolder curated, ScheduledDrafts drafts, SheafSettings settings,
    ServiceNotices notices, TimeProvider time, ILogger<ServiceRuns> logger)
    : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly RunFailures _failures = new();

    /// <summary>Why the last run failed, or a part of it, for a person; null while none has or since all went well.</summary>
    public string? LastFailure => _failures.Lasting.Values.FirstOrDefault()?.Sentence;

    /// <summary>The months that the service sweeps.</summary>
    public static IReadOnlyList<Month> SweptMonths(DateTimeOffset now) => [Month.Of(now).Previous, Month.Of(now)];

    /// <summary>
    /// Harvests every curated list, sweeps what is due of this month and the one before where categories are set, then makes the drafts that are owed, among them any that an earlier failure left unmade.
    /// </summary>
    public Task HarvestAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            var plan = harvester.Plan(HarvestScope.Everything with { GoesOnWithoutUnread = true });
            var report = await harvester.RunAsync($"harvest {RunNames.Mark}", plan, null, cancellationToken);
            notices.Tell(report);

            // While arXiv refuses the rest of the harvest is owed, and the sweep with it.
            if (report.Exit != ExitCode.Unavailable)
            {
                await SweepAsync(cancellationToken);
            }

            await MakeOwedDraftsAsync(cancellationToken);
        },
        sawEverything: true,
        cancellationToken);

    /// <summary>Makes the drafts that are owed.</summary>
    public Task DraftAsync(CancellationToken cancellationToken) => AloneAsync(() => MakeOwedDraftsAsync(cancellationToken), sawEverything: false, cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!settings.Sweep.Categories.IsEmpty)
        {
            notices.Tell(await sweeper.RunAsync($"sweep {RunNames.Mark}", SweptMonths(time.GetUtcNow()), progress: null, cancellationToken));
        }
    }

    private async Task MakeOwedDraftsAsync(CancellationToken cancellationToken)
    {
        var lists = curated.ReadEach();
        foreach (var unread in lists.Unread)
        {
            LogUnread(unread.Name, unread.Failure.Message);
            _failures.Add($"list {unread.Name}", new RunFailure(unread.Failure, unread.Failure.Message));
        }

        foreach (var month in drafts.Owed(lists.Unread))
        {
            try
            {
                await drafts.MakeAsync(month, lists.Lists, cancellationToken);
            }
            catch (Exception failure) when (IsOfTheMonthAlone(failure, cancellationToken))
            {
                LogMonthFailed(failure, month, failure.Message);
                _failures.Add($"draft {month}", new RunFailure(failure, $"The draft of {month.Title} could not be made: {failure.Message}"));
            }
        }
    }

    private static bool IsOfTheMonthAlone(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && failure is not (ArxivForbiddenException or GateStateException or StoreException);

    private async Task AloneAsync(Func<Task> work, bool sawEverything, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            _failures.Begin();
            store.EnsureThere();
            await store.OverDamageAsync(work, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, a full disk or a locked store, the next night may go well: only the service's own end ends it.
            LogFailed(exception, exception.Message);
            _failures.AddWhole(exception);
        }
        finally
        {
            _failures.End(sawEverything);
            notices.Tell(_failures.Lasting);

            // The next run is hours away: what this one needed is given back to the machine meanwhile.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _oneAtATime.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "The list {Name} is left out until somebody has mended it: {Reason}")]
    private partial void LogUnread(string name, string reason);

    [LoggerMessage(LogLevel.Error, "The draft of {Month} could not be made: {Reason}")]
    private partial void LogMonthFailed(Exception exception, Month month, string reason);

    [LoggerMessage(LogLevel.Error, "The run failed: {Reason}")]
    private partial void LogFailed(Exception exception, string reason);
}

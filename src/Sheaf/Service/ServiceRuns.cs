using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Store;

namespace Sheaf.Service;

/// <summary>
/// What the service does when its clock strikes. A list or a month with a fault of its own stops nothing but itself.
/// </summary>
internal sealed partial class ServiceRuns(
    RunGuard guard, ScheduledHarvest harvest, OwedDrafts owed, ScheduledDrafts drafts, ILogger<ServiceRuns> logger)
{
    /// <summary>Why the last run failed, or a part of it, for a person; null while none has or since all went well.</summary>
    public string? LastFailure => guard.Failures.Lasting.Values.FirstOrDefault()?.Sentence;

    /// <summary>Harvests, then makes the drafts that are owed, among them any that an earlier failure left unmade.</summary>
    public Task HarvestAsync(CancellationToken cancellationToken) => guard.RunAloneAsync(
        async () =>
        {
            await harvest.RunAsync(cancellationToken);
            await MakeOwedDraftsAsync(cancellationToken);
        },
        sawEverything: true,
        cancellationToken);

    /// <summary>Makes the drafts that are owed.</summary>
    public Task DraftAsync(CancellationToken cancellationToken) =>
        guard.RunAloneAsync(() => MakeOwedDraftsAsync(cancellationToken), sawEverything: false, cancellationToken);

    private async Task MakeOwedDraftsAsync(CancellationToken cancellationToken)
    {
        var (lists, unreadLists) = owed.ReadLists();
        foreach (var unread in unreadLists)
        {
            LogUnread(unread.Name, unread.Failure.Message);
            guard.Failures.Add($"list {unread.Name}", new RunFailure(unread.Failure, unread.Failure.Message));
        }

        foreach (var month in owed.Find(unreadLists))
        {
            try
            {
                await drafts.MakeAsync(month, lists, cancellationToken);
            }
            catch (Exception failure) when (IsOfTheMonthAlone(failure, cancellationToken))
            {
                LogMonthFailed(failure, month, failure.Message);
                var sentence = $"The draft of {month.Title} could not be made: {failure.Message}";
                guard.Failures.Add($"draft {month}", new RunFailure(failure, sentence));
            }
        }
    }

    private static bool IsOfTheMonthAlone(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && failure is not (ArxivForbiddenException or GateStateException or StoreException);

    [LoggerMessage(LogLevel.Error, "The list {Name} is left out until somebody has mended it: {Reason}")]
    private partial void LogUnread(string name, string reason);

    [LoggerMessage(LogLevel.Error, "The draft of {Month} could not be made: {Reason}")]
    private partial void LogMonthFailed(Exception exception, Month month, string reason);
}

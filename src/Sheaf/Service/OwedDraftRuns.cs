using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Service.Runs;
using Sheaf.Store;

namespace Sheaf.Service;

/// <summary>Makes the drafts that are owed. A list or a month with a fault of its own stops nothing but itself.</summary>
internal sealed partial class OwedDraftRuns(
    RunGuard guard, OwedDrafts owed, ScheduledDrafts drafts, ILogger<OwedDraftRuns> logger)
{
    /// <summary>Makes the drafts that are owed.</summary>
    /// <param name="run">Told of the progress.</param>
    /// <param name="cancellationToken">Ends it; what was made stays.</param>
    /// <returns>What became of each; those that are put off are not among them.</returns>
    public async Task<IReadOnlyList<DraftOutcome>> MakeAsync(TrackedRun run, CancellationToken cancellationToken)
    {
        var made = new List<DraftOutcome>();
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
                if (await drafts.MakeAsync(month, lists, run, cancellationToken) is { } outcome)
                {
                    made.Add(outcome);
                }
            }
            catch (Exception failure) when (IsOfTheMonthAlone(failure, cancellationToken))
            {
                LogMonthFailed(failure, month, failure.Message);
                var sentence = $"The draft of {month.Title} could not be made: {failure.Message}";
                guard.Failures.Add($"draft {month}", new RunFailure(failure, sentence));
            }
        }

        return made;
    }

    private static bool IsOfTheMonthAlone(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && failure is not (ArxivForbiddenException or GateStateException or StoreException);

    [LoggerMessage(LogLevel.Error, "The list {Name} is left out until somebody has mended it: {Reason}")]
    private partial void LogUnread(string name, string reason);

    [LoggerMessage(LogLevel.Error, "The draft of {Month} could not be made: {Reason}")]
    private partial void LogMonthFailed(Exception exception, Month month, string reason);
}

using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Lists;

namespace Sheaf.Service;

/// <summary>The drafts that the schedule owes, and how each is made.</summary>
public sealed partial class ScheduledDrafts(
    Harvester harvester, CuratedFolder curated, CuratedStore readBefore, DraftMaker maker, DraftStore drafts, Workspace workspace, SheafSettings settings,
    ServiceNotices notices, TimeProvider time, ILogger<ScheduledDrafts> logger)
{
    /// <summary>The months whose drafts are owed. Without a list of its own a month is left as it is: its papers would be taken off its draft.</summary>
    /// <param name="unread">Lists that cannot be read.</param>
    public IReadOnlyList<Month> Owed(IReadOnlyCollection<UnreadList> unread)
    {
        var now = time.GetUtcNow();
        var waiting = unread.SelectMany(MonthsOf).ToHashSet();
        return [.. DueDrafts.Of(curated.Months().Where(month => !waiting.Contains(month)), settings.Schedule, MadeAt, now)];

        // A draft that lies there although the store knows nothing of it was made before the store was lost.
        DateTimeOffset? MadeAt(Month month) => drafts.Find(month)?.Written ?? (File.Exists(workspace.DraftFile(month)) ? now : null);
    }

    /// <summary>Harvests what is due of the month, and writes its draft.</summary>
    /// <param name="month">The month.</param>
    /// <param name="lists">The lists that can be read.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    public async Task MakeAsync(Month month, IReadOnlyList<CuratedList> lists, CancellationToken cancellationToken)
    {
        var plan = harvester.Plan(new HarvestScope([month], []) { GoesOnWithoutUnread = true });
        var report = await harvester.RunAsync($"draft {month} {RunNames.Mark}", plan, null, cancellationToken);
        if (report.Exit == ExitCode.Unavailable)
        {
            LogPutOff(month);
            return;
        }

        var made = maker.Compose(month, lists);
        var outcome = maker.Write(made);
        maker.Remember(made);
        LogDrafted(month, outcome.Kind);
        notices.Tell(made, outcome);
    }

    /// <summary>Of a list without a month the store knows which months its papers were of when it could last be read.</summary>
    private IEnumerable<Month> MonthsOf(UnreadList unread) => unread.Month is { } month ? [month]
        : readBefore.Entries(month: null).Where(row => row.List == unread.Name).Select(row => row.Month).OfType<Month>();

    [LoggerMessage(LogLevel.Information, "The draft of {Month} was {Outcome}")]
    private partial void LogDrafted(Month month, DraftOutcomeKind outcome);

    [LoggerMessage(LogLevel.Warning, "The draft of {Month} is put off until arXiv is available again")]
    private partial void LogPutOff(Month month);
}

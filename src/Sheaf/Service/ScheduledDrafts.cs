using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Lists;
using Sheaf.Service.Runs;

namespace Sheaf.Service;

/// <summary>Makes a draft that the schedule owes.</summary>
internal sealed partial class ScheduledDrafts(
    Harvester harvester, DraftMaker maker, DraftWriter writer, ServiceNotices notices, ILogger<ScheduledDrafts> logger)
{
    /// <summary>Harvests what is due of the month, and writes its draft.</summary>
    /// <param name="month">The month.</param>
    /// <param name="lists">The lists that can be read.</param>
    /// <param name="run">Told of the progress.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    /// <returns>Null where it is put off, as arXiv refuses.</returns>
    public async Task<DraftOutcome?> MakeAsync(
        Month month, IReadOnlyList<CuratedList> lists, TrackedRun run, CancellationToken cancellationToken)
    {
        var plan = harvester.Plan(new HarvestScope([month], []) { GoesOnWithoutUnread = true });
        var report = await harvester.RunAsync($"draft {month} {RunNames.Mark}", run.Owing(plan), run, cancellationToken);
        if (report.Exit == ExitCode.Unavailable)
        {
            LogPutOff(month);
            return null;
        }

        var made = maker.Compose(month, lists);
        var outcome = writer.Write(made);
        writer.Remember(made);
        LogDrafted(month, outcome.Kind);
        notices.Tell(made, outcome);
        return outcome;
    }

    [LoggerMessage(LogLevel.Information, "The draft of {Month} was {Outcome}")]
    private partial void LogDrafted(Month month, DraftOutcomeKind outcome);

    [LoggerMessage(LogLevel.Warning, "The draft of {Month} is put off until arXiv is available again")]
    private partial void LogPutOff(Month month);
}

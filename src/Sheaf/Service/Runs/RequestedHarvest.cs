using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Lists;

namespace Sheaf.Service.Runs;

/// <summary>A harvest or a backfill that a person asks the service for. A list that cannot be read is left out, and named.</summary>
internal sealed class RequestedHarvest(Harvester harvester) : IRequestedRun
{
    public bool Does(RunKind kind) => kind is RunKind.Harvest or RunKind.Backfill;

    public RunPlan Plan(RunRequest request) => new() { Harvest = PlanOf(request) };

    public async Task<RunEnd> RunAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken)
    {
        var plan = PlanOf(request);
        var report = await harvester.RunAsync(NameOf(request), run.Owing(plan), run, cancellationToken);
        return new RunEnd(UnreadLists.Heed(report.Exit, plan.Unread), report.Sentence)
        {
            Error = report.CutShort ?? UnreadLists.SentenceOf(plan.Unread),
            Reports = new() { Harvest = report },
        };
    }

    private HarvestPlan PlanOf(RunRequest request)
    {
        IReadOnlyList<Month> months =
            request.Kind == RunKind.Backfill ? [.. Month.Range(request.Months[0], request.Months[^1])] : request.Months;
        return harvester.Plan(new HarvestScope(months, []) { GoesOnWithoutUnread = true });
    }

    /// <summary>As a person would type it.</summary>
    private static string NameOf(RunRequest request) => request.Kind == RunKind.Backfill
        ? $"backfill {request.Months[0]} to {request.Months[^1]}"
        : string.Join(' ', ["harvest", .. request.Months]);
}

/// <summary>What becomes of a run that leaves out lists that cannot be read.</summary>
internal static class UnreadLists
{
    /// <summary>The exit code of a run that has left some out: they need a person.</summary>
    public static ExitCode Heed(ExitCode exit, IReadOnlyList<UnreadList> unread) =>
        exit == ExitCode.Done && unread.Count > 0 ? ExitCode.NeedsAPerson : exit;

    /// <summary>Names them; null where there are none.</summary>
    public static string? SentenceOf(IReadOnlyList<UnreadList> unread) =>
        unread.Count == 0 ? null : string.Join(' ', unread.Select(list => list.Sentence));
}

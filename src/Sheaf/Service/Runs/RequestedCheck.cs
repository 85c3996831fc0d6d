using Sheaf.Checking;
using Sheaf.Harvesting;

namespace Sheaf.Service.Runs;

/// <summary>
/// A check that a person asks the service for: arXiv is asked for what it needs. Then the store knows, and the findings can be had at any
/// time from it alone.
/// </summary>
/// <param name="newCheck">Makes one; each remembers what it has asked for.</param>
/// <param name="harvester">Fetches the papers that it is about.</param>
internal sealed class RequestedCheck(Func<CheckRun> newCheck, Harvester harvester) : IRequestedRun
{
    public bool Does(RunKind kind) => kind == RunKind.Check;

    public RunPlan Plan(RunRequest request) => new() { Harvest = PlanOf(newCheck().Read(request.Months)) };

    public async Task<RunEnd> RunAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken)
    {
        var check = newCheck();
        var scope = check.Read(request.Months);
        var plan = PlanOf(scope);
        var name = string.Join(' ', ["check", .. request.Months]);
        var harvest = plan is { Due.Count: > 0 } ? await harvester.RunAsync(name, run.Owing(plan), run, cancellationToken) : null;
        run.Say("Titles and versions are being compared.");
        var report = await check.CompareAsync(scope, run, cancellationToken);
        return new RunEnd(UnreadLists.Heed(report.ExitAfter(harvest), plan?.Unread ?? []), SentenceOf(report))
        {
            Error = harvest?.CutShort ?? UnreadLists.SentenceOf(plan?.Unread ?? []),
            Reports = new() { Harvest = harvest },
        };
    }

    private HarvestPlan? PlanOf(CheckScope scope) =>
        scope.Harvest is { } harvest ? harvester.Plan(harvest with { GoesOnWithoutUnread = true }) : null;

    private static string SentenceOf(CheckReport report) =>
        (report.Counts.Length > 0 ? $"{report.Counts} found." : "Nothing to mend.")
        + (report.Unchecked.Count > 0 ? " Not all could be checked, as arXiv did not answer." : "");
}

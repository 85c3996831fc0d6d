using Sheaf.Drafts;
using Sheaf.Service.Runs;
using Sheaf.Text;

namespace Sheaf.Service;

/// <summary>What the service does when its clock strikes.</summary>
internal sealed class ServiceRuns(RunGuard guard, RunQueue queue, ScheduledHarvest harvest, OwedDraftRuns drafts)
{
    /// <summary>Whether a person has stopped what the service owes, which then waits until its clock strikes.</summary>
    public bool IsStoppedByPerson => queue.IsStoppedByPerson;

    /// <summary>Why the last run failed, or a part of it, for a person; null while none has or since all went well.</summary>
    public string? LastFailure => guard.Failures.Lasting.Values.FirstOrDefault()?.Sentence;

    /// <summary>Harvests, then makes the drafts that are owed, among them any that an earlier failure left unmade.</summary>
    public Task HarvestAsync(CancellationToken cancellationToken) => FollowAsync(
        RunKind.Harvest,
        async (run, stop) =>
        {
            var reports = await harvest.RunAsync(run, stop);
            return reports with { Drafts = await drafts.MakeAsync(run, stop) };
        },
        cancellationToken);

    /// <summary>Makes the drafts that are owed.</summary>
    public Task DraftAsync(CancellationToken cancellationToken) => FollowAsync(
        RunKind.Draft,
        async (run, stop) => new RunReports { Drafts = await drafts.MakeAsync(run, stop) },
        cancellationToken);

    private Task FollowAsync(
        RunKind kind, Func<TrackedRun, CancellationToken, Task<RunReports>> work, CancellationToken cancellationToken) =>
        queue.FollowAsync(
            kind,
            async (run, stop) =>
            {
                var reports = RunReports.None;
                var failure = await guard.RunAloneAsync(
                    async () =>
                    {
                        run.Begin();
                        reports = await work(run, stop);
                    },
                    sawEverything: kind == RunKind.Harvest,
                    stop);
                return failure is not null ? RunFailureSentence.Of(failure) : EndOf(reports);
            },
            cancellationToken);

    private RunEnd EndOf(RunReports reports)
    {
        var exit = new[] { reports.Harvest?.Exit, reports.Sweep?.Exit, ExitCode.Done }.Max() ?? ExitCode.Done;
        var made = reports.Drafts.Count > 0 ? $"{Humanize.Count(reports.Drafts.Count, "draft")} made that fell due."
            : reports.Harvest is null ? "No draft was due." : null;
        return new RunEnd(
            exit == ExitCode.Done && LastFailure is not null ? ExitCode.NeedsAPerson : exit,
            string.Join(' ', new[] { reports.Harvest?.Sentence, made }.OfType<string>()))
        {
            Error = LastFailure ?? reports.Harvest?.CutShort ?? reports.Sweep?.CutShort,
            Reports = reports,
        };
    }
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Service.Runs;

/// <summary>A sweep that a person asks the service for, and what follows any sweep: the rankings, and what people noticed.</summary>
internal sealed class RequestedSweep(Sweeper sweeper, SweptRankings rankings, SweptSignals signals, LocalParts local) : IRequestedRun
{
    public bool Does(RunKind kind) => kind == RunKind.Sweep;

    /// <exception cref="BadInputException">No categories are set.</exception>
    public void Refuse()
    {
        if (local.Settings.Sweep.Categories.IsEmpty)
        {
            throw new BadInputException(
                $"A sweep needs to know what to sweep: put \"Sweep\": {{ \"Categories\": \"cs.CL, cs.LG\" }} into "
                + $"{Workspace.ForReaders(local.Workspace.SettingsFile)}; cs.* is a whole archive, * everything.");
        }
    }

    public RunPlan Plan(RunRequest request)
    {
        var months = MonthsOf(request);
        return new() { Sweep = sweeper.Plan(months), Rankings = months };
    }

    public async Task<RunEnd> RunAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken)
    {
        var months = MonthsOf(request);
        var report = await sweeper.RunAsync(string.Join(' ', ["sweep", .. months]), months, run, cancellationToken);
        if (report.Exit != ExitCode.Unavailable)
        {
            run.Say("What was swept is being ranked.");
            await rankings.MakeAsync(months, cancellationToken);
            signals.AskFor(months);
        }

        return new RunEnd(report.Exit, SentenceOf(report)) { Error = ErrorOf(report), Reports = new() { Sweep = report } };
    }

    private IReadOnlyList<Month> MonthsOf(RunRequest request) =>
        request.Months.IsEmpty ? ScheduledHarvest.SweptMonths(local.Time.GetUtcNow()) : request.Months;

    private static string SentenceOf(SweepReport report)
    {
        var months = report.Months.Select(month => $"{month.Month}: {Humanize.Count(month.Seen, "paper")}, {month.State}");
        return $"{string.Join("; ", months.DefaultIfEmpty("Nothing was swept"))} ({Humanize.Count(report.Requests, "request")}, "
            + $"{Humanize.Span(report.Took)}).";
    }

    private static string? ErrorOf(SweepReport report) => report.CutShort is { } reason
        ? $"{reason.TrimEnd('.')}. What was swept is kept: start it again later and it goes on there."
        : report.Months.FirstOrDefault(month => !month.IsComplete) is { } incomplete
            ? $"The sweep of {incomplete.Month} is incomplete{(incomplete.Reason is { } why ? $": {why}" : "")}. Start it again."
            : null;
}

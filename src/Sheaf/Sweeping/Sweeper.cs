using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Store.Runs;
using Sheaf.Store.Sweeps;
using Sheaf.Text;

namespace Sheaf.Sweeping;

/// <summary>
/// Brings home all papers of the chosen categories that were first submitted in some months, and proves it by counts. Everything is
/// committed page by page: a run may be stopped anywhere, and the next one continues.
/// </summary>
internal sealed partial class Sweeper(SweepPlanner planner, SpanSweep spans, RunLog runs, ILogger<Sweeper> logger)
{
    /// <summary>What a sweep of these months will do. Makes no request.</summary>
    public SweepPlan Plan(IEnumerable<Month> months) => planner.Plan(months);

    /// <summary>Carries out the plan for these months.</summary>
    /// <param name="command">What a person would call this run.</param>
    /// <param name="months">The months, due or not.</param>
    /// <param name="progress">Told after every page; may be null.</param>
    /// <param name="cancellationToken">Stops the request under way, too; what came before it is kept.</param>
    /// <exception cref="OperationCanceledException">Stopped; the run is recorded as interrupted.</exception>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403; the run is recorded.</exception>
    public async Task<SweepReport> RunAsync(
        string command, IReadOnlyList<Month> months, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        var run = runs.Begin(command);
        var plan = Plan(months);
        if (plan.Spans.Count == 0)
        {
            return Report(months, run, cutShort: null);
        }

        run.Start();
        try
        {
            var cutShort = await run.WhileWatchedAsync(_ => SweepAsync(plan, progress, cancellationToken), cancellationToken);
            var report = Report(months, run, cutShort);
            run.Finish(ResultOf(report, plan, run, report.Exit));
            return report;
        }
        catch (Exception exception)
        {
            run.EndWith(() => run.Finish(ResultOf(Report(months, run, exception.Message), plan, run, ExitOf(exception))));
            throw;
        }
    }

    /// <returns>Why arXiv did not let it come to its end; null where it did.</returns>
    private async Task<string?> SweepAsync(SweepPlan plan, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var span in plan.Spans)
            {
                await spans.SweepAsync(span, plan.Interface, progress, cancellationToken);
            }

            return null;
        }
        catch (Exception exception) when (
            exception is ArxivUnavailableException or ArxivFormatException or AtomErrorException or OaiErrorException)
        {
            LogCutShort(exception.Message);
            return exception.Message;
        }
    }

    private SweepReport Report(IReadOnlyList<Month> months, ArxivRun run, string? cutShort) => new()
    {
        Months = planner.Swept(months),
        Requests = run.Sent(RequestKind.Api),
        Took = run.Time.GetUtcNow() - run.Started,
        CutShort = cutShort,
    };

    private static RunResult ResultOf(SweepReport report, SweepPlan plan, ArxivRun run, ExitCode exit) => new()
    {
        Finished = run.Time.GetUtcNow(),
        Asked = 0,
        Fetched = 0,
        Unchanged = 0,
        Missing = 0,
        AtomRequests = plan.Interface == SweepInterface.Oai ? 0 : report.Requests,
        PageRequests = 0,
        OaiRequests = plan.Interface == SweepInterface.Oai ? report.Requests : 0,
        Exit = (int)exit,
        Error = report.CutShort,
    };

    private static ExitCode ExitOf(Exception exception) => exception switch
    {
        OperationCanceledException => ExitCode.Interrupted,
        ArxivForbiddenException => ExitCode.Unavailable,
        _ => ExitCode.Failed,
    };

    [LoggerMessage(LogLevel.Warning, "The sweep could not go on: {Reason}")]
    private partial void LogCutShort(string reason);
}

/// <summary>How a sweep ended.</summary>
internal sealed record SweepReport
{
    /// <summary>The months that were to be looked at, each as it stands now; those that were not due too.</summary>
    public required IReadOnlyList<SweepRow> Months { get; init; }

    /// <summary>Requests sent in this run, tries included.</summary>
    public required int Requests { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Why it ended before all was listed; null when it did not. What was listed is kept.</summary>
    public string? CutShort { get; init; }

    public ExitCode Exit => CutShort is not null ? ExitCode.Unavailable
        : Months.Any(month => !month.IsComplete) ? ExitCode.NeedsAPerson
        : ExitCode.Done;
}

/// <summary>How far a running sweep is.</summary>
/// <param name="Months">For readers.</param>
/// <param name="Seen">Papers seen.</param>
/// <param name="Total">Papers that there are; null where nobody counts them.</param>
internal sealed record SweepProgress(string Months, int Seen, int? Total)
{
    /// <summary>For a person: <c>Sweep of 2024-04: 400 papers of 4,620</c>.</summary>
    public string Sentence =>
        $"Sweep of {Months}: {Humanize.Count(Seen, "paper")}{(Total is { } known ? $" of {Humanize.Number(known)}" : "")}";
}

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

namespace Sheaf.Sweeping;

/// <summary>
/// Brings home all papers of the chosen categories that were first submitted in some months, and proves it by counts. Everything is committed
/// page by page: a run may be stopped anywhere, and the next one continues.
/// </summary>
public sealed partial class Sweeper(
    SweepPlanner planner, SpanSweep spans, SweepStore sweeps, RunStore runs, RequestGate gate, SheafSettings settings,
    TimeProvider time, ILogger<Sweeper> logger)
{
    private string Categories => settings.Sweep.Categories.Name;

    /// <summary>What a sweep of these months will do. Makes no request.</summary>
    public SweepPlan Plan(IEnumerable<Month> months) => planner.Plan(months);

    /// <summary>Carries out the plan for these months.</summary>
    /// <param name="command">What a person would call this run.</param>
    /// <param name="months">The months, due or not.</param>
    /// <param name="progress">Told after every page; may be null.</param>
    /// <param name="cancellationToken">Stops the request under way, too; what came before it is kept.</param>
    /// <exception cref="OperationCanceledException">Stopped; the run is recorded as interrupted.</exception>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403; the run is recorded.</exception>
    public async Task<SweepReport> RunAsync(string command, IReadOnlyList<Month> months, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        var (started, sent) = (time.GetUtcNow(), gate.Sent(RequestKind.Api));
        var plan = Plan(months);
        if (plan.Spans.Count == 0)
        {
            return Report(months, started, sent, cutShort: null);
        }

        gate.Command = command;
        var run = runs.Start(command, started);
        try
        {
            var cutShort = await SweepAsync(run, plan, progress, cancellationToken);
            var report = Report(months, started, sent, cutShort);
            runs.Finish(run, ResultOf(report, plan, report.Exit));
            return report;
        }
        catch (Exception exception)
        {
            End(run, () => ResultOf(Report(months, started, sent, exception.Message), plan, ExitOf(exception)));
            throw;
        }
    }

    /// <summary>What ended the run is what is told, also where the end cannot be written down.</summary>
    private void End(long run, Func<RunResult> result)
    {
        try
        {
            runs.Finish(run, result());
        }
        catch (Exception second)
        {
            LogEndNotWritten(second, second.Message);
        }
    }

    /// <returns>Why arXiv did not let it come to its end; null where it did.</returns>
    private async Task<string?> SweepAsync(long run, SweepPlan plan, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new WaitReporter(gate, runs, run, time).WatchAsync(stop.Token);
        try
        {
            foreach (var span in plan.Spans)
            {
                await spans.SweepAsync(span, plan.Interface, progress, cancellationToken);
            }

            return null;
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivFormatException or Arxiv.Atom.AtomErrorException or OaiErrorException)
        {
            LogCutShort(exception.Message);
            return exception.Message;
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    private SweepReport Report(IReadOnlyList<Month> months, DateTimeOffset started, int sent, string? cutShort) => new()
    {
        Months = [.. months.Select(month => sweeps.Find(month, Categories)).OfType<SweepRow>()],
        Requests = gate.Sent(RequestKind.Api) - sent,
        Took = time.GetUtcNow() - started,
        CutShort = cutShort,
    };

    private RunResult ResultOf(SweepReport report, SweepPlan plan, ExitCode exit) => new()
    {
        Finished = time.GetUtcNow(),
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

    [LoggerMessage(LogLevel.Error, "The end of the run could not be written down: {Reason}")]
    private partial void LogEndNotWritten(Exception exception, string reason);

    [LoggerMessage(LogLevel.Warning, "The sweep could not go on: {Reason}")]
    private partial void LogCutShort(string reason);
}

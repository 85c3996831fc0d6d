using System.Globalization;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Sweeping;

/// <summary>
/// Brings home all papers of the chosen categories that were first submitted in some months, and proves it by counts. Everything is committed
/// page by page: a run may be stopped anywhere, and the next one continues.
/// </summary>
public sealed partial class Sweeper(
    SweepPlanner planner, AtomSweep atom, OaiSweep oai, SweptPages swept, SweepStore sweeps, RunStore runs, RequestGate gate, SheafSettings settings,
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
            runs.Finish(run, ResultOf(Report(months, started, sent, exception.Message), plan, ExitOf(exception)));
            throw;
        }
    }

    /// <returns>Why arXiv did not let it come to its end; null where it did.</returns>
    private async Task<string?> SweepAsync(long run, SweepPlan plan, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new WaitWatch(gate, runs, run, time).WatchAsync(stop.Token);
        try
        {
            foreach (var span in plan.Spans)
            {
                await SweepAsync(span, plan.Interface, progress, cancellationToken);
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

    private async Task SweepAsync(SweepSpan span, SweepInterface through, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        var position = Resumed(span, through) ?? Begun(span, through);
        sweeps.Begin(Rows(span, position, SweepState.UnderWay));
        LogStarted(span.Title, Categories, position.Interface);
        var sent = gate.Sent(RequestKind.Api);
        if (position.Interface == "oai")
        {
            position = await oai.RunAsync(position, Kept, cancellationToken);
        }

        while (position.Interface == "atom" && (!position.IsListed || position.Doubts.Count > 0))
        {
            position = Kept(await atom.StepAsync(position, cancellationToken));
        }

        Finish(span, position);

        SweepPosition Kept(SweepPosition kept)
        {
            var now = gate.Sent(RequestKind.Api);
            kept = kept with { Requests = kept.Requests + now - sent };
            sent = now;
            progress?.Report(new(span.Title, swept.Count(kept, kept.From, kept.Until), kept.TotalLast));
            return kept;
        }
    }

    /// <summary>Where an earlier run left this span; null where none did.</summary>
    private SweepPosition? Resumed(SweepSpan span, SweepInterface through) =>
        sweeps.Positions(Categories).Select(SweepPosition.Read).OfType<SweepPosition>().FirstOrDefault(left =>
            left.From == span.From && left.Until == span.Until && left.Interface == NameOf(through) && !left.IsStale(time.GetUtcNow()));

    private SweepPosition Begun(SweepSpan span, SweepInterface through) => new()
    {
        Interface = NameOf(through),
        From = span.From,
        Until = span.Until,
        Window = span.From,
        Pass = time.GetUtcNow().UtcTicks,
        Started = time.GetUtcNow(),
    };

    private void Finish(SweepSpan span, SweepPosition position)
    {
        var now = time.GetUtcNow();
        var unreadable = sweeps.Unreadable(Categories, position.Pass);
        IReadOnlyList<string> faults =
        [
            .. position.Faults,
            .. position.Again.Count > 0 ? [$"records kept moving on {position.Again[0]:O}"] : Array.Empty<string>(),
            .. unreadable > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{unreadable} entries cannot be read; the log names them")] : Array.Empty<string>(),
        ];
        var rows = Rows(span, position, faults.Count == 0 ? SweepState.Complete : SweepState.Incomplete)
            .Select(row => row with { Unreadable = unreadable, Reason = faults.Count == 0 ? null : string.Join("; ", faults) });
        sweeps.Finish([.. rows], position.Pass, span.From, position.Place, now);
        LogFinished(span.Title, faults.Count == 0 ? SweepState.Complete : SweepState.Incomplete);
    }

    private IEnumerable<SweepRow> Rows(SweepSpan span, SweepPosition position, string state) => span.Months.Select(month => new SweepRow
    {
        Month = month,
        Categories = Categories,
        Interface = position.Interface,
        State = state,
        First = span.First,
        Last = span.Last,
        TotalFirst = position.TotalFirst,
        TotalLast = position.TotalLast,
        SpanSeen = swept.Count(position, position.From, position.Until),
        Twice = position.Twice,
        Outside = position.Outside,
        Requests = position.Requests,
        Started = position.Started,
    });

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

    private static string NameOf(SweepInterface through) => through == SweepInterface.Oai ? "oai" : "atom";

    [LoggerMessage(LogLevel.Information, "The sweep of {Months} for {Categories} starts, by {Interface}")]
    private partial void LogStarted(string months, string categories, string @interface);

    [LoggerMessage(LogLevel.Information, "The sweep of {Months} ends: {State}")]
    private partial void LogFinished(string months, string state);

    [LoggerMessage(LogLevel.Warning, "The sweep could not go on: {Reason}")]
    private partial void LogCutShort(string reason);
}

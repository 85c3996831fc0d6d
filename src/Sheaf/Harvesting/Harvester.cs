using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Store;

namespace Sheaf.Harvesting;

/// <summary>
/// Brings papers home: metadata in batches from the query API, and each paper's page, which settles it. The two go on side by side
/// through the one polite connection, so a query API that refuses does not keep the pages waiting. Everything is committed as it comes:
/// a run may be stopped anywhere, and the next one continues.
/// </summary>
public sealed partial class Harvester(
    WantedPapers wanted,
    MetadataBatches batches,
    PageByPage pages,
    RequestGate gate,
    Ledger ledger,
    RunStore runs,
    IOptions<ArxivOptions> options,
    TimeProvider time,
    ILogger<Harvester> logger)
{
    /// <summary>Reads the curated lists, takes them into the store and works out what is due. Makes no request.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var (asked, malformed) = wanted.In(scope);
        var known = ledger.Find(asked);
        var now = time.GetUtcNow();
        var due = asked.Where(id => DueRule.IsDue(known.GetValueOrDefault(id), options.Value.RefreshAfter, now)).ToList();
        return new HarvestPlan { Asked = asked, Malformed = malformed, Due = due, Batches = batches.Of(due) };
    }

    /// <summary>Carries out a plan.</summary>
    /// <param name="command">What a person would call this run: <c>harvest 2024-04</c>.</param>
    /// <param name="plan">From <see cref="Plan"/>.</param>
    /// <param name="progress">Told once at the start and after every page; may be null.</param>
    /// <param name="cancellationToken">Stops the request under way, too; what came before it is kept.</param>
    /// <exception cref="OperationCanceledException">Stopped; the run is recorded as interrupted.</exception>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403; the run is recorded.</exception>
    public async Task<HarvestReport> RunAsync(
        string command, HarvestPlan plan, IProgress<HarvestProgress>? progress, CancellationToken cancellationToken)
    {
        var started = new Beginning(time.GetUtcNow(), gate.Sent(RequestKind.Api), gate.Sent(RequestKind.Page));
        ledger.Ask(plan.Asked, started.Moment);
        var run = runs.Start(command, started.Moment);
        LogStarted(command, plan.Asked.Count, plan.ApiRequests, plan.PageRequests);
        var tally = new Tally(plan, options.Value.PageInterval, time, progress);
        try
        {
            await FetchAsync(run, plan, tally, cancellationToken);
            return Finish(run, plan, tally, started, interrupted: null);
        }
        catch (Exception exception)
        {
            Finish(run, plan, tally, started, exception);
            throw;
        }
    }

    private async Task FetchAsync(long run, HarvestPlan plan, Tally tally, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new WaitWatch(gate, runs, run, time).WatchAsync(stop.Token);
        try
        {
            await Task.WhenAll(
                OrStopAsync(batches.FetchAsync(plan.Batches, stop.Token), stop),
                OrStopAsync(pages.FetchAsync(plan.Due, tally, stop.Token), stop));
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    /// <summary>What ends one side of the work with an error ends the other, too.</summary>
    private static async Task OrStopAsync(Task work, CancellationTokenSource stop)
    {
        try
        {
            await work;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private HarvestReport Finish(long run, HarvestPlan plan, Tally tally, Beginning started, Exception? interrupted)
    {
        var missing = tally.Missing(ledger.Find(plan.Asked));
        var asked = plan.Asked.Count + plan.Malformed.Count;
        var report = new HarvestReport
        {
            Asked = asked,
            Fetched = tally.Fetched,
            Unchanged = asked - tally.Fetched - missing.Count,
            Missing = missing,
            Requests = new(gate.Sent(RequestKind.Api) - started.ApiRequests, gate.Sent(RequestKind.Page) - started.PageRequests, 0),
            Started = started.Moment,
            Finished = time.GetUtcNow(),
            CutShort = interrupted?.Message ?? tally.CutShort,
        };
        LogFinished(report.Fetched, report.Unchanged, missing.Count, report.Requests.Atom, report.Requests.Page);
        runs.Record(run, tally.RunOutcomes(missing));
        runs.Finish(run, report.ToRunResult(interrupted));
        return report;
    }

    /// <summary>Where the gate's counters stood when the run began.</summary>
    private sealed record Beginning(DateTimeOffset Moment, int ApiRequests, int PageRequests);

    [LoggerMessage(LogLevel.Information, "{Command} starts: {Asked} papers asked for, {ApiRequests} requests to the query API and {Pages} pages planned")]
    private partial void LogStarted(string command, int asked, int apiRequests, int pages);

    [LoggerMessage(LogLevel.Information, "Run ends: {Fetched} fetched, {Unchanged} unchanged, {Missing} missing; {ApiRequests} requests to the query API, {Pages} pages")]
    private partial void LogFinished(int fetched, int unchanged, int missing, int apiRequests, int pages);
}

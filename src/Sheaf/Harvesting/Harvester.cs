using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>Plans harvests and carries them out. A run may be stopped anywhere, and the next one continues.</summary>
internal sealed partial class Harvester(
    HarvestPlanner planner, PaperFetcher fetcher, LookupLedger ledger, RunLog runs, ILogger<Harvester> logger)
{
    /// <inheritdoc cref="HarvestPlanner.Plan"/>
    public HarvestPlan Plan(HarvestScope scope) => planner.Plan(scope);

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
        var run = runs.Begin(command);
        planner.Keep(plan);
        ledger.Ask(plan.Asked, run.Started);
        ledger.MarkOwed(plan.Due, run.Started);
        run.Start();
        LogStarted(command, plan.Asked.Count, plan.ApiRequests, plan.PageRequests);
        var tally = new HarvestOutcomes(plan, run, progress);
        try
        {
            await run.WhileWatchedAsync(stop => fetcher.FetchAsync(plan, run, tally, stop), cancellationToken);
            return Finish(run, plan, tally, interrupted: null);
        }
        catch (Exception exception)
        {
            run.EndWith(() => Abandon(run, plan, tally, exception));
            throw;
        }
    }

    /// <summary>What a person has stopped is owed no more.</summary>
    private void Abandon(ArxivRun run, HarvestPlan plan, HarvestOutcomes tally, Exception exception)
    {
        if (exception is OperationCanceledException && !(plan.IsOwedWhenStopped?.Invoke() ?? run.IsOfTheService))
        {
            ledger.ClearOwed(plan.Due);
        }

        Finish(run, plan, tally, exception);
    }

    private HarvestReport Finish(ArxivRun run, HarvestPlan plan, HarvestOutcomes tally, Exception? interrupted)
    {
        var missing = tally.Missing(ledger.Find(plan.Asked));
        var sent = run.Sent(RequestKind.Api);
        var oai = sent - (tally.SentBeforeOai ?? sent);
        var asked = plan.Asked.Count + plan.Malformed.Count;
        var report = new HarvestReport
        {
            Asked = asked,
            Fetched = tally.Fetched,
            Unchanged = asked - tally.Fetched - missing.Count,
            Missing = missing,
            Requests = new(sent - oai, run.Sent(RequestKind.Page), oai),
            Started = run.Started,
            Finished = run.Time.GetUtcNow(),
            CutShort = interrupted?.Message ?? tally.CutShort,

            // The gate's folder may be what broke: it is not looked at again, or the end of the run would not be recorded.
            NotBefore = interrupted is null ? new[] { run.HeldUntil(RequestKind.Api), run.HeldUntil(RequestKind.Page) }.Max() : null,
        };
        LogFinished(report.Fetched, report.Unchanged, missing.Count, report.Requests.Atom, report.Requests.Page, oai);
        run.Record(tally.RunOutcomes(missing));
        run.Finish(report.ToRunResult(interrupted));
        return report;
    }

    [LoggerMessage(
        LogLevel.Information,
        "{Command} starts: {Asked} papers asked for, {ApiRequests} requests to the query API and {Pages} pages planned")]
    private partial void LogStarted(string command, int asked, int apiRequests, int pages);

    [LoggerMessage(
        LogLevel.Information,
        "Run ends: {Fetched} fetched, {Unchanged} unchanged, {Missing} missing; {ApiRequests} requests to the query API, {Pages} pages, "
        + "{OaiRequests} over OAI-PMH")]
    private partial void LogFinished(int fetched, int unchanged, int missing, int apiRequests, int pages, int oaiRequests);
}

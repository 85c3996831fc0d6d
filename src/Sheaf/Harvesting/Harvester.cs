using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Store;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;

namespace Sheaf.Harvesting;

/// <summary>
/// Brings papers home: metadata in batches from the query API, and each paper's page, which settles it. The two go on side by side
/// through the one polite connection, so a query API that refuses does not keep the pages waiting. What the pages leave unsettled, the query
/// API or OAI-PMH settles. Everything is committed as it comes: a run may be stopped anywhere, and the next one continues.
/// </summary>
public sealed partial class Harvester(
    WantedPapers wanted,
    PublishedPapers pastIssues,
    MetadataBatches batches,
    AbstractPageFetcher pages,
    OaiFallback withoutPage,
    RequestGate gate,
    LookupLedger ledger,
    RunStore runs,
    IOptions<ArxivOptions> options,
    TimeProvider time,
    ILogger<Harvester> logger)
{
    /// <summary>How often a run looks whether the query API, the last it waits for, refuses.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads the curated lists and works out what is due. Makes no request and writes nothing.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var found = wanted.In(scope);
        var asked = found.Asked;
        var known = ledger.Find(asked);
        var now = time.GetUtcNow();
        var named = found.Changed.Concat(scope.IsByName ? scope.Identifiers : []).ToHashSet();
        var due = asked.Where(id => DueRule.IsDue(known.GetValueOrDefault(id), options.Value.RefreshAfter, now, named.Contains(id))).ToList();
        var published = pastIssues.Due(scope).Except(asked).ToList();
        return new HarvestPlan
        {
            Asked = asked,
            Malformed = found.Malformed,
            Due = due,
            Published = published,
            Batches = batches.Of([.. due, .. published]),
            Lists = found.Lists,
            Unread = found.Unread,
        };
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
        var started = new Beginning(time.GetUtcNow(), gate.Sent(RequestKind.Api), gate.Sent(RequestKind.Page), RunNames.IsOfTheService(command));
        gate.Command = command;
        wanted.Keep(plan.Lists, plan.Unread);
        ledger.Ask(plan.Asked, started.Moment);
        ledger.Owe(plan.Due, started.Moment);
        var run = runs.Start(command, started.Moment);
        LogStarted(command, plan.Asked.Count, plan.ApiRequests, plan.PageRequests);
        var tally = new HarvestOutcomes(plan, options.Value.PageInterval, time, progress);
        try
        {
            await FetchAsync(run, plan, tally, cancellationToken);
            return Finish(run, plan, tally, started, interrupted: null);
        }
        catch (Exception exception)
        {
            End(run, plan, tally, started, exception);
            throw;
        }
    }

    private async Task FetchAsync(long run, HarvestPlan plan, HarvestOutcomes tally, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new WaitReporter(gate, runs, run, time).WatchAsync(stop.Token);
        var served = new QueryApiOutcomes();
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var metadata = OrStopAsync(AskAsync(plan, served, tally, enough, stop), stop);
            var reading = OrStopAsync(pages.FetchAsync(plan.Due, tally, stop.Token), stop);
            await Task.WhenAll(metadata, EndMetadataAsync(reading, metadata, tally, enough));
            tally.SentBeforeOai = gate.Sent(RequestKind.Api);
            await withoutPage.SettleAsync(tally, served, stop.Token);
            pastIssues.NoteLacking(plan.Published, served);
            withoutPage.EnterRefused(tally, served);
        }
        catch (ArxivForbiddenException)
        {
            try
            {
                withoutPage.EnterRefused(tally, served);
            }
            catch (StoreException)
            {
                // The first error of a run is the one that is told: the refusal, and not that it cannot be written down.
            }

            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    private async Task AskAsync(HarvestPlan plan, QueryApiOutcomes served, HarvestOutcomes tally, CancellationTokenSource enough, CancellationTokenSource stop)
    {
        try
        {
            await batches.FetchAsync(plan.Batches, served, enough.Token);
            if (served.Count > 0)
            {
                tally.Tell(served.Count);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            LogNotWaitedFor();
        }
    }

    /// <summary>Nobody waits for a query API that refuses once the pages have settled everything.</summary>
    private async Task EndMetadataAsync(Task reading, Task metadata, HarvestOutcomes tally, CancellationTokenSource enough)
    {
        await reading;
        while (!metadata.IsCompleted && tally.Unsettled.Count == 0)
        {
            if (gate.State.Api.HeldUntil is not null)
            {
                await enough.CancelAsync();
                return;
            }

            await Task.WhenAny(metadata, Task.Delay(Glance, time, enough.Token));
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

    /// <summary>What ended the run is what is told, also where the end cannot be written down.</summary>
    private void End(long run, HarvestPlan plan, HarvestOutcomes tally, Beginning started, Exception exception)
    {
        try
        {
            if (exception is OperationCanceledException && !started.IsScheduled)
            {
                ledger.Forgive(plan.Due);
            }

            Finish(run, plan, tally, started, exception);
        }
        catch (Exception second)
        {
            LogEndNotWritten(second, second.Message);
        }
    }

    private HarvestReport Finish(long run, HarvestPlan plan, HarvestOutcomes tally, Beginning started, Exception? interrupted)
    {
        var missing = tally.Missing(ledger.Find(plan.Asked));
        var sent = gate.Sent(RequestKind.Api);
        var oai = sent - (tally.SentBeforeOai ?? sent);
        var asked = plan.Asked.Count + plan.Malformed.Count;
        var report = new HarvestReport
        {
            Asked = asked,
            Fetched = tally.Fetched,
            Unchanged = asked - tally.Fetched - missing.Count,
            Missing = missing,
            Requests = new(sent - started.ApiRequests - oai, gate.Sent(RequestKind.Page) - started.PageRequests, oai),
            Started = started.Moment,
            Finished = time.GetUtcNow(),
            CutShort = interrupted?.Message ?? tally.CutShort,

            // The gate's folder may be what broke: it is not looked at again, or the end of the run would not be recorded.
            NotBefore = interrupted is null ? new[] { gate.State.Api.HeldUntil, gate.State.Page.HeldUntil }.Max() : null,
        };
        LogFinished(report.Fetched, report.Unchanged, missing.Count, report.Requests.Atom, report.Requests.Page, oai);
        runs.Record(run, tally.RunOutcomes(missing));
        runs.Finish(run, report.ToRunResult(interrupted));
        return report;
    }

    /// <summary>Where the gate's counters stood when the run began.</summary>
    private sealed record Beginning(DateTimeOffset Moment, int ApiRequests, int PageRequests, bool IsScheduled);

    [LoggerMessage(LogLevel.Information, "{Command} starts: {Asked} papers asked for, {ApiRequests} requests to the query API and {Pages} pages planned")]
    private partial void LogStarted(string command, int asked, int apiRequests, int pages);

    [LoggerMessage(LogLevel.Information, "Run ends: {Fetched} fetched, {Unchanged} unchanged, {Missing} missing; {ApiRequests} requests to the query API, {Pages} pages, {OaiRequests} over OAI-PMH")]
    private partial void LogFinished(int fetched, int unchanged, int missing, int apiRequests, int pages, int oaiRequests);

    [LoggerMessage(LogLevel.Error, "The end of the run could not be written down: {Reason}")]
    private partial void LogEndNotWritten(Exception exception, string reason);

    [LoggerMessage(LogLevel.Information, "The query API refuses, and the pages have settled everything: it is not waited for")]
    private partial void LogNotWaitedFor();
}

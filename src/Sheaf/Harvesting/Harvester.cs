using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Curation;
using Sheaf.Store;

namespace Sheaf.Harvesting;

/// <summary>
/// Brings papers home: metadata in batches from the query API, and each paper's page, which settles it. The two go on side by side
/// through the one polite connection, so a query API that refuses does not keep the pages waiting. Everything is committed as it comes:
/// a run may be stopped anywhere, and the next one continues.
/// </summary>
public sealed partial class Harvester(
    AtomClient atom,
    AbstractPageClient pages,
    RequestGate gate,
    CuratedFolder curated,
    CuratedStore lists,
    EprintStore eprints,
    Ledger ledger,
    RunStore runs,
    IOptions<ArxivOptions> options,
    TimeProvider time,
    ILogger<Harvester> logger)
{
    /// <summary>After this many pages in a row that arXiv refused, the run asks for no more: going on would prolong the refusal (field guide 2.7).</summary>
    private const int RefusalsInARow = 2;

    /// <summary>Reads the curated lists, takes them into the store and works out what is due. Makes no request.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var read = curated.Read();
        Keep(read);
        var (asked, malformed) = Wanted(scope, read);
        var known = ledger.Find(asked);
        var now = time.GetUtcNow();
        var due = asked.Where(id => DueRule.IsDue(known.GetValueOrDefault(id), options.Value.RefreshAfter, now)).ToList();
        return new HarvestPlan { Asked = asked, Malformed = malformed, Due = due, Batches = atom.Batches(due) };
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
        var started = time.GetUtcNow();
        var sent = (Api: gate.Sent(RequestKind.Api), Page: gate.Sent(RequestKind.Page));
        ledger.Ask(plan.Asked, started);
        var run = runs.Start(command, started);
        LogStarted(command, plan.Asked.Count, plan.ApiRequests, plan.PageRequests);
        var tally = new Tally(plan, options.Value.PageInterval, time, progress);
        try
        {
            await FetchAsync(run, plan, tally, cancellationToken);
            return Finish(run, plan, tally, started, sent, interrupted: null);
        }
        catch (Exception exception)
        {
            Finish(run, plan, tally, started, sent, exception);
            throw;
        }
    }

    private async Task FetchAsync(long run, HarvestPlan plan, Tally tally, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new WaitWatch(gate, runs, run, time).WatchAsync(stop.Token);
        try
        {
            await Task.WhenAll(OrStopAsync(MetadataAsync(plan.Batches, stop.Token)), OrStopAsync(PagesAsync(plan.Due, tally, stop.Token)));
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }

        async Task OrStopAsync(Task work)
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
    }

    private async Task MetadataAsync(IReadOnlyList<IReadOnlyList<ArxivIdentifier>> batches, CancellationToken cancellationToken)
    {
        var leftOut = new List<ArxivIdentifier>();
        try
        {
            foreach (var batch in batches)
            {
                leftOut.AddRange(await BatchAsync(batch, cancellationToken));
            }

            foreach (var batch in atom.Batches(leftOut))
            {
                LogAskedAgain(batch.Count);
                await BatchAsync(batch, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or AtomErrorException or ArxivFormatException)
        {
            LogMetadataFailed(exception.Message);
        }
    }

    /// <returns>The papers of the batch that the answer left out.</returns>
    private async Task<IEnumerable<ArxivIdentifier>> BatchAsync(IReadOnlyList<ArxivIdentifier> batch, CancellationToken cancellationToken)
    {
        var answer = await atom.GetAsync(batch, cancellationToken);
        eprints.Save([.. answer.Records.Values], time.GetUtcNow());
        LogBatch(batch.Count, answer.Records.Count);
        return batch.Where(id => !answer.Records.ContainsKey(id));
    }

    private async Task PagesAsync(IReadOnlyList<ArxivIdentifier> due, Tally tally, CancellationToken cancellationToken)
    {
        var known = ledger.Find(due);
        var refusals = 0;
        tally.Report(null, null);
        foreach (var id in due)
        {
            var outcome = await PageAsync(id, known.GetValueOrDefault(id)?.PageLastModified, cancellationToken);
            LogPage(id, outcome);
            tally.Report(id, outcome);
            refusals = outcome == LookupReason.ArxivUnavailable ? refusals + 1 : 0;
            if (refusals == RefusalsInARow)
            {
                tally.CutShort = $"arXiv refused {RefusalsInARow} pages in a row, each after several tries.";
                return;
            }
        }
    }

    private async Task<string> PageAsync(ArxivIdentifier id, string? lastModified, CancellationToken cancellationToken)
    {
        try
        {
            switch (await pages.GetAsync(id, lastModified, cancellationToken))
            {
                case PageAnswer.Found found:
                    eprints.SavePage(found.Record, found.LastModified, time.GetUtcNow());
                    return PageOutcome.Fetched;
                case PageAnswer.Unchanged:
                    eprints.SaveUnchanged(id, time.GetUtcNow());
                    return PageOutcome.Unchanged;
                case PageAnswer.NotFound absent:
                    return Miss(id, LookupReason.NotFound, absent.Reason);
                case PageAnswer.Deleted deleted:
                    return Miss(id, LookupReason.Deleted, deleted.Reason);
                case var other:
                    throw new InvalidOperationException($"An answer of kind {other.GetType().Name} is not known.");
            }
        }
        catch (ArxivFormatException exception)
        {
            return Miss(id, LookupReason.PageUnreadable, exception.Message);
        }
        catch (ArxivUnavailableException exception)
        {
            return Miss(id, LookupReason.ArxivUnavailable, exception.Message);
        }
    }

    private string Miss(ArxivIdentifier id, string reason, string detail)
    {
        ledger.Miss(id, reason, detail, time.GetUtcNow());
        return reason;
    }

    private HarvestReport Finish(
        long run, HarvestPlan plan, Tally tally, DateTimeOffset started, (int Api, int Page) sent, Exception? interrupted)
    {
        var entries = ledger.Find(plan.Asked);
        var missing = plan.Asked.Select(id => entries[id]).Where(entry => !entry.Fetched)
            .Select(entry => new MissingPaper(entry.Identifier.ToString(), entry.Reason ?? LookupReason.NotYetTried, entry.Detail))
            .Concat(plan.Malformed.Select(bad => new MissingPaper(bad.Text, LookupReason.Malformed, $"{bad.List}, line {bad.Line}: {bad.Problem}")))
            .ToList();
        var report = new HarvestReport
        {
            Asked = plan.Asked.Count + plan.Malformed.Count,
            Fetched = tally.Fetched,
            Unchanged = plan.Asked.Count + plan.Malformed.Count - tally.Fetched - missing.Count,
            Missing = missing,
            Requests = new(gate.Sent(RequestKind.Api) - sent.Api, gate.Sent(RequestKind.Page) - sent.Page, 0),
            Started = started,
            Finished = time.GetUtcNow(),
            CutShort = interrupted?.Message ?? tally.CutShort,
        };
        LogFinished(report.Fetched, report.Unchanged, missing.Count, report.Requests.Atom, report.Requests.Page);
        runs.Record(run, OutcomesOf(plan, tally, missing));
        runs.Finish(run, ResultOf(report, interrupted));
        return report;
    }

    private static IEnumerable<RunOutcome> OutcomesOf(HarvestPlan plan, Tally tally, IEnumerable<MissingPaper> missing) =>
        plan.Asked.Select(id => new RunOutcome(id.ToString(), PageOutcome.Unchanged, null))
            .Concat(tally.Outcomes.Where(one => one.Outcome == PageOutcome.Fetched).Select(one => new RunOutcome(one.Identifier.ToString(), one.Outcome, null)))
            .Concat(missing.Select(paper => new RunOutcome(paper.Id, "missing", paper.Reason)));

    private static RunResult ResultOf(HarvestReport report, Exception? interrupted) => new()
    {
        Finished = report.Finished,
        Asked = report.Asked,
        Fetched = report.Fetched,
        Unchanged = report.Unchanged,
        Missing = report.Missing.Count,
        AtomRequests = report.Requests.Atom,
        PageRequests = report.Requests.Page,
        OaiRequests = report.Requests.Oai,
        Exit = (int)(interrupted switch
        {
            null => report.Exit,
            OperationCanceledException => ExitCode.Interrupted,
            ArxivForbiddenException or ArxivUnavailableException => ExitCode.Unavailable,
            _ => ExitCode.Failed,
        }),
        Error = report.CutShort,
    };

    private void Keep(IReadOnlyList<CuratedList> read)
    {
        foreach (var list in read)
        {
            lists.Replace(CuratedRows.Of(list, time.GetUtcNow()));
        }

        lists.RemoveListsExcept([.. read.Select(list => list.Name)]);
    }

    private (List<ArxivIdentifier> Asked, List<MalformedReference> Malformed) Wanted(HarvestScope scope, IReadOnlyList<CuratedList> read)
    {
        var listed = scope.IsEverything
            ? from list in read from entry in list.Entries select new ListedEntry(list, entry)
            : Listed(scope.Months, read);
        var entries = listed.Distinct().ToList();
        var asked = entries.Where(one => one.Entry.Reference is not null).Select(one => one.Entry.Reference!.Value.Identifier)
            .Concat(scope.Identifiers).Distinct().ToList();
        var malformed = entries.Where(one => one.Entry.Reference is null)
            .Select(one => new MalformedReference(one.Entry.Raw, one.List.Name, one.Entry.Line, one.Entry.Problem ?? "")).ToList();
        return (asked, malformed);
    }

    /// <summary>
    /// The entries of some months. On a list without a month of its own, a paper nobody has asked for yet may belong to the month of its
    /// identifier or, submitted in that month's last days, to the one before (field guide 8.2): it counts for both until it is known.
    /// </summary>
    private IEnumerable<ListedEntry> Listed(IReadOnlyList<Month> months, IReadOnlyList<CuratedList> read)
    {
        var undated = read.Where(list => list.Month is null).SelectMany(list => list.Entries)
            .Where(entry => entry.Reference is not null).Select(entry => entry.Reference!.Value.Identifier).Distinct().ToList();
        var known = eprints.Find(undated).ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Month);
        return months.SelectMany(month => MonthlyList.Of(
            month, read, id => known.TryGetValue(id, out var own) ? own : id.AnnouncedIn == month.Next ? month : id.AnnouncedIn));
    }

    [LoggerMessage(LogLevel.Information, "{Command} starts: {Asked} papers asked for, {ApiRequests} requests to the query API and {Pages} pages planned")]
    private partial void LogStarted(string command, int asked, int apiRequests, int pages);

    [LoggerMessage(LogLevel.Information, "Query API: {Returned} of {Asked} papers returned")]
    private partial void LogBatch(int asked, int returned);

    [LoggerMessage(LogLevel.Information, "Query API: asking once more for the {Count} papers it left out")]
    private partial void LogAskedAgain(int count);

    [LoggerMessage(LogLevel.Warning, "The query API could not be used; the pages settle every paper without it. {Reason}")]
    private partial void LogMetadataFailed(string reason);

    [LoggerMessage(LogLevel.Information, "Page of {Identifier}: {Outcome}")]
    private partial void LogPage(ArxivIdentifier identifier, string outcome);

    [LoggerMessage(LogLevel.Information, "Run ends: {Fetched} fetched, {Unchanged} unchanged, {Missing} missing; {ApiRequests} requests to the query API, {Pages} pages")]
    private partial void LogFinished(int fetched, int unchanged, int missing, int apiRequests, int pages);
}

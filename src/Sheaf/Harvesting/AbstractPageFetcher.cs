using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>Reads the page of each paper that is due: it settles the paper, one way or the other.</summary>
internal sealed partial class AbstractPageFetcher(
    AbstractPageClient pages, EprintStore eprints, LookupLedger ledger, TimeProvider time, ILogger<AbstractPageFetcher> logger)
{
    /// <summary>
    /// After this many pages in a row that arXiv refused, or that somebody else answered in its place, the run asks for no more: going on
    /// would prolong the refusal (field guide 2.7).
    /// </summary>
    private const int RefusalsInARow = 2;

    /// <summary>Fetches and stores, each page as it comes.</summary>
    /// <param name="due">The papers, in the order in which they are asked for.</param>
    /// <param name="tally">Told of every outcome.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    internal async Task FetchAsync(IReadOnlyList<ArxivIdentifier> due, HarvestOutcomes tally, CancellationToken cancellationToken)
    {
        var known = ledger.Find(due);
        var refusedInARow = new List<(ArxivIdentifier Id, bool IsForeign)>();
        tally.Start();
        foreach (var id in due)
        {
            var (outcome, isForeign) = await FetchAsync(id, known.GetValueOrDefault(id)?.PageLastModified, tally, cancellationToken);
            LogPage(id, outcome);
            tally.Settle(id, outcome);
            if (!isForeign && outcome != LookupOutcome.ArxivUnavailable)
            {
                refusedInARow.Clear();
                continue;
            }

            refusedInARow.Add((id, isForeign));
            if (refusedInARow.Count == RefusalsInARow)
            {
                Stop(refusedInARow, tally);
                return;
            }
        }
    }

    /// <summary>One page that is not arXiv's may be anything; several in a row are a wall, and say nothing about their papers.</summary>
    private void Stop(IEnumerable<(ArxivIdentifier Id, bool IsForeign)> refusedInARow, HarvestOutcomes tally)
    {
        var foreign = refusedInARow.Where(page => page.IsForeign).Select(page => page.Id).ToList();
        tally.CutShort = foreign.Count == 0
            ? $"arXiv refused {RefusalsInARow} pages in a row, so no more were asked for."
            : "In place of arXiv's pages something else answers, so no more were asked for.";
        foreach (var id in foreign)
        {
            ledger.Correct(id, LookupOutcome.ArxivUnavailable, tally.CutShort);
            tally.Settle(id, LookupOutcome.ArxivUnavailable);
        }
    }

    /// <returns><c>fetched</c>, <c>unchanged</c>, or the reason why the page is missing; and whether somebody else than arXiv
    /// answered.</returns>
    private async Task<(string Outcome, bool IsForeign)> FetchAsync(
        ArxivIdentifier id, string? lastModified, HarvestOutcomes tally, CancellationToken cancellationToken)
    {
        try
        {
            return (Settle(id, await pages.GetAsync(id, lastModified, cancellationToken)), false);
        }
        catch (ArxivFormatException exception)
        {
            return (Miss(id, LookupOutcome.PageUnreadable, exception.Message), exception.IsForeign);
        }
        catch (ArxivUnavailableException exception)
        {
            return (Miss(id, LookupOutcome.ArxivUnavailable, exception.Message), false);
        }
        catch (ArxivForbiddenException exception)
        {
            try
            {
                tally.Settle(id, Miss(id, LookupOutcome.ArxivUnavailable, exception.Message));
            }
            catch (StoreException)
            {
                // The refusal is what is told, and not that it cannot be written down.
            }

            throw;
        }
    }

    private string Settle(ArxivIdentifier id, PageAnswer answer)
    {
        switch (answer)
        {
            case PageAnswer.Found found:
                eprints.SavePage(found.Record, found.LastModified, time.GetUtcNow());
                return LookupOutcome.Fetched;
            case PageAnswer.Unchanged:
                eprints.SaveUnchanged(id, time.GetUtcNow());
                return LookupOutcome.Unchanged;
            case PageAnswer.NotFound absent:
                return Miss(id, LookupOutcome.NotFound, absent.Reason + NotYet(id));
            case PageAnswer.Deleted deleted:
                return Miss(id, LookupOutcome.Deleted, deleted.Reason);
            default:
                throw new InvalidOperationException($"An answer of kind {answer.GetType().Name} is not known.");
        }
    }

    /// <summary>Numbers are given out before papers are announced (field guide 8.2).</summary>
    private string NotYet(ArxivIdentifier id) =>
        id.AnnouncedIn.Start < Month.Of(time.GetUtcNow()).Start ? "" : " It may not be announced yet.";

    private string Miss(ArxivIdentifier id, string reason, string detail)
    {
        ledger.Miss(id, reason, detail, time.GetUtcNow());
        return reason;
    }

    [LoggerMessage(LogLevel.Information, "Page of {Identifier}: {Outcome}")]
    private partial void LogPage(ArxivIdentifier identifier, string outcome);
}

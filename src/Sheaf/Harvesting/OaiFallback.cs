using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>
/// Settles the papers that no page has settled: by what the query API told of them in this run, else over OAI-PMH. What arXiv does not know
/// in all three ways is missing; while OAI-PMH cannot be asked, the other two must agree on that.
/// </summary>
internal sealed partial class OaiFallback(
    OaiClient oai, EprintStore eprints, LookupLedger ledger, TimeProvider time, ILogger<OaiFallback> logger)
{
    /// <param name="tally">What the pages came to; told of what changes.</param>
    /// <param name="served">What the query API came to.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    internal async Task SettleAsync(HarvestOutcomes tally, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        foreach (var id in tally.Unsettled.Where(served.Has))
        {
            Serve(id, "atom", tally);
        }

        try
        {
            foreach (var id in tally.Unsettled)
            {
                await AskOrRefuseAsync(id, tally, served, cancellationToken);
            }
        }
        catch (ArxivUnavailableException exception)
        {
            LogUnavailable(exception.Message);
            LeaveOpen(tally, served);
        }
    }

    /// <summary>
    /// What was tried and refused by an interface, and came by no other, is not untried. To be called at the end of a run, however it ends.
    /// </summary>
    internal void EnterRefused(HarvestOutcomes tally, QueryApiOutcomes served)
    {
        foreach (var id in tally.Unsettled.Where(id => tally.OutcomeOf(id) is null))
        {
            if (served.RefusalOf(id) is { } reason)
            {
                Miss(id, LookupOutcome.ArxivUnavailable, reason, tally);
            }
        }
    }

    private async Task AskOrRefuseAsync(
        ArxivIdentifier id, HarvestOutcomes tally, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(id, tally, served, cancellationToken);
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivForbiddenException)
        {
            served.Refuse([id], exception.Message);
            throw;
        }
    }

    /// <summary>
    /// What a page alone says of a paper is not the last word while OAI-PMH cannot be asked: a later run has it. That there is no such
    /// paper is believed where the query API says so, too; the query API alone is not.
    /// </summary>
    private void LeaveOpen(HarvestOutcomes tally, QueryApiOutcomes served)
    {
        foreach (var id in tally.Unsettled.Where(id => tally.OutcomeOf(id) switch
        {
            LookupOutcome.NotFound => !served.IsLacking(id),
            LookupOutcome.PageUnreadable => true,
            null => served.IsLacking(id),
            _ => false,
        }))
        {
            var said = tally.OutcomeOf(id) is { } outcome
                ? $"Its page says {outcome}"
                : "The query API has no such paper, its page was not asked for";
            Miss(id, LookupOutcome.ArxivUnavailable, $"{said}, and OAI-PMH could not be asked.", tally);
        }
    }

    private async Task AskAsync(ArxivIdentifier id, HarvestOutcomes tally, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        switch (await AskAsync(id, cancellationToken))
        {
            case OaiAnswer.Found found:
                eprints.Save([found.Record], time.GetUtcNow());
                Serve(id, "oai", tally);
                break;
            case OaiAnswer.Deleted:
                Miss(id, LookupOutcome.Deleted, "arXiv has removed it.", tally);
                break;
            case OaiAnswer.NotFound when tally.OutcomeOf(id) == LookupOutcome.NotFound && served.IsRejected(id):
                Miss(id, LookupOutcome.Malformed, $"arXiv takes {id} for no identifier.", tally);
                break;
        }
    }

    /// <returns>Null where the answer says nothing.</returns>
    private async Task<OaiAnswer?> AskAsync(ArxivIdentifier id, CancellationToken cancellationToken)
    {
        LogAsked(id);
        try
        {
            return await oai.GetAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is OaiErrorException or ArxivFormatException)
        {
            LogUnusable(id, exception.Message);
            return null;
        }
    }

    private void Serve(ArxivIdentifier id, string source, HarvestOutcomes tally)
    {
        ledger.Serve(id, source, time.GetUtcNow());
        LogServed(id, source);
        tally.Settle(id, LookupOutcome.Fetched);
    }

    private void Miss(ArxivIdentifier id, string reason, string detail, HarvestOutcomes tally)
    {
        ledger.Miss(id, reason, detail, time.GetUtcNow());
        tally.Settle(id, reason);
    }

    [LoggerMessage(LogLevel.Information, "OAI-PMH: asking for {Identifier}, which no page has settled")]
    private partial void LogAsked(ArxivIdentifier identifier);

    [LoggerMessage(LogLevel.Information, "{Identifier} came from {Source}; its page is still to be read")]
    private partial void LogServed(ArxivIdentifier identifier, string source);

    [LoggerMessage(LogLevel.Warning, "OAI-PMH: no record of {Identifier}. {Reason}")]
    private partial void LogUnusable(ArxivIdentifier identifier, string reason);

    [LoggerMessage(LogLevel.Warning, "OAI-PMH could not be used. {Reason}")]
    private partial void LogUnavailable(string reason);
}

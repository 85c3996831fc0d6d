using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;

namespace Sheaf.Harvesting;

/// <summary>Fetches metadata from the query API in batches, and asks once more, together, for what the batches left out.</summary>
public sealed partial class MetadataBatches(AtomClient atom, EprintStore eprints, TimeProvider time, ILogger<MetadataBatches> logger)
{
    /// <summary>The papers as the requests will name them.</summary>
    public IReadOnlyList<IReadOnlyList<ArxivIdentifier>> Of(IEnumerable<ArxivIdentifier> identifiers) => atom.Batches(identifiers);

    /// <summary>Fetches and stores. A query API that refuses or cannot be read ends the work with a warning, not with an error: every paper's page settles it.</summary>
    public async Task FetchAsync(IReadOnlyList<IReadOnlyList<ArxivIdentifier>> batches, CancellationToken cancellationToken)
    {
        try
        {
            var leftOut = new List<ArxivIdentifier>();
            foreach (var batch in batches)
            {
                leftOut.AddRange(await FetchAsync(batch, cancellationToken));
            }

            foreach (var batch in atom.Batches(leftOut))
            {
                LogAskedAgain(batch.Count);
                await FetchAsync(batch, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or AtomErrorException or ArxivFormatException)
        {
            LogUnusable(exception.Message);
        }
    }

    /// <returns>The papers of the batch that the answer left out.</returns>
    private async Task<IEnumerable<ArxivIdentifier>> FetchAsync(IReadOnlyList<ArxivIdentifier> batch, CancellationToken cancellationToken)
    {
        var answer = await atom.GetAsync(batch, cancellationToken);
        eprints.Save([.. answer.Records.Values], time.GetUtcNow());
        LogBatch(batch.Count, answer.Records.Count);
        foreach (var unreadable in answer.Unreadable)
        {
            LogUnreadable(unreadable.Id, unreadable.Reason);
        }

        return batch.Where(id => !answer.Records.ContainsKey(id));
    }

    [LoggerMessage(LogLevel.Information, "Query API: {Returned} of {Asked} papers returned")]
    private partial void LogBatch(int asked, int returned);

    [LoggerMessage(LogLevel.Information, "Query API: asking once more for the {Count} papers it left out")]
    private partial void LogAskedAgain(int count);

    [LoggerMessage(LogLevel.Warning, "Query API: its entry {Id} cannot be read: {Reason}")]
    private partial void LogUnreadable(string id, string reason);

    [LoggerMessage(LogLevel.Warning, "The query API could not be used; the pages settle every paper without it. {Reason}")]
    private partial void LogUnusable(string reason);
}

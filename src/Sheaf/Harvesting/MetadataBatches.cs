using System.Xml;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Harvesting;

/// <summary>
/// Fetches metadata from the query API in batches. What the batches left out is asked for once more together; a batch of which nothing
/// came, or whose answer could not be read, in its halves: the same batch never goes out twice. A batch that arXiv refuses for one
/// malformed identifier (field guide 2.4) is asked for again without it.
/// </summary>
internal sealed partial class MetadataBatches(AtomClient atom, EprintStore eprints, TimeProvider time, ILogger<MetadataBatches> logger)
{
    /// <summary>
    /// Requests that may be spent on finding the identifier that a batch is refused for, where arXiv does not name it: 7 halvings for 100,
    /// and one for the rest.
    /// </summary>
    private const int MostHalvings = 7;

    /// <summary>Identifiers of one batch that arXiv may refuse by name before the rest is left to the pages.</summary>
    private const int MostNamed = 8;

    /// <summary>The papers as the requests will name them.</summary>
    public IReadOnlyList<IReadOnlyList<ArxivIdentifier>> Of(IEnumerable<ArxivIdentifier> identifiers) => atom.Batches(identifiers);

    /// <summary>
    /// Fetches and stores. A query API that refuses or cannot be read ends the work with a warning, not with an error: every paper's page
    /// settles it.
    /// </summary>
    /// <param name="batches">From <see cref="Of"/>.</param>
    /// <param name="served">Told of every paper that came.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    internal async Task FetchAsync(
        IReadOnlyList<IReadOnlyList<ArxivIdentifier>> batches, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        try
        {
            var leftOut = new List<ArxivIdentifier>();
            foreach (var batch in batches)
            {
                leftOut.AddRange(await FetchAsync(batch, served, cancellationToken));
            }

            var asked = batches.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
            foreach (var batch in atom.Batches(leftOut))
            {
                await AskAgainAsync(asked.Contains(KeyOf(batch)) ? Halves(batch) : [batch], served, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or AtomErrorException)
        {
            LogUnusable(exception.Message);
        }
    }

    /// <summary>
    /// An answer without a paper is an old fault of arXiv's (field guide 2.5), but when the next has none either it is believed.
    /// </summary>
    private async Task AskAgainAsync(
        IEnumerable<IReadOnlyList<ArxivIdentifier>> parts, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            LogAskedAgain(part.Count);
            if ((await FetchAsync(part, served, cancellationToken)).Count == part.Count)
            {
                return;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<ArxivIdentifier>> Halves(IReadOnlyList<ArxivIdentifier> batch) =>
        batch.Count < 2 ? [] : batch.Chunk((batch.Count + 1) / 2);

    private static string KeyOf(IEnumerable<ArxivIdentifier> batch) => string.Join(',', batch);

    /// <returns>The papers of the batch that are worth asking for once more.</returns>
    private async Task<List<ArxivIdentifier>> FetchAsync(
        IReadOnlyList<ArxivIdentifier> batch, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        var asked = batch;
        for (var named = 0; named < MostNamed && asked.Count > 0; named++)
        {
            try
            {
                return await AskAsync(asked, served, cancellationToken);
            }
            catch (AtomErrorException refused)
            {
                LogRejected(refused.Error);
                var without = asked.Where(id => id.ToString() != refused.RejectedId).ToList();
                if (without.Count == asked.Count)
                {
                    return await AskInPartsAsync(asked, served, cancellationToken);
                }

                served.Reject(asked.Except(without));
                asked = without;
            }
        }

        return [];
    }

    /// <summary>
    /// Halves the batch until the one that it is refused for is alone; the halves that nobody asked for meanwhile go together at the end.
    /// </summary>
    private async Task<List<ArxivIdentifier>> AskInPartsAsync(
        IReadOnlyList<ArxivIdentifier> batch, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        var (suspects, unasked, leftOut) = (batch.ToList(), new List<ArxivIdentifier>(), new List<ArxivIdentifier>());
        for (var halving = 0; halving < MostHalvings && suspects.Count > 1; halving++)
        {
            var half = suspects.Take((suspects.Count + 1) / 2).ToList();
            try
            {
                leftOut.AddRange(await AskAsync(half, served, cancellationToken));
                suspects = [.. suspects.Skip(half.Count)];
            }
            catch (AtomErrorException)
            {
                unasked.AddRange(suspects.Skip(half.Count));
                suspects = half;
            }
        }

        served.Reject(suspects);
        return unasked.Count == 0 ? leftOut : [.. leftOut, .. await AskAsync(unasked, served, cancellationToken)];
    }

    /// <returns>The papers that the answer left out; all of them where it could not be read, or came without its end.</returns>
    /// <exception cref="AtomErrorException">arXiv refuses the request.</exception>
    private async Task<List<ArxivIdentifier>> AskAsync(
        IReadOnlyList<ArxivIdentifier> batch, QueryApiOutcomes served, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await atom.GetAsync(batch, cancellationToken);
            eprints.Save([.. answer.Records.Values], time.GetUtcNow());
            served.Serve(answer.Records.Keys);
            LogBatch(batch.Count, answer.Records.Count);
            foreach (var unreadable in answer.Unreadable)
            {
                LogUnreadable(unreadable.Id, unreadable.Reason);
            }

            var leftOut = batch.Where(id => !answer.Records.ContainsKey(id)).ToList();
            served.Lack(leftOut);
            return leftOut;
        }
        catch (Exception exception) when (exception is ArxivFormatException or ArxivUnavailableException { InnerException: XmlException })
        {
            LogGarbled(exception.Message);
            return [.. batch];
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivForbiddenException)
        {
            served.Refuse(batch, exception.Message);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Information, "Query API: {Returned} of {Asked} papers returned")]
    private partial void LogBatch(int asked, int returned);

    [LoggerMessage(LogLevel.Information, "Query API: asking once more for the {Count} papers it left out")]
    private partial void LogAskedAgain(int count);

    [LoggerMessage(LogLevel.Warning, "Query API: its entry {Id} cannot be read: {Reason}")]
    private partial void LogUnreadable(string id, string reason);

    [LoggerMessage(LogLevel.Warning, "Query API: an answer cannot be read. {Reason}")]
    private partial void LogGarbled(string reason);

    [LoggerMessage(LogLevel.Warning, "Query API: refuses a batch: {Error}")]
    private partial void LogRejected(string error);

    [LoggerMessage(LogLevel.Warning, "The query API could not be used; the pages settle every paper without it. {Reason}")]
    private partial void LogUnusable(string reason);
}

/// <summary>What the query API made of the papers that a run asked it for.</summary>
internal sealed class QueryApiOutcomes
{
    private readonly HashSet<ArxivIdentifier> _served = [];
    private readonly HashSet<ArxivIdentifier> _rejected = [];
    private readonly HashSet<ArxivIdentifier> _lacking = [];
    private readonly Dictionary<ArxivIdentifier, string> _refused = [];

    public int Count => _served.Count;

    public void Serve(IEnumerable<ArxivIdentifier> identifiers) => _served.UnionWith(identifiers);

    /// <summary>arXiv refused a batch for this one, or for one of these.</summary>
    public void Reject(IEnumerable<ArxivIdentifier> identifiers) => _rejected.UnionWith(identifiers);

    /// <summary>Answers that should have these did not.</summary>
    public void Lack(IEnumerable<ArxivIdentifier> identifiers) => _lacking.UnionWith(identifiers);

    /// <summary>arXiv did not answer for these, or refused.</summary>
    public void Refuse(IEnumerable<ArxivIdentifier> identifiers, string reason)
    {
        foreach (var identifier in identifiers)
        {
            _refused[identifier] = reason;
        }
    }

    /// <summary>Why arXiv did not answer for it; null where it did, or was not asked.</summary>
    public string? RefusalOf(ArxivIdentifier identifier) => _refused.GetValueOrDefault(identifier);

    public bool Has(ArxivIdentifier identifier) => _served.Contains(identifier);

    public bool IsRejected(ArxivIdentifier identifier) => _rejected.Contains(identifier) && !Has(identifier);

    /// <summary>Whether the query API, which answered, does not know it.</summary>
    public bool IsLacking(ArxivIdentifier identifier) => _lacking.Contains(identifier) && !Has(identifier);
}

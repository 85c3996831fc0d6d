using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Harvesting;

/// <summary>What a harvest will do, known before it makes a request.</summary>
public sealed record HarvestPlan
{
    /// <summary>Every paper in scope, in the order of the lists.</summary>
    public required IReadOnlyList<ArxivIdentifier> Asked { get; init; }

    /// <summary>References in scope that name no paper.</summary>
    public required IReadOnlyList<MalformedReference> Malformed { get; init; }

    /// <summary>Those of <see cref="Asked"/> that are due, in the same order.</summary>
    public required IReadOnlyList<ArxivIdentifier> Due { get; init; }

    /// <summary>Papers of past issues that the store lacks: the query API is asked for them, and no page is read.</summary>
    public IReadOnlyList<ArxivIdentifier> Published { get; init; } = [];

    /// <summary><see cref="Due"/> and <see cref="Published"/>, as the requests to the query API will name them.</summary>
    public required IReadOnlyList<IReadOnlyList<ArxivIdentifier>> Batches { get; init; }

    /// <summary>The lists as they were read for this plan.</summary>
    internal IReadOnlyList<CuratedList> Lists { get; init; } = [];

    /// <summary>Lists that could not be read, where the scope goes on without them.</summary>
    public IReadOnlyList<UnreadList> Unread { get; init; } = [];

    /// <summary>One request to the query API a batch, if arXiv leaves nothing out.</summary>
    public int ApiRequests => Batches.Count;

    /// <summary>One page for each paper that is due.</summary>
    public int PageRequests => Due.Count;

    /// <summary>The least time arXiv's rules allow for these requests: kinds are spaced separately, so the slower one decides.</summary>
    public TimeSpan LeastTime(ArxivOptions options)
    {
        var api = options.ApiInterval * Math.Max(0, ApiRequests - 1);
        var pages = options.PageInterval * Math.Max(0, PageRequests - 1);
        return api > pages ? api : pages;
    }
}

using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Harvesting;

/// <summary>Works out what a harvest has to do.</summary>
internal sealed class HarvestPlanner(
    WantedPapers wanted, UnlistedPapers unlisted, DuePapers due, MetadataBatches batches, IOptions<ArxivOptions> options)
{
    /// <summary>Reads the curated lists and works out what is due. Makes no request and writes nothing.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var found = wanted.In(scope);
        var named = found.Changed.Concat(scope.IsByName ? scope.Identifiers : []).ToHashSet();
        var papers = due.Among(found.Asked, named);
        var onNoList = unlisted.Due(scope, found.Asked);
        return new HarvestPlan
        {
            Asked = found.Asked,
            Malformed = found.Malformed,
            Due = papers,
            OnNoList = onNoList,
            Batches = batches.Of([.. papers, .. onNoList.All]),
            Lists = found.Lists,
            Unread = found.Unread,
            PageInterval = options.Value.PageInterval,
        };
    }

    /// <summary>Takes the lists of a plan that is carried out into the store.</summary>
    internal void Keep(HarvestPlan plan) => wanted.Keep(plan.Lists, plan.Unread);
}

/// <summary>What a harvest is asked to cover: every curated list, the lists of some months, or some papers.</summary>
/// <param name="Months">Empty unless months were named.</param>
/// <param name="Identifiers">Empty unless papers were named.</param>
internal sealed record HarvestScope(IReadOnlyList<Month> Months, IReadOnlyList<ArxivIdentifier> Identifiers)
{
    /// <summary>
    /// Whether a person has named <see cref="Identifiers"/> one by one; then those that arXiv lacked are asked for at once.
    /// </summary>
    public bool IsByName { get; init; } = true;

    public static HarvestScope Everything { get; } = new([], []);

    /// <summary>Whether lists that cannot be read are left out, and named by the plan, instead of ending it.</summary>
    public bool GoesOnWithoutUnread { get; init; }

    public bool IsEverything => Months.Count == 0 && Identifiers.Count == 0;
}

/// <summary>What a harvest will do, known before it makes a request.</summary>
internal sealed record HarvestPlan
{
    /// <summary>Every paper in scope, in the order of the lists.</summary>
    public required IReadOnlyList<ArxivIdentifier> Asked { get; init; }

    /// <summary>References in scope that name no paper.</summary>
    public required IReadOnlyList<MalformedReference> Malformed { get; init; }

    /// <summary>Those of <see cref="Asked"/> that are due, in the same order.</summary>
    public required IReadOnlyList<ArxivIdentifier> Due { get; init; }

    /// <summary>Papers that the store lacks, too: the query API is asked for them, and no page is read.</summary>
    public PapersOnNoList OnNoList { get; init; } = PapersOnNoList.None;

    /// <summary><see cref="Due"/> and <see cref="OnNoList"/>, as the requests to the query API will name them.</summary>
    public required IReadOnlyList<IReadOnlyList<ArxivIdentifier>> Batches { get; init; }

    /// <summary>The lists as they were read for this plan.</summary>
    internal IReadOnlyList<CuratedList> Lists { get; init; } = [];

    /// <summary>The least time between two pages.</summary>
    internal TimeSpan PageInterval { get; init; }

    /// <summary>
    /// Asked when the run is stopped: whether what it has not come to is owed from then on, so that the service goes on with it. Null: it
    /// is where the run is the service's own, as only its end stops those.
    /// </summary>
    public Func<bool>? IsOwedWhenStopped { get; init; }

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

using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Store.Ledger;
using Sheaf.Store.Signals;

namespace Sheaf.Harvesting;

/// <summary>
/// Papers that people noticed, by the services that were asked, and that no sweep has: they are candidates once the store knows their
/// words. The query API tells enough. Those that arXiv does not know are asked for again as seldom as any paper.
/// </summary>
internal sealed class NoticedPapers(SignalStore signals, LookupLedger ledger, IOptions<ArxivOptions> options, TimeProvider time)
{
    /// <summary>Those that the store lacks, in the order of the days; of some months only where months are named.</summary>
    public IReadOnlyList<ArxivIdentifier> Due(HarvestScope scope)
    {
        if (scope is { IsEverything: false, Months.Count: 0 })
        {
            return [];
        }

        var papers = signals.WithoutEprint()
            .Where(paper => scope.IsEverything || scope.Months.Any(month => ArxivMonths.MayHold(month, paper))).ToList();
        var (tried, now) = (ledger.Find(papers), time.GetUtcNow());
        return
        [
            .. papers.Where(paper =>
                tried.GetValueOrDefault(paper)?.LastAttempt is not { } last || now - last > options.Value.RefreshAfter),
        ];
    }

    /// <summary>Enters into the ledger what the query API said that it does not have.</summary>
    internal void NoteLacking(IEnumerable<ArxivIdentifier> papers, QueryApiOutcomes served)
    {
        foreach (var paper in papers.Where(paper => served.IsLacking(paper) || served.IsRejected(paper)))
        {
            ledger.Miss(paper, LookupOutcome.NotFound, "noticed by others; the query API does not have it", time.GetUtcNow());
        }
    }
}

/// <summary>Papers on no list that are wanted all the same, for their words alone: those of past issues, and those noticed.</summary>
/// <param name="Published">Of past issues.</param>
/// <param name="Noticed">Noticed by others.</param>
internal sealed record PapersOnNoList(IReadOnlyList<ArxivIdentifier> Published, IReadOnlyList<ArxivIdentifier> Noticed)
{
    public static PapersOnNoList None { get; } = new([], []);

    /// <summary>Each paper once.</summary>
    public IEnumerable<ArxivIdentifier> All => Published.Concat(Noticed.Except(Published));
}

/// <inheritdoc cref="PapersOnNoList"/>
internal sealed class UnlistedPapers(PublishedPapers published, NoticedPapers noticed)
{
    /// <summary>Those that the store lacks and that are not asked for anyway.</summary>
    public PapersOnNoList Due(HarvestScope scope, IReadOnlyList<ArxivIdentifier> asked) =>
        new([.. published.Due(scope).Except(asked)], [.. noticed.Due(scope).Except(asked)]);

    /// <summary>Enters into the ledger what the query API said that it does not have.</summary>
    internal void NoteLacking(PapersOnNoList papers, QueryApiOutcomes served)
    {
        published.NoteLacking(papers.Published, served);
        noticed.NoteLacking(papers.Noticed, served);
    }
}

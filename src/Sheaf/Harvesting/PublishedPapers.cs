using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>
/// The papers of past issues, which count as picks once the store knows their words. The query API tells enough: their pages are read when
/// they are put on a list. Those that arXiv does not know are asked for again as seldom as any paper.
/// </summary>
internal sealed class PublishedPapers(
    PublishedFolder published, EprintStore eprints, LookupLedger ledger, IOptions<ArxivOptions> options, TimeProvider time)
{
    /// <summary>Those that the store lacks, in the order of the issues; none for a harvest of papers by name.</summary>
    public IReadOnlyList<ArxivIdentifier> Due(HarvestScope scope)
    {
        if (scope is { IsEverything: false, Months.Count: 0 })
        {
            return [];
        }

        var papers = published.Read().Issues.SelectMany(issue => issue.Papers).Distinct().ToList();
        var (known, tried) = (eprints.Find(papers), ledger.Find(papers));
        var now = time.GetUtcNow();
        return
        [
            .. papers.Where(
                paper => !known.ContainsKey(paper)
                    && (tried.GetValueOrDefault(paper)?.LastAttempt is not { } last || now - last > options.Value.RefreshAfter)),
        ];
    }

    /// <summary>Enters into the ledger what the query API said that it does not have.</summary>
    internal void NoteLacking(IEnumerable<ArxivIdentifier> papers, QueryApiOutcomes served)
    {
        foreach (var paper in papers.Where(paper => served.IsLacking(paper) || served.IsRejected(paper)))
        {
            ledger.Miss(paper, LookupOutcome.NotFound, "named in a past issue; the query API does not have it", time.GetUtcNow());
        }
    }
}

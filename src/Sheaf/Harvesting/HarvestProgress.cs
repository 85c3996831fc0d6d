using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>How far a running harvest is.</summary>
/// <param name="Pages">Pages asked for so far.</param>
/// <param name="PagesPlanned">Pages in all.</param>
/// <param name="Left">Time left: the spacing of the remaining pages, which is known, and their transfer at the pace seen so far.</param>
/// <param name="Latest">The paper just settled; null at the start.</param>
/// <param name="Outcome">How it ended: <c>fetched</c>, <c>unchanged</c> or a <see cref="LookupReason"/>.</param>
public sealed record HarvestProgress(int Pages, int PagesPlanned, TimeSpan Left, ArxivIdentifier? Latest, string? Outcome)
{
    /// <summary>How many of the papers the query API has told of, once it was asked for all of them: from then on a draft can be made. Null before.</summary>
    public int? Told { get; init; }
}

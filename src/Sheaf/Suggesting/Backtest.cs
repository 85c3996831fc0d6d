using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Suggesting;

/// <summary>How a month's own picks would have been ranked before it began.</summary>
/// <param name="Month">The month.</param>
/// <param name="Considered">How many papers were ranked, the picks among them.</param>
/// <param name="Top">How far down was looked.</param>
/// <param name="Picks">How many of the papers ranked were picked.</param>
/// <param name="PicksInTop">How many of these were in the top.</param>
/// <param name="Starred">How many were picked with a star.</param>
/// <param name="StarredInTop">How many of these were in the top.</param>
public sealed record Backtest(Month Month, int Considered, int Top, int Picks, int PicksInTop, int Starred, int StarredInTop)
{
    /// <summary>Counts; a pick that was folded into another identifier of the same work is found where that stands.</summary>
    internal static Backtest Of(Month month, int considered, int top, Dictionary<ArxivIdentifier, bool> picks, IReadOnlyList<SuggestedPaper> ranked)
    {
        var shown = ranked.Take(top).SelectMany(work => work.Same.Prepend(work.Paper.Identifier)).ToHashSet();
        return new(month, considered, top, picks.Count, picks.Keys.Count(shown.Contains), picks.Values.Count(starred => starred), picks.Count(pick => pick.Value && shown.Contains(pick.Key)));
    }
}

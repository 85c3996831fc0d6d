using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>How a month's own picks would have been ranked before it began.</summary>
/// <param name="Month">The month.</param>
/// <param name="Considered">How many papers were ranked, the picks among them.</param>
/// <param name="Top">How far down was looked.</param>
/// <param name="Picks">How many of the papers ranked were picked.</param>
/// <param name="PicksInTop">How many of these were in the top.</param>
/// <param name="Starred">How many were picked with a star.</param>
/// <param name="StarredInTop">How many of these were in the top.</param>
internal sealed record Backtest(Month Month, int Considered, int Top, int Picks, int PicksInTop, int Starred, int StarredInTop)
{
    /// <summary>
    /// How many picks of earlier months the ranking was learnt from; with none of them it says nothing of the editor's taste.
    /// </summary>
    public int LearntFrom { get; init; }

    /// <summary>What it added to the log-odds of a paper that others noticed it; null where nobody has said what they noticed.</summary>
    public double? SignalWeight { get; init; }

    /// <summary>How they would have been ranked had others noticed nothing; null likewise.</summary>
    public Backtest? WithoutSignals { get; init; }

    /// <summary>Counts; a pick that was folded into another identifier of the same work is found where that stands. Of papers with the same
    /// score nobody knows which would have come first: where they reach across the end of the top, each counts by its chance to be in
    /// it.</summary>
    internal static Backtest Of(
        Month month, int considered, int top, Dictionary<ArxivIdentifier, bool> picks, IReadOnlyList<SuggestedPaper> ranked)
    {
        var chances = ChancesOf(ranked, top);
        return new(
            month, considered, top, picks.Count, InTop(picks.Keys), picks.Values.Count(starred => starred),
            InTop(picks.Where(pick => pick.Value).Select(pick => pick.Key)));

        int InTop(IEnumerable<ArxivIdentifier> papers) =>
            (int)Math.Round(papers.Sum(paper => chances.GetValueOrDefault(paper)), MidpointRounding.ToEven);
    }

    private static Dictionary<ArxivIdentifier, double> ChancesOf(IReadOnlyList<SuggestedPaper> ranked, int top)
    {
        var chances = new Dictionary<ArxivIdentifier, double>();
        var before = 0;
        foreach (var tied in ranked.GroupBy(work => work.Ranked.Score))
        {
            var works = tied.ToList();
            var chance = Math.Clamp((double)(top - before) / works.Count, 0, 1);
            foreach (var paper in works.SelectMany(work => work.Same.Prepend(work.Paper.Identifier)))
            {
                chances[paper] = chance;
            }

            before += works.Count;
        }

        return chances;
    }
}

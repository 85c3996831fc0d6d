namespace Sheaf.TestKit.Ranking;

/// <summary>How well a ranking found the picks.</summary>
/// <param name="Recall">Share of the picks among the first 20, 50, 100, 200 and 500.</param>
/// <param name="Auc">Chance that a pick is ranked before another paper; papers of the same score count half.</param>
internal sealed record Standing(double[] Recall, double Auc)
{
    public static IReadOnlyList<int> Depths { get; } = [20, 50, 100, 200, 500];

    /// <param name="ranking">Whether each paper was picked, best first, with its score.</param>
    public static Standing Of(IReadOnlyList<(bool Picked, double Score)> ranking)
    {
        double picks = ranking.Count(paper => paper.Picked);
        var recall = Depths.Select(depth => ranking.Take(depth).Count(paper => paper.Picked) / picks).ToArray();
        var (above, pairs) = (0.0, 0.0);
        foreach (var same in ranking.GroupBy(paper => paper.Score))
        {
            double chosen = same.Count(paper => paper.Picked);
            var others = same.Count() - chosen;
            pairs += others * (above + (chosen / 2));
            above += chosen;
        }

        return new Standing(recall, pairs / (picks * (ranking.Count - picks)));
    }

    public static Standing Mean(IReadOnlyCollection<Standing> all) =>
        new(
            [.. Enumerable.Range(0, Depths.Count).Select(depth => all.Average(standing => standing.Recall[depth]))],
            all.Average(standing => standing.Auc));
}

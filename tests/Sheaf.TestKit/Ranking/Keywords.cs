namespace Sheaf.TestKit.Ranking;

/// <summary>What an editor would do by hand: the words that stand out in the titles of past picks, counted in title and abstract.</summary>
internal sealed class Keywords
{
    private const int Most = 50;
    private const int FewestPicks = 3;

    private readonly HashSet<string> _words;

    public Keywords(IReadOnlyList<(MonthPaper Paper, bool Picked)> past)
    {
        var (picks, others) = (Counts(past.Where(paper => paper.Picked)), Counts(past.Where(paper => !paper.Picked)));
        double ratio = past.Count(paper => !paper.Picked) / Math.Max(1.0, past.Count(paper => paper.Picked));
        _words =
        [
            .. picks.Where(word => word.Value >= FewestPicks)
                .OrderByDescending(word => word.Value * Math.Log((word.Value + 0.5) * ratio / (others.GetValueOrDefault(word.Key) + 0.5)))
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(Most).Select(word => word.Key),
        ];
    }

    public double Judge(MonthPaper paper) => Words(paper.Text).Count(_words.Contains);

    private static Dictionary<string, int> Counts(IEnumerable<(MonthPaper Paper, bool Picked)> papers) =>
        papers.SelectMany(paper => Words(paper.Paper.Paper.Title)).GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '(', ')', '\n', '"', '?', '!'])
            .Where(word => word.Length > 2 && !StopWords.All.Contains(word))];
}

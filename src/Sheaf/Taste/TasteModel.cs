using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Taste;

/// <summary>
/// The taste of one editor, as it was before a month began: learnt from what they picked and passed over in the months before it.
/// The same history gives the same model, and the same candidates the same ranking to the last bit.
/// </summary>
public sealed class TasteModel
{
    /// <summary>With fewer picks than this there is nothing to learn from: only their words and categories count.</summary>
    public const int FewestPicks = 20;

    private readonly Dictionary<string, double> _words;

    private TasteModel(int picks, Dictionary<string, double> words)
    {
        Picks = picks;
        _words = words;
    }

    /// <summary>How many picks it was learnt from.</summary>
    public int Picks { get; }

    /// <summary>Whether the picks were too few, and the ranking goes by their words and categories alone.</summary>
    public bool FallsBack => Picks < FewestPicks;

    /// <summary>Learns from what was known when the month began: what is later in <paramref name="history"/> is left out.</summary>
    /// <param name="history">Picks and what was passed over.</param>
    /// <param name="month">The month that is to be ranked.</param>
    /// <param name="warm">Lends its weights where there are few picks; null for none. Not used where it knows this month or a later one.</param>
    public static TasteModel Learn(TasteHistory history, Month month, WarmStart? warm = null)
    {
        var picks = history.Picks.Where(pick => pick.Month.CompareTo(month) < 0 && pick.Paper.Submitted < month.FirstDay).ToList();
        var picked = picks.Select(pick => pick.Paper.Identifier).ToHashSet();
        var passed = history.PassedOver.Where(paper => paper.Submitted < month.FirstDay && !picked.Contains(paper.Identifier)).ToList();
        var (mine, others) = (Counts(picks.Select(pick => pick.Paper)), Counts(passed));
        var words = mine.ToDictionary(word => word.Key, word => Math.Log((word.Value + 0.5) / (picks.Count + 1) / ((others.GetValueOrDefault(word.Key) + 0.5) / (passed.Count + 1))));
        foreach (var (word, weight) in warm is not null && warm.MayServe(month) ? warm.Words : new Dictionary<string, double>())
        {
            words.TryAdd(word, weight);
        }

        return new TasteModel(picks.Count, words);
    }

    /// <summary>The candidates, the likeliest first; those with the same score by identifier.</summary>
    public IReadOnlyList<RankedPaper> Rank(IReadOnlyCollection<TastePaper> candidates, CancellationToken cancellationToken) =>
    [
        .. candidates.Select(paper =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var told = WordsOf(paper).Where(_words.ContainsKey).OrderByDescending(word => _words[word]).ThenBy(word => word, StringComparer.Ordinal).ToList();
            var score = 1 / (1 + Math.Exp(-told.Sum(word => _words[word]) / 10));
            return new RankedPaper(paper, score, told.Count == 0 ? [] : [new Reason.Words([.. told.Take(3)])]);
        }).OrderByDescending(ranked => ranked.Score).ThenBy(ranked => ranked.Paper.Identifier),
    ];

    private static Dictionary<string, int> Counts(IEnumerable<TastePaper> papers) =>
        papers.SelectMany(WordsOf).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1).ToDictionary(group => group.Key, group => group.Count());

    private static IEnumerable<string> WordsOf(TastePaper paper) =>
        paper.Title.ToLowerInvariant().Split([' ', ',', ':', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).Distinct();
}

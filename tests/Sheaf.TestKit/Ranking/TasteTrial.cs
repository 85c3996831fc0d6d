using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.TestKit.Ranking;

/// <summary>One curator and one month: what was known before it, and what is to be ranked.</summary>
internal sealed class TasteTrial
{
    private readonly Curator _curator;
    private readonly Month _month;
    private readonly List<MonthPaper> _past;
    private readonly List<MonthPaper> _candidates;

    public TasteTrial(Curator curator, IReadOnlyList<MonthPaper> papers, Month month)
    {
        (_curator, _month) = (curator, month);
        _past = [.. papers.Where(paper => paper.Month.CompareTo(month) < 0)];
        _candidates = [.. papers.Where(paper => paper.Month == month && paper.IsCandidate)];
        Picks = _candidates.Count(IsPick);
    }

    public int Candidates => _candidates.Count;

    public int Picks { get; }

    public IEnumerable<(string Name, Func<IReadOnlyList<(bool Picked, double Score)>> Rank)> Methods =>
    [
        ("newest first", () => Ranked(paper => paper.Paper.Submitted.DayNumber)),
        ("keywords", () => Ranked(new Keywords([.. _past.Select(paper => (paper, WasPicked(paper)))]).Judge)),
        ("recipe (c)", () => Ranked(Recipe())),
        ("Sheaf", () => Sheaf(null)),
    ];

    public TasteHistory History => new(
        [.. _past.Where(WasPicked)
            .Select(
                paper => new Pick(
                    paper.Paper, _curator.Picks[paper.Paper.Identifier].Starred, _curator.Picks[paper.Paper.Identifier].Month))],
        _past.Where(paper => !WasPicked(paper)).Select(paper => paper.Paper));

    /// <summary>Whether it is on the curator's list of this month or another.</summary>
    private bool IsPick(MonthPaper paper) => _curator.Picks.ContainsKey(paper.Paper.Identifier);

    /// <summary>Whether it was on a list before the month began.</summary>
    private bool WasPicked(MonthPaper paper) =>
        _curator.Picks.TryGetValue(paper.Paper.Identifier, out var pick) && pick.Month.CompareTo(_month) < 0;

    /// <summary>The candidates by a taste, the likeliest first.</summary>
    public IReadOnlyList<(bool Picked, double Score)> RankBy(TasteModel taste)
    {
        var picked = _candidates.Where(IsPick).Select(paper => paper.Paper.Identifier).ToHashSet();
        return [.. taste.Judge(_candidates.Select(paper => paper.Paper), CancellationToken.None)
            .Select(paper => (picked.Contains(paper.Identifier), paper.Score))];
    }

    /// <summary>The candidates by a figure of each, the highest first; of the same figure, the newest.</summary>
    public IReadOnlyList<(bool Picked, double Score)> RankBy(Func<ArxivIdentifier, double> figure) =>
        Ranked(paper => figure(paper.Paper.Identifier));

    private IReadOnlyList<(bool Picked, double Score)> Sheaf(WarmStart? warm) => RankBy(TasteModel.Learn(History, _month, warm));

    private Func<MonthPaper, double> Recipe()
    {
        var recipe = SanityRecipe.Learn([.. _past.Select(paper => (paper.Text, WasPicked(paper)))]);
        return paper => recipe.Judge(paper.Text);
    }

    /// <summary>By score; of the same score, the newest first.</summary>
    private IReadOnlyList<(bool Picked, double Score)> Ranked(Func<MonthPaper, double> judge) =>
    [
        .. _candidates.Select(paper => (Paper: paper, Score: judge(paper)))
            .OrderByDescending(paper => paper.Score).ThenByDescending(paper => paper.Paper.Paper.Identifier)
            .Select(paper => (IsPick(paper.Paper), paper.Score)),
    ];
}

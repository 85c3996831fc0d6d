using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>What was known when a month began, in numbers and in the order of the identifiers.</summary>
internal sealed class TrainingHistory
{
    /// <summary>What was passed over longer ago says nothing of today's taste; of older picks only the authors count.</summary>
    public const int MonthsBack = 24;

    /// <summary>In this many months a paper comes to count half.</summary>
    private const double HalfLife = 6;

    /// <summary>Leaves out what is not before the month, and papers named twice.</summary>
    public TrainingHistory(TasteHistory history, Month month, Lexicon lexicon)
    {
        Month = ReadPaper.Number(month);
        var picks = history.Picks
            .Where(pick => pick.Month.CompareTo(month) < 0 && IsBefore(pick.Paper, month))
            .GroupBy(pick => pick.Paper.Identifier)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(pick => pick.Starred).ThenBy(pick => pick.Month).First());
        var papers = picks.Values.Select(pick => Read(pick.Paper, pick)).ToList();
        var known = picks.Keys.ToHashSet();
        foreach (var paper in history.PassedOver)
        {
            if (IsBefore(paper, month)
                && Month - ReadPaper.Number(paper.Identifier.AnnouncedIn) <= MonthsBack
                && known.Add(paper.Identifier))
            {
                papers.Add(Read(paper, pick: null));
            }
        }

        Papers = [.. papers.OrderBy(paper => paper.Month).ThenBy(paper => paper.Identifier)];
        Recent = [.. Papers.Where(paper => Month - paper.Month <= MonthsBack)];
        Picks = picks.Count;

        ReadPaper Read(TastePaper paper, Pick? pick)
        {
            var read = ReadPaper.Of(paper, pick, lexicon);
            return history.Listings.Have(paper.Identifier, paper.Identifier.AnnouncedIn) ? read with { Listed = true } : read;
        }
    }

    /// <summary>The month that is to be ranked.</summary>
    public int Month { get; }

    /// <summary>How many papers were picked.</summary>
    public int Picks { get; }

    /// <summary>All papers.</summary>
    public IReadOnlyList<ReadPaper> Papers { get; }

    /// <summary>Those that the text is learnt from.</summary>
    public IReadOnlyList<ReadPaper> Recent { get; }

    /// <summary>How much each of the first papers counts for a month after them.</summary>
    public double[] Weights(int count, int month) =>
        [.. Recent.Take(count).Select(paper => paper.Weight * Math.Pow(0.5, (month - paper.Month) / HalfLife))];

    /// <summary>
    /// The last months to try the text on before it is used: those with a pick whose authors are known, and with papers passed over whose
    /// authors are; with enough picks before them. Oldest first.
    /// </summary>
    /// <param name="months">So many at the most.</param>
    /// <param name="fewestPicks">So many picks before each at the least.</param>
    public IReadOnlyList<int> Trials(int months, int fewestPicks = TasteModel.FewestPicks)
    {
        var earlier = 0;
        var fit = new List<int>();
        foreach (var month in Recent.GroupBy(paper => paper.Month))
        {
            var known = month.Where(paper => paper.Authors.Length > 0).ToList();
            if (earlier >= fewestPicks
                && known.Exists(paper => paper.Pick is not null)
                && known.Exists(paper => paper.Pick is null))
            {
                fit.Add(month.Key);
            }

            earlier += month.Count(paper => paper.Pick is not null);
        }

        return [.. fit.TakeLast(months)];
    }

    /// <summary>Whether a paper can be learnt from for this month.</summary>
    public static bool IsBefore(ArxivIdentifier paper, DateOnly submitted, Month month) =>
        submitted < month.FirstDay && paper.AnnouncedIn < month;

    private static bool IsBefore(TastePaper paper, Month month) => IsBefore(paper.Identifier, paper.Submitted, month);
}

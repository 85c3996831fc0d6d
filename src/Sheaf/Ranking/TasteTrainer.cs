namespace Sheaf.Ranking;

/// <summary>The steps of learning over one set of rows.</summary>
/// <param name="past">What was known.</param>
/// <param name="rows">The vectors of its recent papers.</param>
/// <param name="prior">Weights to begin with and to stay close to; null for zero.</param>
internal sealed class TasteTrainer(TrainingHistory past, TextRows rows, double[]? prior)
{
    /// <summary>Of the weights that are used; see <see cref="LbfgsMinimizer.Solve"/>.</summary>
    private const double SmallestGain = 1e-5;

    /// <summary>Of a trial, which only says how far to trust the text: ten times as close has the same recall.</summary>
    private const double SmallestGainOfTrial = 1e-4;

    private readonly bool[] _picked = [.. past.Recent.Select(paper => paper.Pick is not null)];
    private LogisticFit? _fit;

    private LogisticFit Fit => _fit ??= new LogisticFit(rows, _picked, prior);

    /// <summary>Learns the text from all that is known: weights and constant, and how much each paper pulls.</summary>
    public (double[] Point, double[] Pulls) Learn()
    {
        var point = Fit.Solve(past.Weights(past.Recent.Count, past.Month), SmallestGain);
        return (point, Fit.Pulls());
    }

    /// <summary>Judges the papers with known authors of each of the months by what was known before it.</summary>
    public IReadOnlyList<TrialPaper> Try(IReadOnlyList<int> months, int authors) =>
        [.. months.SelectMany((month, number) => Try(month, number, authors))];

    private List<TrialPaper> Try(int month, int number, int authors)
    {
        var before = past.Recent.TakeWhile(paper => paper.Month < month).Count();
        var after = before + past.Recent.Skip(before).TakeWhile(paper => paper.Month == month).Count();
        var weights = rows.Prepare(Fit.Solve(past.Weights(before, month), SmallestGainOfTrial));
        var evidence = new AuthorEvidence(past.Papers.TakeWhile(paper => paper.Month < month), month, authors);
        var trials = new List<TrialPaper>();
        for (var row = before; row < after; row++)
        {
            if (past.Recent[row].Authors is { Length: > 0 } names)
            {
                var (known, strongest) = evidence.Of(names);
                trials.Add(new(number, [weights.LogOdds(rows[row]), known, strongest], _picked[row], past.Recent[row].Listed));
            }
        }

        return trials;
    }
}

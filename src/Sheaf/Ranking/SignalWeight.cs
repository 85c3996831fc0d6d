namespace Sheaf.Ranking;

/// <summary>
/// How much it adds to a paper's log-odds that a service listed it: tried on the editor's own past months, each judged by what was known
/// before it, and zero unless their picks would have stood higher.
/// </summary>
internal static class SignalWeight
{
    private const double Step = 0.25;

    /// <summary>Listed papers were picked eight times as often by those whose picks are known: the logarithm of it.</summary>
    private const double Most = 2;

    /// <summary>A smaller gain may be chance: so much the mean logarithm of a pick's place must fall.</summary>
    private const double LeastGain = 0.05;

    /// <param name="trials">Papers of past months.</param>
    /// <param name="combiner">What they are judged by.</param>
    public static double Choose(IReadOnlyList<TrialPaper> trials, ScoreCombiner combiner)
    {
        var months = trials.GroupBy(trial => trial.Month)
            .Select(month => month.Select(trial => new Judged(combiner.LogOdds(trial.Voices), trial.Picked, trial.Listed)).ToArray())
            .ToList();
        var picks = months.Sum(month => month.Count(paper => paper.Picked));
        var asItIs = Places(months, 0);
        var (best, least) = (0.0, asItIs - (LeastGain * picks));
        for (var weight = Step; weight <= Most; weight += Step)
        {
            var places = Places(months, weight);
            if (places < least)
            {
                (best, least) = (weight, places);
            }
        }

        return best;
    }

    /// <summary>The logarithms of the places at which the picks stand, added up.</summary>
    private static double Places(List<Judged[]> months, double weight) => months.Sum(month =>
    {
        var others = month.Where(paper => !paper.Picked).Select(paper => paper.With(weight)).Order().ToArray();
        return month.Where(paper => paper.Picked).Sum(paper => Math.Log(1 + Above(others, paper.With(weight))));
    });

    /// <summary>How many of them are higher, the ones that are as high counting half.</summary>
    private static double Above(double[] ascending, double odds) =>
        ascending.Length - ((FirstFrom(ascending, odds) + FirstFrom(ascending, Math.BitIncrement(odds))) / 2.0);

    /// <summary>How many of them are lower than a bound.</summary>
    private static int FirstFrom(double[] ascending, double bound)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private readonly record struct Judged(double Odds, bool Picked, bool Listed)
    {
        public double With(double weight) => Listed ? Odds + weight : Odds;
    }
}

/// <summary>A paper of a past month, as what was known before that month judges it.</summary>
/// <param name="Month">The month's number among those that are tried, from 0.</param>
/// <param name="Voices">What the voices of <see cref="ScoreCombiner"/> say.</param>
/// <param name="Picked">Whether it was.</param>
/// <param name="Listed">Whether a service listed it in time for that month.</param>
internal readonly record struct TrialPaper(int Month, double[] Voices, bool Picked, bool Listed);

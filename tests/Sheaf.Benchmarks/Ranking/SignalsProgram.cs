using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// Says what it gives a ranking that others noticed papers: for each curator and month with recorded lists as it is, with signals at the
/// weight that the months before it choose, and by votes alone; with all of a curator's history and with some of its picks. The warm start
/// serves where it knows nothing of the month, as in the program.
/// </summary>
/// <param name="referenceData">Where <c>months</c>, <c>curated</c> and <c>signals</c> lie.</param>
/// <param name="output">The table.</param>
internal sealed class SignalsProgram(string referenceData, TextWriter output)
{
    /// <summary>The signal itself, as somebody's list.</summary>
    private const string SignalAsList = "hf_daily_2024";

    /// <summary>Of a month with fewer candidates the reference data has no more than scraps.</summary>
    private const int FewestCandidates = 1_000;

    private const int FewPicks = 25, Seeds = 10;

    /// <summary>With fewer picks than this a curator's history is not long: its figures are shown, and no goal is set for them.</summary>
    private const int LongHistory = 200;

    /// <summary>Goals: with few picks; with many.</summary>
    private const double LeastGainAt20 = 1.15, MostLoss = 0.01;

    private static readonly string[] Methods = ["as it is", "with signals", "by votes"];

    /// <returns>1 where a goal is missed.</returns>
    public int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var papers = MonthFiles.Read(Path.Combine(referenceData, "months"));
        var lists = RecordedListings.Read(Path.Combine(referenceData, "signals", "huggingface", "hf_daily_listed.jsonl"));
        var months = papers.Where(paper => paper.IsCandidate && paper.Month >= RecordedListings.First).GroupBy(paper => paper.Month)
            .Where(month => month.Count() >= FewestCandidates).Select(month => month.Key).Order().ToList();
        output.WriteLine(
            "| curator | month | picks | learnt from | ranking | weight | "
            + $"{string.Join(" | ", Depths.Select(depth => $"recall@{depth}"))} |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat(" --- |", 6 + Depths.Length))}");
        var isMet = true;
        foreach (var curator in Curator.ReadAll(Path.Combine(referenceData, "curated")).Where(one => one.Name != SignalAsList))
        {
            var trials = months.Select(month => new Tried(month, new TasteTrial(curator, papers, month)))
                .Where(trial => trial.Trial.Picks > 0).ToList();
            if (trials.Count > 0)
            {
                isMet &= JudgeAll(curator, trials, lists) & JudgeFew(curator, trials, lists);
            }
        }

        return isMet ? 0 : 1;
    }

    private static int[] Depths { get; } = [.. Standing.Depths.Where(depth => depth <= 200)];

    private bool JudgeAll(Curator curator, List<Tried> trials, RecordedListings lists)
    {
        var all = trials.Select(trial => Try(curator, trial, trial.Trial.History, "all", lists)).ToList();
        var (before, now) = (Mean(all, 0), Mean(all, 1));
        var least = Depths.Select((_, depth) => now[depth] - before[depth]).Min();
        var isLong = trials.Average(trial => trial.Trial.History.Picks.Count) >= LongHistory;
        var isMet = !isLong || least >= -MostLoss;
        var verdict = !isLong ? "no goal" : isMet ? "met" : "MISSED";
        Say($"{curator.Name}, all of its history: the figure that loses most changes by {least:F4}: {verdict}");
        return isMet;
    }

    private bool JudgeFew(Curator curator, List<Tried> trials, RecordedListings lists)
    {
        if (trials.Average(trial => trial.Trial.History.Picks.Count) < LongHistory)
        {
            return true;
        }

        var seeds = new List<(double[] Before, double[] Now)>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var tried = trials.Select(trial => Try(curator, trial, Some(trial.Trial.History, seed), $"{FewPicks}, seed {seed}", lists))
                .ToList();
            seeds.Add((Mean(tried, 0), Mean(tried, 1)));
        }

        var means = Depths.Select((_, depth) => (
            Before: seeds.Average(seed => seed.Before[depth]), Now: seeds.Average(seed => seed.Now[depth]),
            Spread: Spread([.. seeds.Select(seed => seed.Now[depth] - seed.Before[depth])]))).ToList();
        foreach (var (depth, (before, now, spread)) in Depths.Zip(means))
        {
            Say($"{curator.Name}, {FewPicks} picks, {Seeds} seeds: recall@{depth} {before:F4}, with signals {now:F4}, "
                + $"{now - before:+0.0000;-0.0000} ± {spread:F4}");
        }

        var (gain, loss) = (means[0].Now / means[0].Before, means[2].Before - means[2].Now);
        var isMet = gain >= LeastGainAt20 && loss <= 0;
        Say($"{curator.Name}, {FewPicks} picks: recall@20 {gain:F2} times as it is: {(isMet ? "met" : "MISSED")}");
        return isMet;
    }

    /// <summary>Recall as it is, with signals, and by votes.</summary>
    private List<double[]> Try(Curator curator, Tried tried, TasteHistory history, string learnt, RecordedListings lists)
    {
        var taste = TasteModel.Learn(history with { Listings = lists.Listings }, tried.Month, WarmStartFile.ReadShipped());
        double Votes(ArxivIdentifier paper) => lists.Votes.TryGetValue(paper, out var votes) ? 1 + votes : 0;
        var rankings = new[]
        {
            tried.Trial.RankBy(taste.WithoutSignals()), tried.Trial.RankBy(taste), tried.Trial.RankBy(Votes),
        };
        var recalls = rankings.Select(ranking => Standing.Of(ranking).Recall).ToList();
        foreach (var (method, recall) in Methods.Zip(recalls))
        {
            Say($"| {curator.Name} | {tried.Month} | {tried.Trial.Picks} | {learnt} | {method} | {taste.Signals:F2} | "
                + $"{string.Join(" | ", Depths.Select((_, depth) => recall[depth].ToString("F3")))} |");
        }

        return recalls;
    }

    private static TasteHistory Some(TasteHistory history, int seed)
    {
        var picks = history.Picks.OrderBy(pick => pick.Paper.Identifier).ToArray();
        new Random(seed).Shuffle(picks);
        return history with { Picks = picks[..FewPicks] };
    }

    private static double[] Mean(List<List<double[]>> tried, int method) =>
        [.. Depths.Select((_, depth) => tried.Average(recalls => recalls[method][depth]))];

    private static double Spread(double[] values) =>
        Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    private void Say(string line) => output.WriteLine(line);

    private sealed record Tried(Month Month, TasteTrial Trial);
}

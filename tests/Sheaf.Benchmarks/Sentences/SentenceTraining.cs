using Sheaf.Drafts.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>
/// Learns how much of ROUGE-1 F the choice of a sentence would lose: ridge regression within each abstract. Objectives that look at the choice
/// alone (a softmax over the sentences, the expected ROUGE of its choice) came out the same on the development part, and worse in
/// cross-validation.
/// </summary>
internal static class SentenceTraining
{
    /// <summary>Word chances for training come from models that have not seen the paper, one for each part of the papers.</summary>
    private const int Folds = 5;

    /// <summary>How dear weights are.</summary>
    private const double Ridge = 10;

    /// <summary>A sentence that loses more than this is bad, however bad.</summary>
    private const double MostLoss = 0.3;

    public static SentenceModel Train(IReadOnlyList<SummarizedPaper> papers)
    {
        var lexicon = WordTraining.Count(papers);
        var rows = RowsOf(papers, lexicon);
        return new SentenceModel(lexicon, WordTraining.Train(papers, lexicon), Weights([.. Enumerable.Range(0, papers.Count)], papers, rows));
    }

    /// <summary>The share of the best that is chosen on papers that the weights have not seen.</summary>
    public static double CrossValidate(IReadOnlyList<SummarizedPaper> papers, int folds)
    {
        var rows = RowsOf(papers, WordTraining.Count(papers));
        var (chosen, best) = (0.0, 0.0);
        for (var fold = 0; fold < folds; fold++)
        {
            var weights = Weights([.. Enumerable.Range(0, papers.Count).Where(number => number % folds != fold)], papers, rows);
            for (var number = fold; number < papers.Count; number += folds)
            {
                chosen += papers[number].Scores[Choice(rows[number], weights)];
                best += papers[number].Scores.Max();
            }
        }

        return chosen / best;
    }

    private static int Choice(Rows rows, double[] weights)
    {
        var scores = new double[rows.Count];
        rows.Times(weights, scores);
        return Array.IndexOf(scores, scores.Max());
    }

    /// <summary>The sentences of each paper.</summary>
    private static Rows[] RowsOf(IReadOnlyList<SummarizedPaper> papers, Lexicon lexicon)
    {
        var rows = new Rows[papers.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = WordTraining.Train([.. papers.Where((_, number) => number % Folds != fold)], lexicon);
            for (var number = fold; number < papers.Count; number += Folds)
            {
                rows[number] = RowsOf(papers[number], lexicon, weights);
            }
        }

        return rows;
    }

    private static Rows RowsOf(SummarizedPaper paper, Lexicon lexicon, double[] wordWeights)
    {
        var read = new ReadAbstract(paper.Title, paper.Sentences, lexicon);
        var row = new FeatureRow();
        var likeness = new Likeness(read, SentenceModel.Chances(read, wordWeights, row));
        var rows = new Rows();
        for (var sentence = 0; sentence < read.Sentences; sentence++)
        {
            row.Clear();
            SentenceFeatures.Write(read, likeness, sentence, row);
            rows.Add(row);
        }

        return rows;
    }

    private static double[] Weights(int[] chosen, IReadOnlyList<SummarizedPaper> papers, Rows[] rows)
    {
        var cases = chosen.Select(number => (Rows: rows[number], Goals: Goals(papers[number].Scores))).ToList();
        return Minimum.Of((weights, slope) => SquareLoss(cases, weights, slope) + RidgeLoss(weights, slope), SentenceFeatures.All.Count);
    }

    private static double SquareLoss(List<(Rows Rows, double[] Goals)> cases, double[] weights, double[] slope)
    {
        var loss = 0.0;
        foreach (var (rows, goals) in cases)
        {
            var errors = new double[rows.Count];
            rows.Times(weights, errors);
            var mean = errors.Average();
            for (var at = 0; at < errors.Length; at++)
            {
                errors[at] -= mean + goals[at];
                loss += errors[at] * errors[at] / 2;
            }

            rows.AddTo(slope, errors);
        }

        return loss;
    }

    /// <summary>What choosing a sentence would lose; their mean in the abstract is 0, since only sentences of one abstract are compared.</summary>
    private static double[] Goals(IReadOnlyList<double> scores)
    {
        var losses = scores.Select(score => Math.Max(score - scores.Max(), -MostLoss)).ToArray();
        var mean = losses.Average();
        return [.. losses.Select(loss => loss - mean)];
    }

    private static double RidgeLoss(double[] weights, double[] slope)
    {
        var loss = 0.0;
        for (var at = 0; at < weights.Length; at++)
        {
            loss += Ridge / 2 * weights[at] * weights[at];
            slope[at] += Ridge * weights[at];
        }

        return loss;
    }
}

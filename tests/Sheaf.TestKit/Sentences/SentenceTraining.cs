using System.Globalization;
using Sheaf.Drafts.Sentences;

namespace Sheaf.TestKit.Sentences;

/// <summary>
/// Learns what each trait weighs: a softmax over the sentences of each abstract is to give those that can be printed the most of its
/// chance, and, with less say, those that have much of what people's summaries have.
/// </summary>
internal static class SentenceTraining
{
    /// <summary>How dear weights are.</summary>
    private const double Ridge = 2;

    /// <summary>What a summarized abstract counts beside a labelled one.</summary>
    private const double Summarized = 0.2;

    private const int Folds = 10;

    public static SentenceModel Train(IEnumerable<LabelledAbstract> labelled, IEnumerable<SummarizedPaper> summarized) =>
        Fit([.. labelled.Where(paper => paper.Accepted[0].Count > 0).Select(Example), .. summarized.Select(Example)]);

    /// <summary>As the program reads it.</summary>
    public static string Written(SentenceModel model) =>
        string.Concat(
            Enum.GetValues<SentenceTrait>()
                .Select(trait => string.Create(CultureInfo.InvariantCulture, $"{trait}\t{model.Weights[(int)trait]}\n")));

    /// <summary>The share of labelled abstracts of which a model that has not seen them prints what can be printed.</summary>
    public static double CrossValidate(IReadOnlyList<LabelledAbstract> labelled, IReadOnlyList<SummarizedPaper> summarized)
    {
        var accepted = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Train(labelled.Where((_, number) => number % Folds != fold), summarized);
            accepted += labelled.Where((_, number) => number % Folds == fold)
                .Count(paper => paper.IsAcceptedBy(0, model.Choose(paper.Title, paper.Sentences)?.Number));
        }

        return (double)accepted / labelled.Count;
    }

    private static (TraitSet[] Traits, double[] Gains, double Counts) Example(LabelledAbstract paper) =>
        (Traits(paper.Title, paper.Sentences), [.. paper.Sentences.Select((_, number) => paper.Accepted[0].Contains(number) ? 1.0 : 0)], 1);

    private static (TraitSet[] Traits, double[] Gains, double Counts) Example(SummarizedPaper paper) =>
        (Traits(paper.Title, paper.Sentences), [.. paper.Scores.Select(score => score / Math.Max(1e-9, paper.Scores.Max()))], Summarized);

    private static TraitSet[] Traits(string title, IReadOnlyList<string> sentences) =>
        AbstractTraits.Read(title, sentences, [.. sentences.Select(SafeTrim.Of)]);

    private static SentenceModel Fit((TraitSet[] Traits, double[] Gains, double Counts)[] examples)
    {
        var weights = Minimum.Of(
            (weights, slope) =>
            {
                var loss = examples.Sum(example => Loss(example.Traits, example.Gains, example.Counts, weights, slope));
                for (var at = 0; at < weights.Length; at++)
                {
                    loss += Ridge / 2 * weights[at] * weights[at];
                    slope[at] += Ridge * weights[at];
                }

                return loss;
            },
            Enum.GetValues<SentenceTrait>().Length);
        return new SentenceModel([.. weights.Select(weight => Math.Round(weight, 2))]);
    }

    /// <summary>The negative logarithm of the gain that is to be expected; adds its slope.</summary>
    private static double Loss(TraitSet[] traits, double[] gains, double counts, double[] weights, double[] slope)
    {
        var scores = Array.ConvertAll(traits, own => own.Times(weights));
        var odds = Array.ConvertAll(scores, score => Math.Exp(score - scores.Max()));
        var expected = odds.Zip(gains, (odd, gain) => odd * gain).Sum() / odds.Sum() + 1e-9;
        for (var sentence = 0; sentence < traits.Length; sentence++)
        {
            var pull = counts * odds[sentence] / odds.Sum() * (1 - gains[sentence] / expected);
            for (var trait = 0; trait < weights.Length; trait++)
            {
                slope[trait] += traits[sentence].Has((SentenceTrait)trait) ? pull : 0;
            }
        }

        return -counts * Math.Log(expected);
    }
}

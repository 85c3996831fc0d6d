namespace Sheaf.Drafts.Sentences;

/// <summary>
/// A linear model in two steps: for each word of an abstract the chance that it is in the summary, then for each sentence how good a
/// summary it would be, from those chances and from what the sentence is like. Trained by the program of the benchmarks.
/// </summary>
/// <param name="lexicon">The words of the abstracts that it was trained with.</param>
/// <param name="wordWeights">As <see cref="WordFeatures"/> numbers them, then those of being a word of the lexicon.</param>
/// <param name="sentenceWeights">As <see cref="SentenceFeatures"/> numbers them.</param>
public sealed class SentenceModel(Lexicon lexicon, double[] wordWeights, double[] sentenceWeights)
{
    public Lexicon Lexicon => lexicon;

    public IReadOnlyList<double> WordWeights => wordWeights;

    public IReadOnlyList<double> SentenceWeights => sentenceWeights;

    /// <summary>Of English text two in five are common words, of other languages fewer than one in ten.</summary>
    private const double LeastCommonWords = 0.15;

    /// <summary>How good a summary each sentence would be; only the differences have a meaning. Null where the abstract is not in English.</summary>
    /// <param name="title">Of the paper.</param>
    /// <param name="sentences">Of the abstract.</param>
    public double[]? Judge(string title, IReadOnlyList<string> sentences)
    {
        var read = new ReadAbstract(title, sentences, lexicon);
        return read.CommonWords >= LeastCommonWords ? Judge(read) : null;
    }

    private double[] Judge(ReadAbstract read)
    {
        var row = new FeatureRow();
        var likeness = new Likeness(read, Chances(read, wordWeights, row));
        var scores = new double[read.Sentences];
        for (var sentence = 0; sentence < scores.Length; sentence++)
        {
            row.Clear();
            SentenceFeatures.Write(read, likeness, sentence, row);
            scores[sentence] = row.Times(sentenceWeights);
        }

        return scores;
    }

    /// <summary>The chance of each word of an abstract to be in its summary; 0 for those of the title only.</summary>
    public static double[] Chances(ReadAbstract read, ReadOnlySpan<double> weights, FeatureRow row)
    {
        var chances = new double[read.Words.Count];
        for (var number = 0; number < chances.Length && read.Words[number].Count > 0; number++)
        {
            var word = read.Words[number];
            row.Clear();
            WordFeatures.Write(read, word, row);
            row.AddIf(word.Known >= 0, WordFeatures.All.Count + word.Known);
            chances[number] = 1 / (1 + Math.Exp(-row.Times(weights)));
        }

        return chances;
    }
}

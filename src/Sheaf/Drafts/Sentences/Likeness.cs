namespace Sheaf.Drafts.Sentences;

/// <summary>What the sentences of an abstract have in common with its title, with each other, and with the words of its expected summary.</summary>
public sealed class Likeness
{
    /// <summary>In words: about that of the summaries that authors write.</summary>
    private const double SummaryLength = 20;

    private readonly ReadAbstract _read;

    /// <param name="read">The abstract.</param>
    /// <param name="chances">Of each word of the abstract, that it is in the summary.</param>
    public Likeness(ReadAbstract read, ReadOnlySpan<double> chances)
    {
        _read = read;
        (ToTitle, ToOthers) = (new double[read.Sentences], new double[read.Sentences]);
        Compare();

        (Recall, Precision) = (new double[read.Sentences], new double[read.Sentences]);
        (ToSummary, ToShortSummary, ToLongSummary) = (new double[read.Sentences], new double[read.Sentences], new double[read.Sentences]);
        Expect(chances);
    }

    /// <summary>Cosines, words weighed by rarity, common ones left out.</summary>
    public double[] ToTitle { get; }

    /// <summary>The mean of the cosines.</summary>
    public double[] ToOthers { get; }

    /// <summary>Expected ROUGE-1 F.</summary>
    public double[] ToSummary { get; }

    /// <inheritdoc cref="ToSummary"/>
    public double[] ToShortSummary { get; }

    /// <inheritdoc cref="ToSummary"/>
    public double[] ToLongSummary { get; }

    /// <summary>The share of the expected words of the summary that a sentence has.</summary>
    public double[] Recall { get; }

    /// <summary>The share of a sentence's words that is expected in the summary.</summary>
    public double[] Precision { get; }

    private void Compare()
    {
        var words = _read.Words.Count;
        var weights = new double[(_read.Sentences + 1) * words];
        for (var sentence = 0; sentence < _read.Sentences; sentence++)
        {
            Weigh(_read.Sentence(sentence), weights.AsSpan(sentence * words, words), countsTwice: true);
        }

        var title = weights.AsSpan(_read.Sentences * words, words);
        Weigh(_read.Title, title, countsTwice: false);
        for (var sentence = 0; sentence < _read.Sentences; sentence++)
        {
            var own = weights.AsSpan(sentence * words, words);
            ToTitle[sentence] = Product(own, title, sentence);
            for (var other = 0; other < sentence; other++)
            {
                var cosine = Product(own, weights.AsSpan(other * words, words), sentence) / (_read.Sentences - 1);
                ToOthers[sentence] += cosine;
                ToOthers[other] += cosine;
            }
        }
    }

    private void Weigh(ReadOnlySpan<int> numbers, Span<double> weights, bool countsTwice)
    {
        foreach (var number in numbers)
        {
            weights[number] += _read.Words[number].IsCommon ? 0 : 1;
        }

        var squares = 0.0;
        foreach (var number in numbers)
        {
            if (weights[number] >= 1)
            {
                // Negative until the length is known: done, and not to be weighed again.
                var weight = (countsTwice ? 1 + Logarithm.Of((int)weights[number]) : 1) * _read.Words[number].Rarity;
                squares += weight * weight;
                weights[number] = -weight;
            }
        }

        var length = squares > 0 ? -Math.Sqrt(squares) : 1;
        foreach (var number in numbers)
        {
            weights[number] = weights[number] < 0 ? weights[number] / length : weights[number];
        }
    }

    /// <summary>Over the words of a sentence, each once.</summary>
    private double Product(ReadOnlySpan<double> own, ReadOnlySpan<double> other, int sentence)
    {
        var sum = 0.0;
        var words = _read.Sentence(sentence);
        for (var at = 0; at < words.Length; at++)
        {
            sum += other[words[at]] > 0 && !words[..at].Contains(words[at]) ? own[words[at]] * other[words[at]] : 0;
        }

        return sum;
    }

    private void Expect(ReadOnlySpan<double> chances)
    {
        var all = 0.0;
        for (var number = 0; number < _read.Words.Count; number++)
        {
            all += _read.Words[number].Count > 0 ? chances[number] : 0;
        }

        for (var sentence = 0; sentence < _read.Sentences; sentence++)
        {
            var words = _read.Sentence(sentence);
            var (once, matches, total) = (0.0, 0.0, 0.0);
            for (var at = 0; at < words.Length; at++)
            {
                // A word that comes again seldom does so in the summary.
                var isAgain = words[..at].Contains(words[at]);
                var chance = chances[words[at]];
                once += isAgain ? 0 : chance;
                matches += isAgain ? 0.15 * chance : chance;
                total += chance;
            }

            (Recall[sentence], Precision[sentence]) = (once / Math.Max(1e-9, all), total / Math.Max(1, words.Length));
            ToSummary[sentence] = 2 * matches / (words.Length + SummaryLength);
            ToShortSummary[sentence] = 2 * matches / (words.Length + 0.7 * SummaryLength);
            ToLongSummary[sentence] = 2 * matches / (words.Length + 1.5 * SummaryLength);
        }
    }
}

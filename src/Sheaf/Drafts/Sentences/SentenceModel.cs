using System.Globalization;

namespace Sheaf.Drafts.Sentences;

/// <summary>Which sentences of an abstract can be printed, by rules, and which of them best, by what each of their traits weighs.</summary>
/// <param name="weights">Of all traits in their order.</param>
internal sealed class SentenceModel(IReadOnlyList<double> weights)
{
    /// <summary>Fewer or more words are not printed.</summary>
    public const int Fewest = 8, Most = 60;

    private const string Shipped = "Sheaf.Drafts.Sentences.sentence-model.tsv";

    public IReadOnlyList<double> Weights => weights;

    /// <summary>The model that the program has with it.</summary>
    public static SentenceModel ReadShipped()
    {
        using var stream = typeof(SentenceModel).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"{Shipped} is not in the program.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads the weights: a line for each trait: its name, a tab, its weight.</summary>
    /// <exception cref="FormatException">It is no such file, or names traits that there are not.</exception>
    public static SentenceModel Read(TextReader reader)
    {
        var weights = new double[Enum.GetValues<SentenceTrait>().Length];
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var name, var weight] || !Enum.TryParse<SentenceTrait>(name, out var trait))
            {
                throw new FormatException($"'{line}' is no line of a sentence model.");
            }

            weights[(int)trait] = double.Parse(weight, CultureInfo.InvariantCulture);
        }

        return new SentenceModel(weights);
    }

    /// <summary>Whether an editor would print so few or so many words.</summary>
    public static bool IsOfGoodLength(string sentence) => WordCount.Of(sentence) is >= Fewest and <= Most;

    /// <summary>The number of the best sentence and how it is printed; null where none can be.</summary>
    /// <param name="title">Of the paper.</param>
    /// <param name="sentences">Of its abstract.</param>
    public (int Number, string Text)? Choose(string title, IReadOnlyList<string> sentences)
    {
        var trimmed = sentences.Select(SafeTrim.Of).ToList();
        var traits = AbstractTraits.Read(title, sentences, trimmed);
        return Enumerable.Range(0, trimmed.Count)
            .Where(number => IsWhole(trimmed[number]) && SaysSomething(traits[number], traits.Any(Speaks)))
            .OrderByDescending(number => traits[number].Times(weights))
            .Select(number => ((int, string)?)(number, trimmed[number]))
            .FirstOrDefault();
    }

    /// <summary>No question, no address, no item of a list, and no part of a sentence that a line break or a formula tore.</summary>
    private static bool IsWhole(string sentence) =>
        IsOfGoodLength(sentence) && sentence[^1] is '.' or '!'
        && IsOpening(sentence)
        && !sentence.Contains("http", StringComparison.OrdinalIgnoreCase)
        && sentence.AsSpan().Count('(') == sentence.AsSpan().Count(')') && sentence.AsSpan().Count('{') == sentence.AsSpan().Count('}');

    /// <summary>A capital, a formula, or a name such as mBERT or k-means.</summary>
    private static bool IsOpening(string sentence) =>
        !(sentence[0] is '(' or '[' || (char.IsDigit(sentence[0]) && sentence[1] == ')'))
        && (!char.IsLower(sentence[0])
            || sentence.AsSpan(0, sentence.IndexOf(' ', StringComparison.Ordinal)).ContainsAnyExceptInRange('a', 'z'));

    /// <summary>What comes before the authors speak only says why; where they never do, what is not said of others is theirs.</summary>
    private static bool SaysSomething(TraitSet it, bool isSpoken) => !it.Has(SentenceTrait.OpensPointing)
        && (Speaks(it)
            || !(it.Has(SentenceTrait.BeforeOwn) && (isSpoken || it.Has(SentenceTrait.Contrasts) || it.Has(SentenceTrait.Background))));

    private static bool Speaks(TraitSet it) => it.Has(SentenceTrait.Own) || it.Has(SentenceTrait.MethodDoes)
        || it.Has(SentenceTrait.IsIntroduced) || it.Has(SentenceTrait.ResultsShow);
}

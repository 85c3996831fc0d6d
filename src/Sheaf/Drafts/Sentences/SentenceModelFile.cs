using System.Globalization;

namespace Sheaf.Drafts.Sentences;

/// <summary>
/// The file of a trained model, tab-separated: <c>papers</c> and how many it was trained with; <c>word</c>, a stem, the abstracts that have
/// it and its weight; <c>word-feature</c> and <c>sentence-feature</c>, a name and its weight.
/// </summary>
public static class SentenceModelFile
{
    private const string Shipped = "Sheaf.Drafts.Sentences.sentence-model.tsv";

    /// <summary>The model that the program has with it.</summary>
    public static SentenceModel ReadShipped()
    {
        using var stream = typeof(SentenceModelFile).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"{Shipped} is not in the program.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <exception cref="FormatException">It is no such file, or names features that there are not.</exception>
    public static SentenceModel Read(TextReader reader)
    {
        var papers = 0;
        var words = new List<(string, int)>();
        var weights = new List<double>();
        var (ofWords, ofSentences) = (Weights(WordFeatures.All), Weights(SentenceFeatures.All));
        while (reader.ReadLine() is { } line)
        {
            switch (line.Split('\t'))
            {
                case ["papers", var count]:
                    papers = int.Parse(count, CultureInfo.InvariantCulture);
                    break;
                case ["word", var stem, var abstracts, var weight]:
                    words.Add((stem, int.Parse(abstracts, CultureInfo.InvariantCulture)));
                    weights.Add(Number(weight));
                    break;
                case ["word-feature", var name, var weight] when ofWords.ContainsKey(name):
                    ofWords[name] = Number(weight);
                    break;
                case ["sentence-feature", var name, var weight] when ofSentences.ContainsKey(name):
                    ofSentences[name] = Number(weight);
                    break;
                default:
                    throw new FormatException($"'{line}' is no line of a sentence model.");
            }
        }

        double[] all = [.. WordFeatures.All.Select(name => ofWords[name]), .. weights];
        return new SentenceModel(new Lexicon(papers, words), all, [.. SentenceFeatures.All.Select(name => ofSentences[name])]);
    }

    /// <summary>Weights have four decimals: differences in the last bits, which machines may have, do not show. Those that are 0 are left out.</summary>
    public static void Write(SentenceModel model, TextWriter writer)
    {
        writer.Write($"papers\t{Text(model.Lexicon.Papers)}\n");
        Write(writer, "word-feature", WordFeatures.All, model.WordWeights);
        Write(writer, "sentence-feature", SentenceFeatures.All, model.SentenceWeights);
        for (var number = 0; number < model.Lexicon.Words.Count; number++)
        {
            var (stem, abstracts) = model.Lexicon.Words[number];
            writer.Write($"word\t{stem}\t{Text(abstracts)}\t{Text(model.WordWeights[WordFeatures.All.Count + number])}\n");
        }
    }

    private static void Write(TextWriter writer, string kind, IReadOnlyList<string> names, IReadOnlyList<double> weights)
    {
        for (var number = 0; number < names.Count; number++)
        {
            if (Text(weights[number]) is var text and not "0")
            {
                writer.Write($"{kind}\t{names[number]}\t{text}\n");
            }
        }
    }

    private static Dictionary<string, double> Weights(IReadOnlyList<string> names) => names.ToDictionary(name => name, _ => 0.0);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(double value) => Math.Round(value, 4) is var rounded and not 0 ? rounded.ToString("0.####", CultureInfo.InvariantCulture) : "0";
}

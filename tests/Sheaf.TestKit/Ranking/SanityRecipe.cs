using System.Runtime.InteropServices;

namespace Sheaf.TestKit.Ranking;

/// <summary>
/// The recipe of arxiv-sanity-lite as scikit-learn 1.2 does it: <c>TfidfVectorizer(min_df=20, max_df=0.1, max_features=20000, sublinear_tf,
/// ngram_range=(1, 2), stop_words='english')</c> and <c>LinearSVC(C=0.01, class_weight='balanced')</c>.
/// </summary>
internal sealed class SanityRecipe
{
    private const int FewestTexts = 20;
    private const double LargestShare = 0.1;
    private const int MostFeatures = 20_000;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _columns = [];
    private double[] _idf = [];
    private double[] _weights = [];

    public static SanityRecipe Learn(IReadOnlyList<(string Text, bool Picked)> papers)
    {
        var recipe = new SanityRecipe();
        var texts = papers.Select(paper => recipe.Read(paper.Text, learns: true)).ToList();
        recipe.Choose(texts);
        recipe._weights = LinearSvm.Solve([.. texts.Select(recipe.Vector)], [.. papers.Select(paper => paper.Picked)], recipe._idf.Length);
        return recipe;
    }

    /// <summary>The decision function.</summary>
    public double Judge(string text)
    {
        var (columns, values) = Vector(Read(text, learns: false));
        return columns.Select((column, at) => _weights[column] * values[at]).Sum() + _weights[^1];
    }

    /// <summary>Words of two letters and more that are no stop words.</summary>
    private int[] Read(string text, bool learns)
    {
        var numbers = new List<int>();
        var lower = text.ToLowerInvariant();
        for (var start = 0; start < lower.Length; start++)
        {
            var end = start;
            while (end < lower.Length && (char.IsLetterOrDigit(lower[end]) || lower[end] == '_'))
            {
                end++;
            }

            if (end - start > 1 && lower[start..end] is var word && !StopWords.All.Contains(word))
            {
                numbers.Add(Number(word, learns));
            }

            start = end;
        }

        return [.. numbers];
    }

    private int Number(string word, bool learns)
    {
        if (!_words.TryGetValue(word, out var number) && learns)
        {
            number = _words.Count + 1;
            _words.Add(word, number);
        }

        return number;
    }

    /// <summary>Terms of a text: words, and pairs of neighbours once the stop words are gone. Zero is a word not met in learning.</summary>
    private static IEnumerable<long> Terms(int[] text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] > 0)
            {
                yield return text[at];
                if (at > 0 && text[at - 1] > 0)
                {
                    yield return ((long)text[at - 1] << 32) | (uint)text[at];
                }
            }
        }
    }

    private void Choose(List<int[]> texts)
    {
        // Most pairs are rare: they are sieved out before any is counted exactly.
        var sieve = new byte[1 << 24];
        var counts = new Dictionary<long, (int Texts, int Times)>();
        foreach (var term in texts.SelectMany(text => Terms(text).Distinct()))
        {
            ref var slot = ref sieve[Slot(term)];
            slot = (byte)Math.Min(slot + 1, FewestTexts);
        }

        foreach (var text in texts)
        {
            foreach (var term in Terms(text).Where(term => sieve[Slot(term)] >= FewestTexts).GroupBy(term => term))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term.Key, out _);
                count = (count.Texts + 1, count.Times + term.Count());
            }
        }

        var chosen = counts.Where(term => term.Value.Texts >= FewestTexts && term.Value.Texts <= LargestShare * texts.Count)
            .OrderByDescending(term => term.Value.Times).ThenBy(term => term.Key).Take(MostFeatures).ToList();
        _idf = [.. chosen.Select(term => Math.Log((1.0 + texts.Count) / (1 + term.Value.Texts)) + 1)];
        foreach (var (column, term) in chosen.Index())
        {
            _columns.Add(term.Key, column);
        }
    }

    private (int[] Columns, double[] Values) Vector(int[] text)
    {
        var terms = Terms(text).Where(_columns.ContainsKey).GroupBy(term => _columns[term]).ToList();
        var values = terms.Select(term => (1 + Math.Log(term.Count())) * _idf[term.Key]).ToArray();
        var length = Math.Sqrt(values.Sum(value => value * value));
        return ([.. terms.Select(term => term.Key)], [.. values.Select(value => value / length)]);
    }

    private static int Slot(long term) => (int)((ulong)term * 0x9E3779B97F4A7C15UL >> 40);
}

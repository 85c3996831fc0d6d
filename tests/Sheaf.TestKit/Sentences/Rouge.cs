using System.Runtime.InteropServices;

namespace Sheaf.TestKit.Sentences;

/// <summary>ROUGE-1 F with Porter's stems: what share of their words two texts have in common.</summary>
public static class Rouge
{
    /// <summary>Against the best of several references.</summary>
    public static double Best(string text, IEnumerable<string> references) => references.Max(reference => Score(text, reference));

    /// <summary>The harmonic mean of precision and recall; 0 where no word is common.</summary>
    public static double Score(string text, string reference)
    {
        var (own, length) = Counts(text);
        var (other, otherLength) = Counts(reference);
        var matches = own.Sum(word => Math.Min(word.Value, other.GetValueOrDefault(word.Key)));
        return matches == 0 ? 0 : 2.0 * matches / (length + otherLength);
    }

    private static (Dictionary<string, int> Counts, int Length) Counts(string text)
    {
        var counts = new Dictionary<string, int>();
        var length = 0;
        for (var scan = new WordScan(text, stackalloc char[WordScan.Room]); scan.MoveNext(); length++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, scan.Stem.ToString(), out _)++;
        }

        return (counts, length);
    }
}

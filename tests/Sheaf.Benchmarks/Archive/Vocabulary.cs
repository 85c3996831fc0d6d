namespace Sheaf.Benchmarks.Archive;

/// <summary>Invented words, spread like those of abstracts: some are everywhere, some belong to a subject, most are rare.</summary>
internal sealed class Vocabulary
{
    private const int Common = 120_000;
    private const int OfSubject = 4_000;

    private static readonly string[] Onsets =
        [
            "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "qu", "r", "s", "st", "t", "tr", "v",
            "w", "z",
        ];
    private static readonly string[] Rimes =
        ["a", "al", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "um", "ate", "ing", "ion", "ity"];

    private readonly Zipf _common = new(Common, exponent: 1.05, shift: 2.7);
    private readonly Zipf _ofSubject = new(OfSubject, exponent: 0.9, shift: 5);

    /// <summary>A word of a paper's text.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="subject">What the paper is about.</param>
    public string Word(Random random, int subject) =>
        random.Next(10) < 3 ? Spelled(Common + (subject * OfSubject) + _ofSubject.Draw(random)) : Spelled(_common.Draw(random));

    /// <summary>The word of a rank: the lower, the shorter.</summary>
    public static string Spelled(int rank)
    {
        var word = "";
        for (var left = rank; ; left /= Onsets.Length * Rimes.Length)
        {
            var syllable = left % (Onsets.Length * Rimes.Length);
            word += Onsets[syllable % Onsets.Length] + Rimes[syllable / Onsets.Length];
            if (left < Onsets.Length * Rimes.Length)
            {
                return word;
            }
        }
    }
}

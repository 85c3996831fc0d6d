namespace Sheaf.Checking.Titles;

/// <summary>
/// Whether a paper speaks of what a title says, though the title is not its own. A list may call a paper by a name that only the abstract
/// tells (<c>rStar</c>), or by the title it had once; the words of another paper's title, the abstract will hardly have.
/// </summary>
internal static class AbstractOverlap
{
    private const int PrefixLength = 5;

    /// <summary>The share of the title's telling words that the paper's title or abstract has in some form, from 0 to 1.</summary>
    public static double Of(Title claimed, string title, string summary)
    {
        var words = Abbreviation.Settle(TitleWords.Of(title)).Concat(TextWords(summary)).Select(TitleWord.Of).ToList();
        var stems = words.Select(word => word.Stem).ToHashSet();
        var prefixes = words.Where(word => word.Stem.Length >= PrefixLength).Select(word => word.Stem[..PrefixLength]).ToHashSet();
        var telling = claimed.Words.Where(word => !word.IsLittle).DistinctBy(word => word.Stem).ToList();
        var heard = telling.Count(word => stems.Contains(word.Stem)
            || (word.Stem.Length >= PrefixLength && prefixes.Contains(word.Stem[..PrefixLength]))
            || Enumerable.Range(0, words.Count).Any(at => Abbreviation.LengthOf(word, words, at) > 0));
        return telling.Count == 0 ? 0 : (double)heard / telling.Count;
    }

    /// <summary>An abstract is longer than a title; it is read a sentence or so at a time.</summary>
    private static IEnumerable<string> TextWords(string text) =>
        text.Split(['.', '\n', ';', ':'], StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Abbreviation.Settle(TitleWords.Of(part)));
}

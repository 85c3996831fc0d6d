using Sheaf.Text;

namespace Sheaf.Checking.Titles;

/// <summary>A title, taken apart to be compared with others.</summary>
/// <remarks>
/// How titles are compared. TeX, accents, ligatures, case, punctuation and dashes are taken off, British spelling made American, and "large
/// language models" and "LLMs" one word. Titles of the same letters and digits, wherever they part words, are the
/// <see cref="TitleMatch.Same"/>. Otherwise the two are laid beside each other word by word (<see cref="TitleAlignment"/>), where little
/// words count a quarter, a slip of the pen is forgiven in long words, and a glyph that a web copy put in place of a letter or digit
/// (<c>Llama两</c>) fits any two. Of what agrees there are two shares, that of the claimed title and that of arXiv's:
/// <list type="bullet">
/// <item>both 0.8 or more, or 0.7 where the other is whole, so that words were only left out: <see cref="TitleMatch.Near"/>;</item>
/// <item>0.8 of the claimed title: <see cref="TitleMatch.Part"/>, a shortened title;</item>
/// <item>0.85 of arXiv's, of four telling words or more, and the first words agree: <see cref="TitleMatch.Part"/>, a title with something
/// after it.</item>
/// </list>
/// Titles that both have a number where the other has another one (Llama 2, Llama 3) are <see cref="TitleMatch.Different"/> whatever the
/// shares. The thresholds were set on the claims of real lists: <c>tests/Sheaf.Benchmarks/TitleCloseness.cs</c> prints the error rates.
/// </remarks>
internal sealed class Title
{
    private const double NearShare = 0.8;
    private const double NearShareOfWhole = 0.7;
    private const double Whole = 0.97;
    private const double ShortenedShare = 0.8;
    private const double ContinuedShare = 0.85;
    private const int TellingTitle = 4;

    private readonly IReadOnlyList<TitleWord> _words;

    private Title(string text, IReadOnlyList<string> words)
    {
        Text = text;
        Key = string.Concat(words);
        _words = [.. Abbreviation.Settle(words).Select(TitleWord.Of)];
        Telling = _words.Where(word => !word.IsLittle).Select(word => word.Stem).ToHashSet();
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>Its letters and digits: equal for titles that are the <see cref="TitleMatch.Same"/>.</summary>
    public string Key { get; }

    /// <summary>The words that tell it from others.</summary>
    public IReadOnlySet<string> Telling { get; }

    internal IReadOnlyList<TitleWord> Words => _words;

    /// <summary>Whether it has too few telling words to prove anything: <c>KAN</c>, <c>Multimodal RAG</c>.</summary>
    public bool IsLabel => Telling.Count < TellingTitle;

    /// <summary>Null where the text has no word, or is in a language in which arXiv has no titles: there is nothing to compare.</summary>
    public static Title? Read(string text) => ReadWords(text) is { } words ? new(text, words) : null;

    /// <summary>The <see cref="Key"/> alone, or null as of <see cref="Read"/>.</summary>
    public static string? KeyOf(string text) => ReadWords(text) is { } words ? string.Concat(words) : null;

    /// <summary>How this title, claimed by a list, stands to one of arXiv's.</summary>
    public TitleMatch To(Title actual)
    {
        if (Key == actual.Key)
        {
            return TitleMatch.Same;
        }

        var (claimed, covered) = TitleAlignment.Of(_words, actual._words);
        return HasOtherNumbers(actual) ? TitleMatch.Different
            : IsNear(claimed, covered) ? TitleMatch.Near
            : claimed >= ShortenedShare ? TitleMatch.Part
            : covered >= ContinuedShare && !actual.IsLabel && BeginsAs(actual) ? TitleMatch.Part
            : TitleMatch.Different;
    }

    /// <summary>
    /// Whether a paper of this other title may be the one meant: the same title, one cut off or with something after it, or one with a
    /// slip or two. Stricter than <see cref="To"/>, which asks whether the paper linked may be right.
    /// </summary>
    public bool MayName(Title actual) =>
        Key == actual.Key
        || (!IsLabel && actual.Key.StartsWith(Key, StringComparison.Ordinal))
        || (!actual.IsLabel && Key.StartsWith(actual.Key, StringComparison.Ordinal))
        || (!IsLabel
            && To(actual) == TitleMatch.Near
            && TitleAlignment.Of(_words, actual._words) is { One: > ContinuedShare, Other: > ContinuedShare });

    private static List<string>? ReadWords(string text)
    {
        var words = TitleWords.Of(text);
        var letters = text.Count(char.IsLetter);
        var foreign = text.Count(PlainLetters.IsForeignGlyph);
        return words.Exists(word => word.Any(char.IsAsciiLetterOrDigit)) && foreign * 3 <= letters ? words : null;
    }

    private static bool IsNear(double claimed, double covered) =>
        Math.Min(claimed, covered) >= (Math.Max(claimed, covered) >= Whole ? NearShareOfWhole : NearShare);

    private bool HasOtherNumbers(Title actual) =>
        Numbered(this).Any(word => !Fits(word, actual)) && Numbered(actual).Any(word => !Fits(word, this));

    private bool BeginsAs(Title actual) =>
        WordLikeness.Of(_words[0], actual._words[0]) > 0 || actual.Key.StartsWith(_words[0].Text, StringComparison.Ordinal);

    private static IEnumerable<TitleWord> Numbered(Title title) => title._words.Where(word => word.HasDigit);

    /// <summary>Whether a title has a word, parted there or not: Llama2 is Llama 2.</summary>
    private static bool Fits(TitleWord word, Title title) =>
        title.Key.Contains(word.Text, StringComparison.Ordinal) || title._words.Any(other => WordLikeness.Of(word, other) > 0);
}

/// <summary>
/// How a title that a list claims stands to a title that arXiv has. Everything but <see cref="Different"/> may be the same title.
/// </summary>
internal enum TitleMatch
{
    /// <summary>Another title.</summary>
    Different,

    /// <summary>One is part of the other: the subtitle dropped, the end cut off, the name alone, or names and a day after it.</summary>
    Part,

    /// <summary>The same but for slips, a word more or less, or an abbreviation.</summary>
    Near,

    /// <summary>The same letters and digits.</summary>
    Same,
}

/// <summary>Words that lists shorten by habit: <c>LLMs</c>, <c>RAG</c>.</summary>
internal static class Abbreviation
{
    /// <summary>The one word that <see cref="Settle"/> makes of all <see cref="LanguageModelSpellings"/>.</summary>
    public const string LanguageModel = "lm";

    private const int Longest = 6;

    public static readonly IReadOnlyList<string> LanguageModelSpellings = [LanguageModel, "lms", "llm", "llms", "language models"];

    /// <summary>
    /// Large language models, language models, LLMs and LMs are one word, whoever writes it how: half of today's titles have it, and lists
    /// shorten it as they like.
    /// </summary>
    public static List<string> Settle(IReadOnlyList<string> words)
    {
        var settled = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var skipped = words[at] == "large" && IsLanguageModel(words, at + 1) ? 1 : 0;
            if (IsLanguageModel(words, at + skipped))
            {
                settled.Add(LanguageModel);
                at += skipped + 1;
            }
            else
            {
                settled.Add(words[at] is "llm" or "llms" or "lms" ? LanguageModel : words[at]);
            }
        }

        return settled;
    }

    /// <summary>
    /// How many words, from one on, the letters of an abbreviation begin: 3 for <c>rag</c> at "retrieval augmented generation"; 0 where
    /// they do not.
    /// </summary>
    public static int LengthOf(TitleWord abbreviation, IReadOnlyList<TitleWord> words, int from)
    {
        var letters = abbreviation.Text.EndsWith('s') ? abbreviation.Text.AsSpan()[..^1] : abbreviation.Text;
        if (letters.Length is < 2 or > Longest || letters.IndexOfAnyExceptInRange('a', 'z') >= 0)
        {
            return 0;
        }

        var at = from;
        for (var letter = 0; letter < letters.Length; at++)
        {
            if (at == words.Count)
            {
                return 0;
            }

            if (words[at].Text[0] == letters[letter])
            {
                letter++;
            }
            else if (!words[at].IsLittle || at == from)
            {
                return 0;
            }
        }

        return at - from;
    }

    private static bool IsLanguageModel(IReadOnlyList<string> words, int at) =>
        at + 1 < words.Count && words[at] == "language" && words[at + 1] is ("model" or "models");
}

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
        var present = telling.Count(word => stems.Contains(word.Stem)
            || (word.Stem.Length >= PrefixLength && prefixes.Contains(word.Stem[..PrefixLength]))
            || Enumerable.Range(0, words.Count).Any(at => Abbreviation.LengthOf(word, words, at) > 0));
        return telling.Count == 0 ? 0 : (double)present / telling.Count;
    }

    /// <summary>An abstract is longer than a title; it is read a sentence or so at a time.</summary>
    private static IEnumerable<string> TextWords(string text) =>
        text.Split(['.', '\n', ';', ':'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => Abbreviation.Settle(TitleWords.Of(part)));
}

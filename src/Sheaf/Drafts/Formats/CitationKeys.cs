using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>What the papers of one draft are called in lists of literature.</summary>
internal sealed class CitationKeys
{
    private const int LongestName = 30;

    /// <summary>In place of a name that has no Latin letter.</summary>
    private const string Nameless = "arxiv";

    private static readonly HashSet<string> Little =
        [.. LittleWords.OfAnyText, .. LittleWords.OfSentences, .. LittleWords.OfTitles, "through", "beyond", "vs"];

    private readonly Dictionary<ArxivIdentifier, string> _keys = [];

    private CitationKeys()
    {
    }

    /// <summary>The key of a paper of the draft.</summary>
    public string Of(DraftEntry entry) => _keys[entry.Eprint.Identifier];

    /// <summary>
    /// Keys as the draft's style has them, each once. Of papers that a person would give the same key, the one with the lowest identifier
    /// has it, and the others <c>a</c>, <c>b</c> and so on behind it: later papers change no key.
    /// </summary>
    public static CitationKeys For(Draft draft)
    {
        var keys = new CitationKeys();
        Func<DraftEntry, string> keyOf = draft.Keys == KeyStyle.Arxiv ? entry => PaperText.Key(entry.Eprint) : Chosen;
        var papers = draft.Papers.OrderBy(entry => entry.Eprint.Identifier)
            .Select(entry => (Paper: entry.Eprint.Identifier, Key: keyOf(entry))).ToList();
        var taken = papers.Select(paper => paper.Key).ToHashSet(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (paper, key) in papers)
        {
            if (!next.TryAdd(key, 0))
            {
                string other;
                do
                {
                    other = key + Suffix(next[key]++);
                }
                while (!taken.Add(other));

                keys._keys[paper] = other;
            }
            else
            {
                keys._keys[paper] = key;
            }
        }

        return keys;
    }

    /// <summary>
    /// The first author's surname, the year of version 1, and the first word of the title that is no little one, in small ASCII letters and
    /// digits: <c>stoisser2025sparks</c>. Where the title has no such word, the digits of the identifier.
    /// </summary>
    private static string Chosen(DraftEntry entry)
    {
        var name = PaperText.Names(entry.Eprint).Select(Name).FirstOrDefault() is { Length: > 0 } latin ? latin : Nameless;
        var word = Word(PaperText.Title(entry.Eprint))
            ?? string.Concat(entry.Eprint.Identifier.ToString().Where(char.IsAsciiLetterOrDigit));
        return $"{name}{entry.Day.Year.ToString(CultureInfo.InvariantCulture)}{word}";
    }

    private static string Name(PersonName name)
    {
        var words = name.Surname.Split(' ');
        return Ascii(string.Concat(name.IsGroup && words is ["The" or "the", _, ..] ? words[1..] : words));
    }

    private static string? Word(string title)
    {
        // Pre-training is one word, and so is don't.
        var plain = string.Concat(PlainLetters.From(title).Where(letter => letter is not ('\'' or '’' or '-' or '\u2010' or '\u2011')));
        var words = plain.Split([.. plain.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Select(Ascii).Where(word => word.Any(char.IsAsciiLetter)).ToList();
        return words.Find(word => !Little.Contains(word)) ?? words.FirstOrDefault();
    }

    private static string Ascii(string text)
    {
        var letters = string.Concat(PlainLetters.From(text).Where(char.IsAsciiLetterOrDigit));
        return letters.Length > LongestName ? letters[..LongestName] : letters;
    }

    /// <summary><c>a</c> to <c>z</c>, then <c>aa</c>.</summary>
    private static string Suffix(int number) =>
        (number >= 26 ? Suffix((number / 26) - 1) : "") + (char)('a' + (number % 26));
}

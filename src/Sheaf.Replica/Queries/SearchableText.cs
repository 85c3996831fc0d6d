using System.Text.RegularExpressions;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.Queries;

/// <summary>The words of a paper by search field, in lower case.</summary>
internal sealed partial record SearchableText(IReadOnlyDictionary<string, IReadOnlyList<string>> Words)
{
    public static SearchableText Of(CorpusPaper paper)
    {
        var authors = AuthorLine.Of(paper).Authors().Select(author => author.Name)
            .Select(name => $"{name.Forenames} {name.Surname} {name.Suffix}");
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["ti"] = WordsOf(TexText.WithAccentsAndGreek(paper.Title)),
            ["au"] = WordsOf(string.Join(" ; ", authors)),
            ["abs"] = WordsOf(TexText.WithAccentsAndGreek(paper.Abstract)),
            ["co"] = WordsOf(paper.Comment ?? ""),
            ["jr"] = WordsOf(paper.JournalRef ?? ""),
            ["rn"] = WordsOf(paper.ReportNumber ?? ""),
        };
        return new SearchableText(words);
    }

    public static IReadOnlyList<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>Whether the words stand in the field one after the other; the last may be the beginning of a word.</summary>
    public bool Has(string field, IReadOnlyList<string> phrase, bool lastIsPrefix)
    {
        var words = Words[field];
        for (var at = 0; at <= words.Count - phrase.Count; at++)
        {
            if (HasAt(words, at, phrase, lastIsPrefix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAt(IReadOnlyList<string> words, int at, IReadOnlyList<string> phrase, bool lastIsPrefix)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            var isLast = i == phrase.Count - 1;
            var fits = isLast && lastIsPrefix ? words[at + i].StartsWith(phrase[i], StringComparison.Ordinal) : words[at + i] == phrase[i];
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|;")]
    private static partial Regex Word();
}

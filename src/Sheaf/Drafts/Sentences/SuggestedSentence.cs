using Sheaf.Arxiv.Eprints;

namespace Sheaf.Drafts.Sentences;

/// <summary>The one sentence of an abstract that says best what the paper is about.</summary>
public static class SuggestedSentence
{
    /// <summary>arXiv takes no abstract of more than 1,920 characters; what is far longer is none, and reading it would take long.</summary>
    private const int LongestAbstract = 10_000;

    /// <summary>Of a whole sentence of a good length.</summary>
    private const int BestRank = 2;

    /// <inheritdoc cref="Of(string, string)"/>
    public static string? Of(Eprint eprint) => Of(eprint.Title, eprint.Abstract);

    /// <summary>
    /// Chooses among the whole sentences that have, trimmed, 12 to 40 words; where there are none, among the whole sentences; else among all.
    /// Of an abstract that is not in English it is the first.
    /// </summary>
    /// <param name="title">Of the paper.</param>
    /// <param name="text">The abstract; paragraphs separated by newlines.</param>
    /// <returns>One sentence, trimmed, on one line, TeX intact; null where the abstract has no words.</returns>
    public static string? Of(string title, string text)
    {
        if (text.Length > LongestAbstract)
        {
            return AbstractSentences.Of(text).FirstOrDefault();
        }

        var sentences = AbstractSentences.Of(text).ToList();
        return sentences.Count > 1 && ShippedModel.Value.Judge(title, sentences) is { } scores ? Best(sentences, scores)
            : sentences.Count > 0 ? SafeTrim.Of(sentences[0])
            : null;
    }

    /// <summary>The first in the order of scores that is of the best rank; of those equal in both the first in the abstract.</summary>
    private static string Best(List<string> sentences, double[] scores)
    {
        var (best, rank) = ("", -1);
        foreach (var number in Enumerable.Range(0, sentences.Count).OrderByDescending(number => scores[number]))
        {
            var trimmed = SafeTrim.Of(sentences[number]);
            if (Rank(trimmed) is var own && own > rank)
            {
                (best, rank) = (trimmed, own);
            }

            if (rank == BestRank)
            {
                break;
            }
        }

        return best;
    }

    private static int Rank(string sentence) =>
        !IsWhole(sentence) ? 0 : WordCount.Of(sentence) is >= SafeTrim.Fewest and <= SafeTrim.Most ? BestRank : 1;

    /// <summary>A line that was broken within a sentence leaves two that are none: without a stop, or with a bracket that is not closed.</summary>
    private static bool IsWhole(string sentence) =>
        sentence[^1] is '.' or '?' or '!' && sentence.AsSpan().Count('(') == sentence.AsSpan().Count(')');

    private static readonly Lazy<SentenceModel> ShippedModel = new(SentenceModelFile.ReadShipped);
}

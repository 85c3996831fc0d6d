namespace Sheaf.Checking.Titles;

/// <summary>Words that lists shorten by habit: <c>LLMs</c>, <c>RAG</c>.</summary>
internal static class Abbreviation
{
    private const int Longest = 6;

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
                settled.Add("lm");
                at += skipped + 1;
            }
            else
            {
                settled.Add(words[at] is "llm" or "llms" or "lms" ? "lm" : words[at]);
            }
        }

        return settled;
    }

    /// <summary>How many words, from one on, the letters of an abbreviation begin: 3 for <c>rag</c> at "retrieval augmented generation"; 0 where they do not.</summary>
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

namespace Sheaf.Drafts.Sentences;

/// <summary>Whether a sentence stands alone: what its words point to must be in it, or in the title.</summary>
internal static class Standing
{
    /// <summary>So many words after "this" may be what it points to.</summary>
    private const int Reach = 4;

    /// <summary>After so many words it is often in the sentence.</summary>
    private const int Late = 14;

    public static void Write(SentenceWords words, TitleSubject title, TraitSet traits)
    {
        var pointing = Enumerable.Range(0, words.Count).Where(at => PointsOut(words, at, title)).ToList();
        traits.Add(SentenceTrait.Points, pointing.Exists(at => at < Late || !words.Is(at, WordKind.Pointer)));
        traits.Add(SentenceTrait.PointsEarly, pointing is [< 3, ..]);
        traits.Add(SentenceTrait.OpensPointing, pointing is [0, ..] || words.Is(0, WordKind.Pronoun));
        traits.Add(SentenceTrait.OpensPointing, words.Is(0, WordKind.Common) && words.Is(1, WordKind.Pronoun));
    }

    private static bool PointsOut(SentenceWords words, int at, TitleSubject title) => words[at] switch
    {
        "aforementioned" or "former" or "latter" or "above" => true,
        "two" or "three" or "four" or "stated" when words[at - 1] == "the" =>
            !words.Has(words[at], before: at) && !IsExplained(words, at, title),
        "both" => words.Before(at + 1) != ' ' && !words.Has("and", before: at),
        "following" => words[at - 1] is "the" or "have" && !Enumerable.Range(at, words.Count - at).Any(next => words.Before(next) == ':'),
        "such" when words[at + 1] is "as" or "that" || words[at - 1] == "as" => false,
        _ when words.Is(at, WordKind.Pronoun) => !words.Meaningful(before: at).Any(),
        _ => words.Is(at, WordKind.Pointer) && !IsExplained(words, at, title),
    };

    /// <summary>"This paper", and what the title or the words before it have.</summary>
    private static bool IsExplained(SentenceWords words, int pointer, TitleSubject title)
    {
        for (var at = pointer + 1; at <= pointer + Reach && at < words.Count; at++)
        {
            var isLink = words.Is(at, WordKind.Common | WordKind.Be);
            if (words.Is(at, WordKind.Paper) || (!isLink && (title.Has(words[at]) || words.Has(words[at], before: pointer))))
            {
                return true;
            }

            var goesOn = !isLink
                || words[at] is "two" or "three" or "new" or "novel" or "same" or "more" or "is" or "a" or "the" or "first";
            if (!goesOn || words.Before(at + 1) is not (' ' or '-'))
            {
                return false;
            }
        }

        return false;
    }
}

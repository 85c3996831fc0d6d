namespace Sheaf.Drafts.Sentences;

/// <summary>What a sentence does: who says or makes what in it.</summary>
internal static class SentenceRole
{
    /// <summary>So many words may stand between a subject and its verb.</summary>
    private const int Reach = 7;

    private const WordKind Acts = WordKind.Introduce | WordKind.Find | WordKind.Study | WordKind.Test;

    private static readonly (WordKind Kind, SentenceTrait Trait)[] Kinds =
    [
        (WordKind.Background, SentenceTrait.Background), (WordKind.Outlook, SentenceTrait.Outlook), (WordKind.Code, SentenceTrait.Code),
        (WordKind.Aim, SentenceTrait.Aims), (WordKind.Modal, SentenceTrait.Modal), (WordKind.Method, SentenceTrait.Method),
        (WordKind.Means, SentenceTrait.Means),
    ];

    public static void Write(SentenceWords words, TitleSubject title, TraitSet traits)
    {
        for (var at = 0; at < words.Count; at++)
        {
            WriteSubject(words, at, traits);
            WriteWord(words, at, traits);
        }

        traits.Add(SentenceTrait.Own, title.IsName(words[0]) && !traits.Has(SentenceTrait.Background));
        traits.Add(SentenceTrait.Contrasts, words.Is(0, WordKind.Contrast));
    }

    /// <summary>What only ties a sentence to those before it is cut before it is printed, so this is read from the whole.</summary>
    public static void WriteOpening(SentenceWords words, TraitSet traits)
    {
        for (var at = 0; at < 4; at++)
        {
            traits.Add(SentenceTrait.Sequel, words.Is(at, WordKind.Sequel));
            traits.Add(SentenceTrait.FirstStep, words[at] is "first" or "firstly" or "begin" or "start");
        }
    }

    private static void WriteSubject(SentenceWords words, int at, TraitSet traits)
    {
        if (words.Is(at, WordKind.We) && OpensClause(words, at) && !words.Is(at + 1, WordKind.Modal | WordKind.Remark))
        {
            traits.Add(SentenceTrait.Own);
            var act = ActAfter(words, at);
            traits.Add(SentenceTrait.WeIntroduce, (act & WordKind.Introduce) != 0);
            traits.Add(SentenceTrait.WeFind, act == WordKind.Find);
            traits.Add(SentenceTrait.WeTest, (act & WordKind.Test) != 0);
        }
        else if (IsOwners(words, at) && NounAfter(words, at) is { } noun)
        {
            var introduces = (ActAfter(words, noun) & WordKind.Introduce) != 0;
            traits.Add(SentenceTrait.Own, words.Is(noun, WordKind.Paper));
            traits.Add(SentenceTrait.PaperIntroduces, words.Is(noun, WordKind.Paper) && introduces);
            traits.Add(SentenceTrait.PaperDoes, words.Is(noun, WordKind.Paper) && !introduces);
            traits.Add(SentenceTrait.MethodDoes, words.Is(noun, WordKind.Method));
        }
        else if (at < 6 && words.Is(at, WordKind.Result))
        {
            traits.Add(SentenceTrait.ResultsShow, ActAfter(words, at) == WordKind.Find);
        }
    }

    /// <summary>Not of "if we consider", "an agent that we meet", "often we wish".</summary>
    private static bool OpensClause(SentenceWords words, int at) =>
        at == 0 || words.Before(at) is not (' ' or '-') || words.Is(at - 1, WordKind.Paper)
        || words[at - 1] is "here" or "herein" or "and" or "thus" or "hence" or "therefore" or "then" or "furthermore";

    private static bool IsOwners(SentenceWords words, int at) =>
        words.Is(at, WordKind.Our) || words[at] is "this"
        || (words[at] is "the" && (words[at + 1] is "proposed" or "present" or "resulting"
            || (words.Is(at + 1, WordKind.Paper) && words.Is(at + 2, Acts))));

    /// <summary>The last of the nouns that follow: the study in "our benchmark study".</summary>
    private static int? NounAfter(SentenceWords words, int subject)
    {
        const WordKind Nouns = WordKind.Paper | WordKind.Method;
        var noun = Enumerable.Range(subject + 1, 4).FirstOrDefault(at =>
            words.Is(at, Nouns) && !words.Is(at + 1, Nouns | WordKind.Result)
            && words[at + 1] is not ("direction" or "area" or "field" or "question"));
        return noun > 0 ? noun : null;
    }

    private static WordKind ActAfter(SentenceWords words, int subject)
    {
        for (var at = subject + 1; at <= subject + Reach; at++)
        {
            if (words.Is(at, Acts))
            {
                return words.Is(at, WordKind.Introduce) ? WordKind.Introduce : words.Is(at, WordKind.Find) ? WordKind.Find
                    : words.Is(at, WordKind.Study) ? WordKind.Study : WordKind.Test;
            }
        }

        return WordKind.None;
    }

    private static void WriteWord(SentenceWords words, int at, TraitSet traits)
    {
        foreach (var (kind, trait) in Kinds)
        {
            traits.Add(trait, words.Is(at, kind));
        }

        traits.Add(SentenceTrait.AlsoIntroduces, words.Is(at, WordKind.Introduce) && words.Is(at - 1, WordKind.Conjunction));
        traits.Add(
            SentenceTrait.IsIntroduced,
            words.Is(at, WordKind.Introduce | WordKind.Study) && words.Is(at - 1, WordKind.Be) && words[at][^1] is 'd' or 't');
    }
}

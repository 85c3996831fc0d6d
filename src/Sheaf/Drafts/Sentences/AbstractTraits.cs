namespace Sheaf.Drafts.Sentences;

/// <summary>The traits of the sentences of an abstract.</summary>
internal static class AbstractTraits
{
    /// <param name="title">Of the paper.</param>
    /// <param name="sentences">As they stand in the abstract.</param>
    /// <param name="trimmed">As they would be printed.</param>
    public static TraitSet[] Read(string title, IReadOnlyList<string> sentences, IReadOnlyList<string> trimmed)
    {
        var named = new TitleSubject(title);
        var words = trimmed.Select(sentence => new SentenceWords(sentence)).ToArray();
        var traits = Array.ConvertAll(words, _ => new TraitSet());
        for (var number = 0; number < traits.Length; number++)
        {
            SentenceRole.Write(words[number], named, traits[number]);
            var isWhole = ReferenceEquals(sentences[number], trimmed[number]);
            SentenceRole.WriteOpening(isWhole ? words[number] : new SentenceWords(sentences[number]), traits[number]);
            Standing.Write(words[number], named, traits[number]);
            var length = WordCount.Of(trimmed[number]);
            traits[number].Add(SentenceTrait.Thin, words[number].Meaningful().Count() < 5);
            traits[number].Add(SentenceTrait.Under16, length < 16);
            traits[number].Add(SentenceTrait.Over40, length > 40);
        }

        WriteTitle(words, named, traits);
        WriteCentre(words, traits);
        WritePlace(traits);
        return traits;
    }

    private static void WriteTitle(SentenceWords[] words, TitleSubject title, TraitSet[] traits)
    {
        for (var number = 0; number < words.Length; number++)
        {
            var share = title.ShareIn(words[number]);
            traits[number].Add(SentenceTrait.TitleQuarter, share >= 0.25);
            traits[number].Add(SentenceTrait.TitleHalf, share >= 0.5);
            traits[number].Add(SentenceTrait.TitleMost, share >= 0.75);
            traits[number].Add(SentenceTrait.TitleName, title.IsNamedIn(words[number]));
        }
    }

    /// <summary>Whether most of what it says is said elsewhere in the abstract too.</summary>
    private static void WriteCentre(SentenceWords[] words, TraitSet[] traits)
    {
        var meaningful = Array.ConvertAll(words, sentence => sentence.Meaningful().ToHashSet());
        var counts = meaningful.SelectMany(own => own).CountBy(word => word).ToDictionary();
        for (var number = 0; number < words.Length; number++)
        {
            traits[number].Add(SentenceTrait.Central, 2 * meaningful[number].Count(word => counts[word] > 1) >= meaningful[number].Count);
        }
    }

    /// <summary>A sentence that does not stand alone leaves its place to the next.</summary>
    private static void WritePlace(TraitSet[] traits)
    {
        var (own, introducing, isSpoken) = (0, 0, false);
        for (var number = 0; number < traits.Length; number++)
        {
            var it = traits[number];
            var isOwn = it.Has(SentenceTrait.Own);
            var introduces = it.Has(SentenceTrait.WeIntroduce) || it.Has(SentenceTrait.PaperIntroduces)
                || (it.Has(SentenceTrait.IsIntroduced) && !it.Has(SentenceTrait.Background))
                || (isOwn && it.Has(SentenceTrait.AlsoIntroduces));
            it.Add(SentenceTrait.First, number == 0);
            it.Add(SentenceTrait.Last, number > 0 && number == traits.Length - 1);
            it.Add((own, isOwn) switch
            {
                (0, false) when !isSpoken => SentenceTrait.BeforeOwn,
                (0, true) => SentenceTrait.FirstOwn,
                (1, true) or (2, false) => SentenceTrait.SecondOwn,
                _ => SentenceTrait.LaterOwn,
            });
            it.Add(SentenceTrait.IntroducesTitleName, introduces && it.Has(SentenceTrait.TitleName));
            it.Add(SentenceTrait.FirstIntroducing, introduces && introducing == 0);
            it.Add(SentenceTrait.AfterIntroducing, introducing > 0);
            isSpoken |= isOwn;
            if (!it.Has(SentenceTrait.Points))
            {
                (own, introducing) = (own + (isOwn ? 1 : 0), introducing + (introduces ? 1 : 0));
            }
        }
    }
}

namespace Sheaf.Drafts.Sentences;

/// <summary>What speaks for or against printing a sentence of an abstract. The model has a weight for each.</summary>
internal enum SentenceTrait
{
    // Its place. Own sentences speak of the authors, their paper or the thing in the title.
    First, Last, BeforeOwn, FirstOwn, SecondOwn, LaterOwn, FirstIntroducing, AfterIntroducing,

    // What it does.
    Own, WeIntroduce, WeFind, WeTest, PaperIntroduces, PaperDoes, MethodDoes, ResultsShow, IsIntroduced, AlsoIntroduces,
    Contrasts, Background, Outlook, Code, Aims, Modal, Method, Means,

    // Whether it is one thing among others.
    Sequel, FirstStep,

    // Whether it stands alone: words that point to nothing in it or in the title.
    Points, PointsEarly, OpensPointing,

    // What it has of the title and of the other sentences.
    TitleQuarter, TitleHalf, TitleMost, TitleName, IntroducesTitleName, Central,

    Thin, Under16, Over40,
}

/// <summary>The traits of one sentence.</summary>
internal sealed class TraitSet
{
    private ulong _traits;

    public void Add(SentenceTrait trait, bool has = true) => _traits |= (has ? 1UL : 0) << (int)trait;

    public bool Has(SentenceTrait trait) => ((_traits >> (int)trait) & 1) != 0;

    public double Times(IReadOnlyList<double> weights) => weights.Index().Sum(weight => Has((SentenceTrait)weight.Index) ? weight.Item : 0);
}

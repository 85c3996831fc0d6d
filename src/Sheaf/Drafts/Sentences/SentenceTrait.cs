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

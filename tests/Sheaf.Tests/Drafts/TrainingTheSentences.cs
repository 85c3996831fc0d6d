using Sheaf.Drafts.Sentences;
using Sheaf.TestKit.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class TrainingTheSentences
{
    private static readonly string[] Things =
        ["garden", "barrel", "ladder", "kettle", "lantern", "bucket", "hammer", "window", "basket", "teapot"];

    /// <summary>Of each, the sentence that speaks of the paper is the one to print, wherever it stands.</summary>
    private static IReadOnlyList<LabelledAbstract> Labelled => [.. Things.Select((thing, at) => Paper(thing, at % 3))];

    private static IReadOnlyList<SummarizedPaper> Summarized =>
        [.. Labelled.Select(paper => new SummarizedPaper(paper.Title, paper.Sentences, [paper.Title]))];

    [Fact]
    public void The_same_papers_give_the_same_file() =>
        Assert.Equal(
            SentenceTraining.Written(SentenceTraining.Train(Labelled, Summarized)),
            SentenceTraining.Written(SentenceTraining.Train(Labelled, Summarized)));

    [Fact]
    public void A_file_read_is_the_file_written()
    {
        var file = SentenceTraining.Written(SentenceTraining.Train(Labelled, Summarized));

        Assert.Equal(file, SentenceTraining.Written(SentenceModel.Read(new StringReader(file))));
        Assert.Throws<FormatException>(() => SentenceModel.Read(new StringReader("Colour\t1")));
        Assert.Throws<FormatException>(() => SentenceModel.Read(new StringReader("First")));
    }

    [Fact]
    public void What_is_learned_holds_for_another_paper()
    {
        var model = SentenceTraining.Train(Labelled, Summarized);

        for (var place = 0; place < 3; place++)
        {
            Assert.Equal(place, model.Choose("A new mirror", Paper("mirror", place).Sentences)?.Number);
        }

        Assert.Equal(1, SentenceTraining.CrossValidate(Labelled, Summarized));
    }

    [Theory]
    [InlineData("The gardens grow.", "A garden grows.", 2.0 / 3)]
    [InlineData("The the the garden", "the garden", 2.0 / 3)]
    [InlineData("Rain", "Sun", 0)]
    public void Rouge_is_the_share_of_common_words(string text, string reference, double score) =>
        Assert.Equal(score, Rouge.Score(text, reference), 12);

    [Theory]
    [InlineData("generalizations", "gener")]
    [InlineData("dies", "die")]
    [InlineData("enjoyable", "enjoy")]
    [InlineData("hopping", "hop")]
    [InlineData("agreed", "agre")]
    [InlineData("skies", "sky")]
    [InlineData("archaeology", "archaeolog")]
    [InlineData("radically", "radic")]
    [InlineData("resnet50s", "resnet50")]
    public void Words_are_compared_by_their_stems(string word, string stem) => Assert.Equal(stem, PorterStem.Of(word));

    [Fact]
    public void The_shipped_model_has_a_weight_for_nearly_every_trait()
    {
        var weights = SentenceModel.ReadShipped().Weights;

        Assert.Equal(Enum.GetValues<SentenceTrait>().Length, weights.Count);
        Assert.InRange(weights.Count(weight => weight != 0), weights.Count - 2, weights.Count);
    }

    private static LabelledAbstract Paper(string thing, int place)
    {
        List<string> sentences =
        [
            "We hope that there is much to be said of the old ways and of their cost.",
            "Experiments show that it is often hard to know which of the two is the better in a town.",
        ];
        sentences.Insert(place, $"We propose a {thing} that is light and can be moved by one of us.");
        return new LabelledAbstract($"A new {thing}", sentences, [[place]], [place]);
    }
}

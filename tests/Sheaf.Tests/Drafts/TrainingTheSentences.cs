using Sheaf.Benchmarks.Sentences;
using Sheaf.Drafts.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class TrainingTheSentences
{
    private static readonly string[] Things = ["garden", "barrel", "ladder", "kettle", "lantern", "bucket", "hammer", "window", "basket", "teapot"];

    /// <summary>Of each, the sentence that speaks of the paper is the best summary, wherever it stands.</summary>
    private static IReadOnlyList<SummarizedPaper> Papers => [.. Things.SelectMany((thing, at) => new[] { Paper(thing, at % 3), Paper($"{thing} house", (at + 1) % 3) })];

    [Fact]
    public void The_same_papers_give_the_same_file() => Assert.Equal(Written(SentenceTraining.Train(Papers)), Written(SentenceTraining.Train(Papers)));

    [Fact]
    public void A_file_read_is_the_file_written()
    {
        var file = Written(SentenceTraining.Train(Papers));

        Assert.Equal(file, Written(SentenceModelFile.Read(new StringReader(file))));
        Assert.Throws<FormatException>(() => SentenceModelFile.Read(new StringReader("sentence-feature\tcolour\t1")));
    }

    [Fact]
    public void What_is_learned_holds_for_another_paper()
    {
        var model = SentenceTraining.Train(Papers);

        for (var place = 0; place < 3; place++)
        {
            var scores = model.Judge("A new mirror", Paper("mirror", place).Sentences);
            Assert.Equal(place, Array.IndexOf(scores!, scores!.Max()));
        }
    }

    [Theory]
    [InlineData("The gardens grow.", "A garden grows.", 2.0 / 3)]
    [InlineData("The the the garden", "the garden", 2.0 / 3)]
    [InlineData("Rain", "Sun", 0)]
    public void Rouge_is_the_share_of_common_words(string text, string reference, double score) => Assert.Equal(score, Rouge.Score(text, reference), 12);

    [Fact]
    public void The_shipped_model_has_a_weight_for_most_features()
    {
        var model = SentenceModelFile.ReadShipped();

        Assert.Equal(1_992, model.Lexicon.Papers);
        Assert.InRange(model.SentenceWeights.Count(weight => weight != 0), 150, SentenceFeatures.All.Count);
    }

    private static string Written(SentenceModel model)
    {
        using var text = new StringWriter();
        SentenceModelFile.Write(model, text);
        return text.ToString();
    }

    private static SummarizedPaper Paper(string thing, int place)
    {
        List<string> sentences = [$"There is much to be said of the old ways and of their cost.", $"It is often hard to know which of the two is the better in a town."];
        sentences.Insert(place, $"We propose a {thing} that is light and can be moved by one of us.");
        return new SummarizedPaper($"A new {thing}", sentences, [$"A light {thing} that can be moved by one."]);
    }
}

using Sheaf.Drafts.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class TheSuggestedSentence
{
    private const string Title = "Gardens that Water Themselves";

    private const string Background = "Gardens are of growing interest to people who live in towns and have little time for them.";
    private const string Trouble = "However, existing gardens have been shown to need water whenever there is none to be had.";
    private const string Statement = "In this paper, we propose gardens that water themselves, a simple method based on $r = a. B$ barrels of rain.";
    private const string Outcome = "Experiments on three towns show that it improves the state of the art by 5% over summer.";

    [Theory]
    [InlineData(Background + " " + Trouble + " " + Statement + " " + Outcome)]
    [InlineData(Background + "\n" + Trouble + " " + Statement + "\n" + Outcome)]
    [InlineData(Statement + " " + Outcome)]
    [InlineData("Background: " + Statement)]
    public void Says_what_the_paper_does(string text) =>
        Assert.Equal("We propose gardens that water themselves, a simple method based on $r = a. B$ barrels of rain.", SuggestedSentence.Of(Title, text));

    [Fact]
    public void Is_of_a_length_to_be_read()
    {
        var longOne = $"We propose gardens that water themselves {string.Concat(Enumerable.Repeat("and water themselves again ", 10))}in towns.";

        Assert.Equal(Outcome, SuggestedSentence.Of(Title, $"We propose gardens. {Outcome} {longOne}"));
        Assert.Equal(longOne, SuggestedSentence.Of(Title, longOne));
    }

    [Fact]
    public void Is_a_whole_one_where_there_is_one() => Assert.Equal(Background, SuggestedSentence.Of(Title, $"{Background}\nWe propose gardens that water themselves by"));

    [Theory]
    [InlineData("Les jardins sont beaux et verts. Nous proposons des jardins qui boivent la pluie.", "Les jardins sont beaux et verts.")]
    [InlineData("花园很美。我们提出新的花园。", "花园很美。")]
    [InlineData("It works", "It works")]
    public void Is_the_first_where_the_model_cannot_judge(string text, string sentence) => Assert.Equal(sentence, SuggestedSentence.Of(Title, text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("Abstract")]
    public void An_abstract_without_words_has_none(string text) => Assert.Null(SuggestedSentence.Of(Title, text));

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
}

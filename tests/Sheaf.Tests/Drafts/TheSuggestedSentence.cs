using Sheaf.Drafts.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class TheSuggestedSentence
{
    private const string Title = "Gardens that Water Themselves";

    private const string Background = "Gardens are of growing interest to people who live in towns and have little time for them.";
    private const string Trouble = "However, existing gardens have been shown to need water whenever there is none to be had.";
    private const string Statement =
        "In this paper, we propose gardens that water themselves, a simple method based on $r = a. B$ barrels of rain.";
    private const string Printed = "We propose gardens that water themselves, a simple method based on $r = a. B$ barrels of rain.";
    private const string Outcome = "Experiments on three towns show that watered gardens improve the state of the art by 5% over summer.";

    [Theory]
    [InlineData(Background + " " + Trouble + " " + Statement + " " + Outcome)]
    [InlineData(Background + "\n" + Trouble + " " + Statement + "\n" + Outcome)]
    [InlineData(Statement + " " + Outcome)]
    [InlineData("Background: " + Statement)]
    [InlineData(Outcome + " " + Statement)]
    public void Says_what_the_paper_does(string text) => Assert.Equal(Printed, SuggestedSentence.Of(Title, text));

    [Theory]
    [InlineData("We propose gardens. " + Outcome, Outcome)]
    [InlineData("This allows us to propose gardens that water themselves in all of the towns. " + Outcome, Outcome)]
    [InlineData("We solve this problem by means of the two kinds of barrels that we describe. " + Statement, Printed)]
    [InlineData("We release the code of all our gardens and barrels at https://example.org/garden today. " + Outcome, Outcome)]
    [InlineData("We introduce a garden of the old kind for the towns that unifies both. " + Outcome, Outcome)]
    [InlineData("We refer to gardens that water themselves at night as quiet gardens of the town. " + Outcome, Outcome)]
    [InlineData("We hope that gardens that water themselves make all of the people in towns glad. " + Outcome, Outcome)]
    [InlineData("We solve this by means of barrels. Our gardens water themselves with the rain of the days before.",
        "Our gardens water themselves with the rain of the days before.")]
    [InlineData("The study examines gardens that water themselves in towns. Then, we propose a lid for the barrels of some of them.",
        "The study examines gardens that water themselves in towns.")]
    public void Stands_alone_and_says_the_main_thing(string text, string sentence) =>
        Assert.Equal(sentence, SuggestedSentence.Of(Title, text));

    [Fact]
    public void May_be_one_in_which_nobody_speaks() =>
        Assert.Equal(
            "The gardens of a town are watered by the rain of the days before.",
            SuggestedSentence.Of(Title, "The gardens of a town are watered by the rain of the days before. " + Trouble));

    [Fact]
    public void Introduces_the_thing_in_the_title() => Assert.Equal(
        "We introduce GARD, a garden that waters itself with the rain of the days before.",
        SuggestedSentence.Of(
            "GARD: Gardens at Rest",
            $"{Background} We describe how the rain of many days is kept. We introduce GARD, a garden that waters itself with the rain "
            + "of the days before."));

    [Fact]
    public void Knows_a_name_with_a_number() => Assert.Equal(
        "Gard-1 keeps the rain of the days before for a town.",
        SuggestedSentence.Of(
            "Gard-1 at Rest",
            "Gard-1 keeps the rain of the days before for a town. Two larger barrels are presented to the people of the town as well."));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("Abstract")]
    [InlineData("It works")]
    [InlineData(Trouble)]
    [InlineData("We propose gardens. It works well.")]
    [InlineData(Background + "\nWe propose gardens that water themselves by")]
    [InlineData("We propose (gardens that water themselves with all of the rain. They do.")]
    [InlineData("Can gardens of a town water themselves with all of the rain that we collect?")]
    [InlineData("These gardens enable people to be at rest, and this is what we propose to them.")]
    [InlineData("花园很美。我们提出新的花园。")]
    public void Is_none_where_nothing_can_be_printed(string text) => Assert.Null(SuggestedSentence.Of("Of Rest", text));

    [Fact]
    public void Has_no_more_words_than_an_editor_prints()
    {
        var longOne =
            $"We propose gardens that water themselves {string.Concat(Enumerable.Repeat("and water themselves again ", 15))}in towns.";

        Assert.Null(SuggestedSentence.Of(Title, longOne));
        Assert.Equal(Outcome, SuggestedSentence.Of(Title, $"{longOne} {Outcome}"));
    }
}

using Sheaf.Drafts.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class TrimmingASentence
{
    private const string Tail = "a small garden that waters itself on dry days and shades itself on hot ones.";

    [Theory]
    [InlineData("In this paper, we propose ", "We propose ")]
    [InlineData("In this work we propose ", "We propose ")]
    [InlineData("However, in this short letter, we propose ", "We propose ")]
    [InlineData("To address this important issue, we propose ", "We propose ")]
    [InlineData("To this end, we also propose ", "We propose ")]
    [InlineData("Motivated by this, we then propose ", "We propose ")]
    [InlineData("Here we propose ", "We propose ")]
    [InlineData("Methods: We propose ", "We propose ")]
    [InlineData("Leveraging these many measures, we propose ", "We propose ")]
    [InlineData("In response to the above, this paper describes ", "This paper describes ")]
    [InlineData("To fill this gap, the town has ", "The town has ")]
    [InlineData("Using barrels such as ours, we propose ", "Using barrels such as ours, we propose ")]
    [InlineData("But it needs ", "It needs ")]
    [InlineData("Finally, mGarden is ", "mGarden is ")]
    [InlineData("Moreover, $n$ gardens are ", "$n$ gardens are ")]
    [InlineData("Specifically, k-gardens are ", "k-gardens are ")]
    [InlineData("In this town, we propose ", "In this town, we propose ")]
    [InlineData("However much we water, we propose ", "However much we water, we propose ")]
    [InlineData("To address dry days, we propose ", "To address dry days, we propose ")]
    public void What_ties_it_to_its_abstract_goes(string opening, string left) => Assert.Equal(left + Tail, SafeTrim.Of(opening + Tail));

    [Theory]
    [InlineData(" (Smith et al., 2020).", ".")]
    [InlineData(" (code at https://example.org/garden).", ".")]
    [InlineData(" (see Fig. 2).", ".")]
    [InlineData(" (wet and dry).", " (wet and dry).")]
    [InlineData(" ($x$, 2020).", " ($x$, 2020).")]
    public void A_note_in_brackets_at_its_end_goes(string end, string left) =>
        Assert.Equal("We propose " + Tail[..^1] + left, SafeTrim.Of("We propose " + Tail[..^1] + end));

    [Theory]
    [InlineData(" with rain to address this issue.", " with rain.")]
    [InlineData(", in order to fill these gaps.", ".")]
    [InlineData(" that are able to address this issue.", " that are able to address this issue.")]
    [InlineData(" to address drought.", " to address drought.")]
    public void A_purpose_that_another_sentence_explains_goes(string end, string left) =>
        Assert.Equal("We propose " + Tail[..^1] + left, SafeTrim.Of("We propose " + Tail[..^1] + end));

    [Fact]
    public void The_place_stays_where_too_few_words_would()
    {
        Assert.Equal(
            "In this paper, we survey gardens of our town.", SafeTrim.Of("However, in this paper, we survey gardens of our town."));
        Assert.Equal("It works.", SafeTrim.Of("However, it works."));
    }

    [Fact]
    public void A_long_one_ends_before_its_numbered_list()
    {
        var items = string.Concat(Enumerable.Repeat("one for wet days and one for dry days and ", 5));

        Assert.Equal(
            "We grow gardens of three kinds that water themselves.",
            SafeTrim.Of($"We grow gardens of three kinds that water themselves: (i) {items}(ii) none."));
        Assert.Equal(
            "We grow gardens of three kinds: (i) wet, (ii) dry, (iii) none.",
            SafeTrim.Of("We grow gardens of three kinds: (i) wet, (ii) dry, (iii) none."));
    }
}

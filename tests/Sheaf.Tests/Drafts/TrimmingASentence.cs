using Sheaf.Drafts.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class TrimmingASentence
{
    private const string Tail = "a small garden that waters itself on dry days and shades itself on hot ones.";
    private const string Eleven = "by the path and the pond and the old wall inside";

    [Theory]
    [InlineData("In this paper, we propose ", "We propose ")]
    [InlineData("In this work we propose ", "We propose ")]
    [InlineData("However, in this short letter, we propose ", "We propose ")]
    [InlineData("To address this important issue, we propose ", "We propose ")]
    [InlineData("To this end, we also propose ", "We propose ")]
    [InlineData("Motivated by this, we then propose ", "We propose ")]
    [InlineData("Here we propose ", "We propose ")]
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
    public void A_note_in_brackets_at_its_end_goes(string end, string left) => Assert.Equal("We propose " + Tail[..^1] + left, SafeTrim.Of("We propose " + Tail[..^1] + end));

    [Fact]
    public void The_place_stays_where_too_few_words_would()
    {
        Assert.Equal("In this paper, we survey gardens that water themselves on dry days.", SafeTrim.Of("However, in this paper, we survey gardens that water themselves on dry days."));
        Assert.Equal("It works.", SafeTrim.Of("However, it works."));
    }

    [Theory]
    [InlineData("We grow " + Eleven + ", which is good for all of the " + Eleven + " and for " + Eleven + ".", "We grow " + Eleven + ".")]
    [InlineData("We grow " + Eleven + "; the others are left to the " + Eleven + " and to " + Eleven + ".", "We grow " + Eleven + ".")]
    [InlineData("We grow " + Eleven + " $a, which b$ of it, showing that all of the " + Eleven + " and " + Eleven + ".", "We grow " + Eleven + " $a, which b$ of it.")]
    public void One_that_is_too_long_ends_at_a_clause(string sentence, string left) => Assert.Equal(left, SafeTrim.Of(sentence));

    [Theory]
    [InlineData("Our garden of " + Eleven + ", which is good for all of the " + Eleven + " and " + Eleven + ", grows.")]
    [InlineData("While gardens of " + Eleven + " are dry, but not all, and they are " + Eleven + " and " + Eleven + ", they grow.")]
    [InlineData("We grow (not " + Eleven + ", which is good for all of the " + Eleven + " and for " + Eleven + ") gardens.")]
    [InlineData("We grow both " + Eleven + ", which is good for all of the " + Eleven + " and for " + Eleven + ".")]
    [InlineData("We grow some, which is good for all of the " + Eleven + " and " + Eleven + " and for " + Eleven + ".")]
    public void One_that_would_not_be_whole_stays_long(string sentence) => Assert.Equal(sentence, SafeTrim.Of(sentence));
}

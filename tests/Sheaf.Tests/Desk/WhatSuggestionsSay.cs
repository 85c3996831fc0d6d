using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk;
using Sheaf.Formulas;
using Sheaf.Lists;

namespace Sheaf.Tests.Desk;

/// <summary>The words beside suggestions: when to stop, what speaks for a paper, why one is refused.</summary>
public sealed class WhatSuggestionsSay
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(9, 0, null)]
    [InlineData(9, 1, "1 paper seen since your last take.")]
    [InlineData(10, 0, "In past months 9 of 10 picks came before rank 10.")]
    [InlineData(11, 62, "62 papers seen since your last take; in past months 9 of 10 picks came before rank 11.")]
    [InlineData(2000, 0, "In past months 9 of 10 picks came before rank 1,801.")]
    public void One_is_told_how_far_down_past_picks_stood(int picks, int seen, string? sentence) =>
        Assert.Equal(sentence, StopAdvice.Sentence([.. Enumerable.Range(1, picks).Reverse()], seen));

    [Fact]
    public void Nine_of_ten_picks_are_above_the_rank_that_is_told()
    {
        int[] ranks = [3, 900, 1, 1, 40, 7, 2, 12, 5, 30];

        var sentence = StopAdvice.Sentence(ranks, seen: 0);

        Assert.Equal("In past months 9 of 10 picks came before rank 41.", sentence);
        Assert.Equal(9, ranks.Count(rank => rank < 41));
    }

    [Theory]
    [InlineData("Sparse widgets, sparsely", "sparse", "<mark>Sparse</mark> widgets, sparsely")]
    [InlineData("WIDGETS & <b>gears</b>", "widgets,gears", "<mark>WIDGETS</mark> &amp; &lt;b&gt;<mark>gears</mark>&lt;/b&gt;")]
    [InlineData("state space of state space models", "state,state space", "<mark>state space</mark> of <mark>state space</mark> models")]
    [InlineData("a.b and aXb", "a.b", "<mark>a.b</mark> and aXb")]
    [InlineData("nothing & here", "", "nothing &amp; here")]
    public void The_words_that_speak_for_a_paper_are_marked_and_nothing_else(string text, string words, string marked) =>
        Assert.Equal(
            marked,
            MarkedText.Of(text, PageFormulas.Begin(), words.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToString());

    [Fact]
    public void No_word_is_marked_inside_a_formula() =>
        Assert.DoesNotContain(
            "<mark>", MarkedText.Of("$\\alpha$ and $alpha$", PageFormulas.Begin(), ["alpha"]).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "close to 'Sparse & small…', which you starred", "close to '", "Sparse & small…", "/search?q=Sparse%20%26%20small",
        "', which you starred")]
    [InlineData("picked its authors 3 times (Tao, Lin)", "picked its authors 3 times (", "Tao, Lin", "/search?author=Tao", ")")]
    [InlineData(
        "on Hugging Face's daily list of 12 May (45 votes)", "on ", "Hugging Face's daily list",
        "https://huggingface.co/papers/2405.00001", " of 12 May (45 votes)")]
    [InlineData("words: gears, spin wheel", "words: ", "gears, spin wheel", "/search?q=%22gears%22%20OR%20%22spin%20wheel%22", "")]
    [InlineData("in cs.CL", "", "in cs.CL", null, "")]
    public void Each_reason_leads_to_what_it_is_about(string reason, string before, string text, string? path, string after)
    {
        var link = ReasonLinks.Of(reason, "2405.00001");

        Assert.Equal((before, text, path, after), (link.Before, link.Text, link.Path, link.After));
    }

    [Fact]
    public void Her_own_reasons_come_first_by_how_often_she_gave_them()
    {
        var endless = new string('x', 61);
        string[] reasons = ["too long", "A survey", "too long", "once", "A survey", "too long", endless, endless];
        var refused = new SetAsidePapers(new HashSet<ArxivIdentifier>(), [])
        {
            Reasons = reasons.Index().ToDictionary(
                reason => ArxivIdentifier.Parse(FormattableString.Invariant($"2404.{reason.Index + 1:D5}")), reason => reason.Item),
        };

        var offered = RefusalReasons.Of(refused);

        Assert.Equal(["too long", "A survey", "off topic"], offered.Take(3));
        Assert.Equal(8, offered.Count);
        Assert.DoesNotContain("a survey", offered);
        Assert.DoesNotContain("once", offered);
    }
}

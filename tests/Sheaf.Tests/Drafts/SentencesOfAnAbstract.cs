using Sheaf.Drafts.Sentences;

namespace Sheaf.Tests.Drafts;

public sealed class SentencesOfAnAbstract
{
    [Theory]
    [InlineData("It works. It works well.", "It works.")]
    [InlineData("Does it work? It does.", "Does it work?")]
    [InlineData("It works! We show how.", "It works!")]
    [InlineData("It works", "It works")]
    [InlineData("It works on 3.5 of 4 tasks. Good.", "It works on 3.5 of 4 tasks.")]
    [InlineData("It works, e.g. Here, i.e. There, cf. Fig. 3 vs. Eq. 4. Good.", "It works, e.g. Here, i.e. There, cf. Fig. 3 vs. Eq. 4.")]
    [InlineData("Following Li et al. (2020) and Wu et al. Smith works. Good.", "Following Li et al. (2020) and Wu et al. Smith works.")]
    [InlineData("It follows Li et al. We extend it.", "It follows Li et al.")]
    [InlineData("J. R. R. Tolkien and J.-P. Serre met. Good.", "J. R. R. Tolkien and J.-P. Serre met.")]
    [InlineData("We study the graph G. The edges are free.", "We study the graph G.")]
    [InlineData("Made in the U.S. Army labs. Good.", "Made in the U.S. Army labs.")]
    [InlineData("Data are i.i.d. We drop that.", "Data are i.i.d.")]
    [InlineData("See arXiv.org and example.com/a.B for code. Good.", "See arXiv.org and example.com/a.B for code.")]
    [InlineData("We ask \"does it work?\" of all. Good.", "We ask \"does it work?\" of all.")]
    [InlineData("He said \"it works.\" We agree.", "He said \"it works.\"")]
    [InlineData("Models (e.g. Xs. Ys too.) are small. Good.", "Models (e.g. Xs. Ys too.) are small.")]
    [InlineData("A bracket (is open. It ends.", "A bracket (is open.")]
    [InlineData("We bound $f(x). y$ and $$a. B$$ here. Good.", "We bound $f(x). y$ and $$a. B$$ here.")]
    [InlineData(@"We write \'Ecole\. Then more {\it e.g. A. B} text. Good.", @"We write \'Ecole\. Then more {\it e.g. A. B} text.")]
    [InlineData("It costs $5. We pay.", "It costs $5.")]
    [InlineData("It is small. mBERT is not.", "It is small.")]
    [InlineData("It is small. k-means is not.", "It is small.")]
    [InlineData("It is small. 3D models are not.", "It is small.")]
    [InlineData("It is small. $n$ is not.", "It is small.")]
    [InlineData("It ends... but goes on. Good.", "It ends... but goes on.")]
    [InlineData("1. We begin. Good.", "1. We begin.")]
    [InlineData("它很好。We agree.", "它很好。")]
    [InlineData("A line\nand another.", "A line")]
    [InlineData("\n \nIt works. Good.", "It works.")]
    [InlineData("Background: It works. Good.", "It works.")]
    [InlineData("Context. It works. Good.", "It works.")]
    [InlineData("Abstract\nIt works. Good.", "It works.")]
    [InlineData("Context-aware models work. Good.", "Context-aware models work.")]
    [InlineData("Abstract reasoning works. Good.", "Abstract reasoning works.")]
    public void The_first_ends_where_a_reader_would_end_it(string text, string sentence) =>
        Assert.Equal(sentence, AbstractSentences.Of(text).First());

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("Abstract")]
    public void An_abstract_without_words_has_none(string text) => Assert.Empty(AbstractSentences.Of(text));

    [Theory]
    [InlineData("It works. It works well! Does it?", "It works.|It works well!|Does it?")]
    [InlineData("A line.\nAnother, open", "A line.|Another, open")]
    [InlineData("Background: It works. Results: It shines.", "It works.|Results: It shines.")]
    [InlineData("We begin. 1. We count. 2. We end.", "We begin.|1. We count.|2. We end.")]
    [InlineData("It opens (a bracket. It ends. It ends again.", "It opens (a bracket.|It ends.|It ends again.")]
    [InlineData("它很好。我们同意。", "它很好。|我们同意。")]
    [InlineData("See $a. B$. Then $c$ holds.", "See $a. B$.|Then $c$ holds.")]
    public void Each_begins_where_the_last_ended(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), AbstractSentences.Of(text));
}

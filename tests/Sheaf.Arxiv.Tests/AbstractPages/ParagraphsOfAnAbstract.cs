namespace Sheaf.Arxiv.Tests.AbstractPages;

public sealed class ParagraphsOfAnAbstract
{
    [Fact]
    public void Accents_that_cost_words_right_at_the_break_do_not_move_it() => Assert.Equal(
        """
        Gears of \c Sentürk and \L ukasz and \O degaard
        \'Etude of cogs, by \c C elik, follows here.
        """,
        AbstractOf(
            head: """Gears of \c Sentürk and \L ukasz and \O degaard \'Etude of cogs, by \c C elik, follows here.""",
            body: "Gears of Şentürk and Łukasz and Ødegaard<br>Étude of cogs, by Çelik, follows here."));

    [Fact]
    public void Short_paragraphs_are_paragraphs() => Assert.Equal(
        """
        We show:
        (1)
        (2) \"o
        the end.
        """,
        AbstractOf(head: """We show: (1) (2) \"o the end.""", body: "We show:<br>(1)<br>(2) ö<br>the end."));

    [Fact]
    public void Words_that_come_again_do_not_draw_the_break_to_themselves() => Assert.Equal(
        """
        It turns and it turns. It turns and it turns.
        It turns and it turns.
        """,
        AbstractOf(
            head: "It turns and it turns. It turns and it turns. It turns and it turns.",
            body: "It turns and it turns. It turns and it turns.<br>It turns and it turns."));

    [Fact]
    public void A_paragraph_that_holds_nothing_is_none() =>
        Assert.Equal("One.\nTwo.", AbstractOf(head: "One. Two.", body: "<br>One.<br> <br>Two.<br>"));

    [Fact]
    public void Hard_line_wraps_are_not_paragraphs() =>
        Assert.Equal("One $x <\ny$ two.".Replace('\n', ' '), AbstractOf(head: "One $x &lt;\ny$ two.", body: "One $x &lt;\ny$ two."));

    [Fact]
    public void Where_the_two_copies_do_not_agree_the_one_with_the_paragraphs_is_taken() =>
        Assert.Equal(
            "Gears turn.\nCogs do not.",
            AbstractOf(head: "Quite another text than that of the body.", body: "Gears turn.<br>Cogs do not."));

    [Fact]
    public void A_page_without_a_copy_in_the_head_has_the_abstract_of_its_body_with_links_restored()
    {
        var html = InventedPage.With("name=\"citation_abstract\"", "name=\"abstract\"");

        Assert.EndsWith("(https://widget.example/src) is naïve; it stops.", InventedPage.Parse(html).Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public void The_separator_of_older_files_is_no_part_of_the_abstract() =>
        Assert.Equal("One.", AbstractOf(head: "One.\n\\\\", body: "One.\n\\\\\n"));

    private static string? AbstractOf(string head, string body)
    {
        var html = Replaced(
            InventedPage.Html, "name=\"citation_abstract\" content=\"", "\" />", head.Replace("\"", "&#34;", StringComparison.Ordinal));
        return InventedPage.Parse(Replaced(html, "Abstract:</span>", "</blockquote>", body)).Abstract;
    }

    private static string Replaced(string html, string before, string after, string instead)
    {
        var start = html.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var end = html.IndexOf(after, start, StringComparison.Ordinal);
        return string.Concat(html.AsSpan(0, start), instead, html.AsSpan(end));
    }
}

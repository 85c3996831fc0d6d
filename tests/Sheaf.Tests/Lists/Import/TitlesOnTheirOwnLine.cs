using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>A title line, then a link line, then a sentence.</summary>
public sealed class TitlesOnTheirOwnLine
{
    [Theory]
    [InlineData("  • 论文:", "  • 链接:", ":")]
    [InlineData("- Paper: ", "- Link: ", ": ")]
    [InlineData("- Kitap: ", "- Bağ: ", ": ")]
    [InlineData("", "", ": ")]
    [InlineData("* ", "  ", ": ")]
    [InlineData("论文标题\uff1a", "论文链接\uff1a", "\uff1a")]
    [InlineData("标题\uff1a", "链接\uff1a ", ": ")]
    [InlineData("Title: ", "Link: ", ": ")]
    [InlineData("■ ", "\u3000", ": ")]
    [InlineData("### ", "", ": ")]
    public void Are_read_in_any_language(string titleMark, string linkMark, string colon)
    {
        var text =
            $"Some words of ours.\n\n{titleMark}Widgets{colon}A Study of Gears\n{linkMark}https://arxiv.org/abs/2404.00001\n\n"
            + "One sentence about it.\n\n"
            + $"{titleMark}Springs{colon}A Second Study?\n{linkMark}https://arxiv.org/abs/2404.00002\n\nAnother sentence.\n";

        var claims = ForeignText.Read("list.txt", text);

        Assert.Equal(["Widgets" + colon + "A Study of Gears", "Springs" + colon + "A Second Study?"], claims.Select(claim => claim.Title));
        Assert.All(claims, claim => Assert.True(claim.IsEntry));
        Assert.Equal([4, 9], claims.Select(claim => claim.Line));
        Assert.StartsWith("One sentence", claims[0].Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}、论文标题\uff1a", "论文链接\uff1a")]
    [InlineData("{0}.论文\uff1a", "链接\uff1a")]
    [InlineData("【{0}】", "\uff08Link\uff09\uff1a")]
    [InlineData("\uff08{0}\uff09", "")]
    [InlineData("{0}. **Title:** ", "   **Link:** ")]
    [InlineData("## {0}. ", "")]
    [InlineData("**{0}. ", "")]
    public void May_be_numbered(string titleMark, string linkMark)
    {
        var end = titleMark.StartsWith("**", StringComparison.Ordinal) ? "**" : "";
        var text = string.Concat(Enumerable.Range(1, 3).Select(number =>
            $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, titleMark, number)}Widgets of the {number}th "
            + $"Kind{end}\n{linkMark}https://arxiv.org/abs/2404.0000{number}\n\nA sentence about it.\n\n"));

        Assert.Equal(
            ["Widgets of the 1th Kind", "Widgets of the 2th Kind", "Widgets of the 3th Kind"],
            ForeignText.Read("list.txt", text).Select(claim => claim.Title));
    }

    [Fact]
    public void May_hold_the_names_and_the_day()
    {
        var claim = ForeignText.Only(
            "list.txt", "  • 论文:Make Your Widgets Turn, An, Ma, Lin et al.(二5 Apr),\n  • 链接:https://arxiv.org/abs/2404.00001\n");

        Assert.Equal(
            ("Make Your Widgets Turn", "An Ma Lin", true, "25.4."),
            (claim.Title, string.Join(' ', claim.Surnames), claim.EtAl, claim.Date()));
    }

    [Fact]
    public void May_stand_above_a_line_of_authors()
    {
        const string Posts =
            "Widgets and What They Turn\n\nAda Specimen, Bo Example, Lin Sample\n\nabs: arxiv.org/abs/2404.00001\n"
            + "project: https://example.org/widgets\n\n"
            + "Springs without Gears\n\nBo Example, Zoë van der Berg\n\nabs: arxiv.org/abs/2404.00002\n";

        var claims = ForeignText.Read("posts.txt", Posts);

        Assert.Equal(["Widgets and What They Turn", "Springs without Gears"], claims.Select(claim => claim.Title));
        Assert.Equal(["Bo Example", "Zoë van der Berg"], claims[1].Surnames);
    }

    [Fact]
    public void May_stand_above_labelled_authors()
    {
        var claim = ForeignText.Only(
            "posts.txt", "Title: Gears of Wood\nAuthors: Ada Specimen, Bo Lu\nURL: https://arxiv.org/abs/2404.00001\n");

        Assert.Equal(("Gears of Wood", "Ada Specimen Bo Lu"), (claim.Title, string.Join(' ', claim.Surnames)));
    }

    [Fact]
    public void An_entry_that_a_mail_program_wrapped_is_one()
    {
        var claim = ForeignText.Only(
            "list.txt",
            "* Widgets: A Long Study of Gears and\n  Springs by Liu, Wang, Vaidya, et al. (30 Apr),\n  https://arxiv.org/abs/2404.00001\n");

        Assert.Equal(("Widgets: A Long Study of Gears and Springs", "30.4."), (claim.Title, claim.Date()));
    }

    [Theory]
    [InlineData("Read these:\nhttps://arxiv.org/abs/2404.00001\nhttps://arxiv.org/abs/2404.00002\n")]
    [InlineData("My favourites of April\nhttps://arxiv.org/abs/2404.00001\nhttps://arxiv.org/abs/2404.00002\n")]
    [InlineData(
        "Gears of April\nhttps://arxiv.org/abs/2404.00001\nhttps://arxiv.org/abs/2404.00002\n\nSprings of April\n"
        + "https://arxiv.org/abs/2404.00003\nhttps://arxiv.org/abs/2404.00004\n")]
    [InlineData("My favourite of April\nhttps://arxiv.org/abs/2404.00001\n")]
    [InlineData("We liked a lot this month.\nhttps://arxiv.org/abs/2404.00001\nAnd then this one.\nhttps://arxiv.org/abs/2404.00002\n")]
    [InlineData("## Gears\n\n- 2404.00001\n- 2404.00002\n")]
    public void A_caption_or_a_sentence_is_no_title(string text) =>
        Assert.All(ForeignText.Read("list.txt", text), claim => Assert.Null(claim.Title));

    [Fact]
    public void A_heading_over_a_byline_is_one_and_the_part_is_in_depth()
    {
        const string Draft =
            "# Notable arXiv papers, April 2024\n\n2 papers on the list, 1 in depth.\n\n## In depth\n\n### Widgets: A \\*Study\\*\n\n"
            + "Liu, Wang, Vaidya, et al. (30 Apr), https://arxiv.org/abs/2404.00001\n\n> A sentence. <!-- suggested -->\n\n## Papers\n\n"
            + "* Widgets: A \\*Study\\* by Liu, Wang, Vaidya, et al. (30 Apr), https://arxiv.org/abs/2404.00001\n\n"
            + "  A sentence. <!-- suggested -->\n\n"
            + "* Springs by Hu (3 Aug 2020), https://arxiv.org/abs/2008.00001\n";

        var claims = ForeignText.Read("2024-04.md", Draft);

        Assert.Equal(["Widgets: A *Study*", "Widgets: A *Study*", "Springs"], claims.Select(claim => claim.Title));
        Assert.Equal(
            [(9, true, "In depth"), (15, false, "Papers"), (19, false, "Papers")],
            claims.Select(claim => (claim.Line, claim.Starred, claim.Section)));
        Assert.All(claims, claim => Assert.True(claim.IsEntry));
        Assert.Equal(["30.4.", "30.4.", "3.8.2020"], claims.Select(claim => claim.Date()));
        Assert.Equal(["Liu", "Wang", "Vaidya"], claims[0].Surnames);
        Assert.Equal("A sentence. <!-- suggested -->", claims[1].Note);
    }
}

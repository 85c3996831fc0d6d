namespace Sheaf.Arxiv.Tests.AbstractPages;

/// <summary>Each element that is read, cut out or changed once: what it held must be named, never be silently empty.</summary>
public sealed class PagesOfChangedShape
{
    [Theory]
    [InlineData("identifier", "name=\"citation_arxiv_id\"", "name=\"citation_id\"")]
    [InlineData("identifier", "content=\"2405.99901\"", "content=\"2405.9990\"")]
    [InlineData("title", "name=\"citation_title\"", "name=\"dc.title\"")]
    [InlineData("title", "<h1 class=\"title mathjax\">", "<h1 class=\"heading mathjax\">")]
    [InlineData("authors", "name=\"citation_author\"", "name=\"dc.creator\"")]
    [InlineData("authors", "<div class=\"authors\">", "<div class=\"creators\">")]
    [InlineData("abstract", "<blockquote class=\"abstract mathjax\">", "<blockquote class=\"summary mathjax\">")]
    [InlineData("dateline", "<div class=\"dateline\">", "<div class=\"dates\">")]
    [InlineData("dateline", "[Submitted on 30 Apr 2024", "[Received on 30 Apr 2024")]
    [InlineData("dateline", "[Submitted on 30 Apr 2024", "[Submitted on 2024-04-30")]
    [InlineData("dateline", "(this version, v3)", "(version 3)")]
    [InlineData("metadata table", "<div class=\"metatable\">", "<div class=\"table\">")]
    [InlineData("metadata table", "Comments:", "Remarks:")]
    [InlineData("metadata table", "Journal&nbsp;reference:", "Published in:")]
    [InlineData("metadata table", "Report&nbsp;number:", "Journal reference:")]
    [InlineData(
        "metadata table", "<td class=\"tablecell label\">&nbsp;</td>\n          <td class=\"tablecell arxividv\">",
        "<td></td><td class=\"tablecell\">")]
    [InlineData("metadata table", "<td class=\"tablecell msc-classes\">60J10</td>", "")]
    [InlineData("subjects", "<span class=\"primary-subject\">", "<span>")]
    [InlineData("subjects", "Systems and Control (eess.SY)", "Systems and Control")]
    [InlineData("subjects", "; Systems", ", Systems (eess.SY) <span>;</span> ; Systems")]
    [InlineData("subjects", "(cs.CL)</span>; Systems and Control (eess.SY)", "(cs.CL)</span> Systems and Control (eess.SY)")]
    [InlineData("submission history", "<div class=\"submission-history\">", "<div class=\"history\">")]
    [InlineData("submission history", "<strong>", "<i>")]
    [InlineData("submission history", "Tue, 30 Apr 2024 21:20:17 UTC", "2024-04-30 21:20:17")]
    [InlineData("submission history", "30 Apr 2024 21:20:17", "31 Apr 2024 21:20:17")]
    [InlineData("submission history", "30 Apr 2024 21:20:17", "29 Apr 2024 21:20:17")]
    [InlineData("submission history", "(3,012 KB)", "(3 MB)")]
    [InlineData("submission history", "[v2]", "[v4]")]
    [InlineData("submission history", "<strong>[v3]</strong>\n        Sun, 13 Oct 2024 21:05:31 UTC (13,017 KB)<br/>", "")]
    [InlineData("licence", "<div class=\"abs-license\">", "<div class=\"rights\">")]
    [InlineData("licence", "<a href=\"http://creativecommons.org/licenses/by/4.0/\"", "<a")]
    [InlineData("licence", "http://creativecommons.org/licenses/by/4.0/", "javascript:alert(1)")]
    [InlineData("withdrawal notice", "<div id=\"abs\">", "<div id=\"abs\"><span class=\"error\">Retracted</span>")]
    public void The_error_names_the_field_and_the_address(string field, string passage, string instead)
    {
        var html = InventedPage.With(passage, instead);

        var error = Assert.Throws<ArxivFormatException>(() => InventedPage.Parse(html));

        Assert.Equal(field, error.Field);
        Assert.Equal(InventedPage.Address, error.Source);
        Assert.Contains(InventedPage.Address.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subjects", "Subjects")]
    [InlineData("DOI", "Related DOI")]
    public void A_row_that_must_be_there_is_missed(string field, string label)
    {
        var at = InventedPage.Html.IndexOf(label, StringComparison.Ordinal);
        var start = InventedPage.Html.LastIndexOf("<tr>", at, StringComparison.Ordinal);
        var end = InventedPage.Html.IndexOf("</tr>", at, StringComparison.Ordinal) + "</tr>".Length;

        var error = Assert.Throws<ArxivFormatException>(() => InventedPage.Parse(InventedPage.Html.Remove(start, end - start)));

        Assert.Equal(field, error.Field);
    }

    [Theory]
    [InlineData("abstract", "<blockquote class=\"abstract mathjax\">", "</blockquote>")]
    [InlineData("authors", "<div class=\"authors\">", "</div>")]
    [InlineData("title", "<h1 class=\"title mathjax\">", "</h1>")]
    [InlineData("DOI", "<td class=\"tablecell doi\">", "</td>")]
    public void An_element_that_is_there_but_empty_is_missed_too(string field, string opening, string closing)
    {
        var start = InventedPage.Html.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = InventedPage.Html.IndexOf(closing, start, StringComparison.Ordinal);

        var error = Assert.Throws<ArxivFormatException>(() => InventedPage.Parse(InventedPage.Html.Remove(start, end - start)));

        Assert.Equal(field, error.Field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><title>Sign in</title></head><body>Please wait</body></html>")]
    [InlineData("\0\uFFFF<<<>>>&#0;")]
    public void What_is_no_abstract_page_is_told_by_its_identifier(string html) =>
        Assert.Equal("identifier", Assert.Throws<ArxivFormatException>(() => InventedPage.Parse(html)).Field);

    [Fact]
    public void Elements_outside_the_abstracts_own_part_of_the_page_are_not_taken_for_it()
    {
        var html = InventedPage.With("<div id=\"abs\">", "<div id=\"other\">");

        Assert.Equal("metadata table", Assert.Throws<ArxivFormatException>(() => InventedPage.Parse(html)).Field);
    }

    [Fact]
    public void A_page_out_of_all_proportion_is_refused_before_it_costs_anything() =>
        Assert.Equal(
            "page",
            Assert.Throws<ArxivFormatException>(
                () => InventedPage.Parse(InventedPage.Html + string.Concat(Enumerable.Repeat("<b>", 30_000)))).Field);

    [Fact]
    public void Deep_nesting_is_survived()
    {
        var html = InventedPage.With("12 pages,", string.Concat(Enumerable.Repeat("<i>", 5_000)) + "12 pages,");

        Assert.Contains("12 pages,", InventedPage.Parse(html).Comment, StringComparison.Ordinal);
    }
}

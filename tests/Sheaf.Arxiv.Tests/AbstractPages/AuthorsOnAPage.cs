using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.AbstractPages;

public sealed class AuthorsOnAPage
{
    [Theory]
    [InlineData("Specimen, Ada", "Ada Specimen")]
    [InlineData("Evans II, Neal J.", "Neal J. Evans II")]
    [InlineData("Example, Jr., B.", "B. Example Jr.")]
    [InlineData("Yuan, C. -P.", "C.-P. Yuan")]
    [InlineData("Méhaut{é}, Ang{é}lique", "Angélique Méhauté")]
    [InlineData("al., A. Abulencia et", "A. Abulencia")]
    [InlineData("Two, and B.", "B. Two")]
    [InlineData("H. E. S. S. Collaboration", "H.E.S.S. Collaboration")]
    [InlineData("Plato", "Plato")]
    [InlineData("Collaboration, for the WIDGET", "for the WIDGET Collaboration")]
    public void A_name_is_put_into_natural_order(string citation, string name) =>
        Assert.Equal(name, Assert.Single(Read([citation], "somebody").Authors!).Name);

    [Fact]
    public void The_colon_behind_a_collaboration_is_no_author() =>
        Assert.Equal(["NVIDIA", "A. One"], Read(["NVIDIA", ":", "One, A."], "NVIDIA: A. One").Authors!.Select(author => author.Name));

    [Fact]
    public void A_suffix_that_arXiv_takes_for_a_person_is_none() =>
        Assert.Equal(
            ["Bo Gear III", "Cy Cog"], Read(["Gear, Bo", "III", "Cog, Cy"], "Bo Gear, III, Cy Cog").Authors!.Select(author => author.Name));

    [Fact]
    public void Behind_a_bracket_too_many_the_names_are_read_on()
    {
        var record = Read(["One, A.", ")", "Lab), B. Two (Cog", "Three, C."], "A. One (Gear Inst.)), B. Two (Cog Lab), C. Three");

        Assert.Equal(["A. One", "B. Two", "C. Three"], record.Authors!.Select(author => author.Name));
    }

    [Theory]
    [InlineData("A. One (Gear Inst.), B. Two (Cog Lab)", "Gear Inst.", "Cog Lab")]
    [InlineData("A. One, B. Two (Cog Lab)", "Cog Lab", "Cog Lab")]
    [InlineData("A. One (Gear Inst.), B. Two", "Gear Inst.", "")]
    [InlineData("A.One(1), B.Two(2,1) ((1)U.N.A.M., (2) Cog Lab)", "U.N.A.M", "Cog Lab + U.N.A.M")]
    [InlineData("A. One (1), B. Two (1 &amp; 2) ((1) Gear Inst. (2) Cog Lab, Rome)", "Gear Inst", "Gear Inst + Cog Lab, Rome")]
    [InlineData("A. One (3), B. Two (1, 2) ((1) Gear Inst. (2) Cog Lab, Rome)", "Gear Inst + Cog Lab, Rome", "Gear Inst + Cog Lab, Rome")]
    [InlineData("A. One (Gear Inst. (Rome) and more), B. Two", "Gear Inst.", "")]
    [InlineData("A. One (Gear Inst. and Cog Lab), B. Two ((", "Gear Inst.,Cog Lab", "")]
    [InlineData("A. One, B. Two", "", "")]
    public void Affiliations_are_those_arXivs_own_parser_finds(string line, string first, string second)
    {
        var authors = Read(["One, A.", "Two, B."], line).Authors!;

        Assert.Equal([first, second], authors.Select(author => string.Join(" + ", author.Affiliations)));
    }

    [Fact]
    public void A_list_beyond_a_hundred_names_is_complete()
    {
        var citations = Enumerable.Range(1, 103).Select(number => $"Author{number}, A.").ToArray();
        var shown = string.Join(", ", Enumerable.Range(1, 100).Select(number => $"<a href=\"/search\">A. Author{number}</a>"));
        var line = $"""
            {shown}<script>var text = "no author";</script>
            <div id="long-author-list" style="display: none;">, <a href="/search">A. Author101</a>, <a href="/search">A. Author102</a>,
            <a href="/search">A. Author103</a>
            </div> <a href="javascript:toggle()" title="Show Entire Author List" id="toggle">et al. (3 additional authors not shown)</a>
            <noscript>&nbsp;You must enable JavaScript to view entire author list.</noscript>
            """;

        var record = Read(citations, line);

        Assert.Equal("A. Author103", record.Authors![102].Name);
        Assert.Equal(103, record.Authors.Count);
        Assert.EndsWith("A. Author100, A. Author101, A. Author102, A. Author103", record.AuthorsRaw, StringComparison.Ordinal);
    }

    private static EprintRecord Read(string[] citations, string line)
    {
        var tags = string.Concat(citations.Select(citation => $"<meta name=\"citation_author\" content=\"{citation}\" />"));
        var html = Replaced(InventedPage.Html, "<meta name=\"citation_author\"", "<meta name=\"citation_doi\"", tags);
        return InventedPage.Parse(
            Replaced(html, "<a href=\"https://arxiv.org/search/cs?query=Cog\">", "</div>", line)
                .Changed("Authors:</span>The ", "Authors:</span>"));
    }

    private static string Replaced(string html, string from, string to, string instead)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        return string.Concat(html.AsSpan(0, start), instead, html.AsSpan(html.IndexOf(to, start, StringComparison.Ordinal)));
    }
}

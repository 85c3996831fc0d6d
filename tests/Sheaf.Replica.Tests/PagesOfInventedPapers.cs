using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class PagesOfInventedPapers
{
    [Theory]
    [InlineData("2405.99901", "[Submitted on 30 Apr 2024]")]
    [InlineData(
        "2405.99902",
        """[Submitted on 30 Apr 2024 (<a href="https://arxiv.org/abs/2405.99902v1">v1</a>), last revised 13 Oct 2024 (this version, """
        + """v3)]""")]
    [InlineData(
        "2405.99902v1",
        """[Submitted on 30 Apr 2024 (this version), <em>latest version 13 Oct 2024</em> (<a """
        + """href="https://arxiv.org/abs/2405.99902v3">v3</a>)]""")]
    [InlineData(
        "2405.99902v2",
        """[Submitted on 30 Apr 2024 (<a href="https://arxiv.org/abs/2405.99902v1">v1</a>), revised 2 May 2024 (this version, v2), """
        + """<em>latest version 13 Oct 2024</em> (<a href="https://arxiv.org/abs/2405.99902v3">v3</a>)]""")]
    public async Task The_dateline_tells_which_version_this_is(string name, string dateline)
    {
        Assert.Equal(dateline, (await PartsAsync(name))["dateline"]);
    }

    [Fact]
    public async Task The_history_lists_every_version_with_its_size()
    {
        var history = (await PartsAsync("2405.99902v2"))["history"];

        Assert.Contains("From: Ada Specimen [", history, StringComparison.Ordinal);
        Assert.Contains(
            """<strong><a href="/abs/2405.99902v1" rel="nofollow">[v1]</a></strong> Tue, 30 Apr 2024 21:20:17 UTC (3,012 KB)<br/> """
            + """<strong>[v2]</strong> Thu, 2 May 2024 01:29:17 UTC (13,017 KB)<br/>""",
            history,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2405.99903", ">This paper has been withdrawn by Ada Specimen<")]
    [InlineData("2405.99903v1", ">A newer version of this paper has been withdrawn by Ada Specimen<")]
    public async Task A_withdrawal_is_told_on_every_version(string name, string notice)
    {
        var parts = await PartsAsync(name);

        Assert.Contains(notice, parts["notice"], StringComparison.Ordinal);
        Assert.Equal(name.EndsWith('1'), parts["license"].Length > 0);
        Assert.Contains("21:05:31 UTC (7 KB) <em>(withdrawn)</em>", parts["history"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_keeps_the_stored_tex_and_the_body_converts_it()
    {
        var parts = await PartsAsync("2405.99905");

        Assert.Equal(
            """Erd\H{o}s gears at $\tilde{\Theta}(n)$ & the $\alpha = \beta$ case, see arXiv:2301.00001v2""", parts["citation_title"]);
        Assert.StartsWith(
            "<span class=\"descriptor\">Title:</span>Erdős gears at $\\tildeΘ(n)$ & the $α= β$ case, see <a href", parts["h1"],
            StringComparison.Ordinal);
        Assert.StartsWith(
            "For $a<b$ & G\\\"odel's $\\alpha$, code at https://github.com/acme/widget. See", parts["citation_abstract"],
            StringComparison.Ordinal);
        Assert.StartsWith(
            "<span class=\"descriptor\">Abstract:</span>For $a<b$ & Gödel's $\\alpha$, code at <a", parts["abstract"],
            StringComparison.Ordinal);
        Assert.Equal("van der Berg, José | Li Jr., Wei | Collaboration, for the WIDGET", parts["citation_author"]);
        Assert.Equal("2024/04/30", parts["citation_date"]);
    }

    [Fact]
    public async Task Addresses_in_an_abstract_hide_behind_their_links()
    {
        var text = (await PartsAsync("2405.99905"))["abstract"];

        Assert.Contains(
            """<a href="https://github.com/acme/widget" rel="external noopener nofollow" class="link-external link-https">this https """
            + """URL</a>. <br>See""", text, StringComparison.Ordinal);
        Assert.Contains(
            """<a href="http://github.com/acme/gear" rel="external noopener nofollow" class="link-external link-http">this http """
            + """URL</a> and""", text, StringComparison.Ordinal);
        Assert.Contains(
            """<a href="http://arxiv.org/abs/2301.00001" class="link-internal link-http">http://arxiv.org/abs/2301.00001</a>, """
            + """too.""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_arxivs_rows_in_arxivs_order()
    {
        var parts = await PartsAsync("2405.99905");

        Assert.Equal(
            [
                "row 0 comments mathjax Comments:", "row 1 subjects Subjects:", "row 2 msc-classes MSC classes:",
                "row 3 acm-classes ACM classes:",
                "row 4 jref Report number:", "row 5 arxivid Cite as:", "row 6 arxividv ", "row 7 arxivdoi ",
                "row 8 jref Journal reference:",
                "row 9 doi Related DOI:",
            ],
            parts.Keys.Where(part => part.StartsWith("row ", StringComparison.Ordinal)));
        Assert.Equal(
            """<span class="primary-subject">Information Theory (cs.IT)</span>; Machine Learning (stat.ML)""",
            parts["row 1 subjects Subjects:"]);
        Assert.Equal(2, parts["row 9 doi Related DOI:"].Split("data-doi=").Length - 1);
        Assert.Equal("http://creativecommons.org/licenses/by/4.0/", parts["license"]);
    }

    [Fact]
    public async Task A_paper_without_comments_has_no_row_for_them()
    {
        Assert.DoesNotContain((await PartsAsync("2405.99901")).Keys, part => part.Contains("Comments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Authors_after_the_hundredth_are_folded_but_all_are_in_the_head()
    {
        var parts = await PartsAsync("2405.99906");

        Assert.Contains(
            "Specimen100</a> <div id=\"long-author-list\" style=\"display: none;\"> , <a", parts["authors"], StringComparison.Ordinal);
        Assert.Contains("et al. (6 additional authors not shown)</a>", parts["authors"], StringComparison.Ordinal);
        Assert.Equal(106, parts["citation_author"].Split(" | ").Length);
    }

    [Fact]
    public async Task An_old_identifier_in_its_own_archive_is_cited_without_a_category()
    {
        Assert.Equal(
            """<span class="arxivid"><a href="https://arxiv.org/abs/hep-th/9901001">arXiv:hep-th/9901001</a></span>""",
            (await PartsAsync("hep-th/9901001"))["row 1 arxivid Cite as:"]);
    }

    private static async Task<IReadOnlyDictionary<string, string>> PartsAsync(string name)
    {
        await using var visit = await ToInventedPapersAsync();
        return PageParts.Of(await visit.TextAsync($"/abs/{name}"));
    }
}

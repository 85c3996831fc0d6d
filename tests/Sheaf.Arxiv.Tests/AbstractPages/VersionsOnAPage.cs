using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.AbstractPages;

public sealed class VersionsOnAPage
{
    private const string Latest = """(<a href="https://arxiv.org/abs/2405.99901v1">v1</a>), last revised 13 Oct 2024 (this version, v3)]""";
    private const string Notice =
        """<div id="abs"><span class="error" style="border: 2px solid grey">NOTICE withdrawn by Ada Specimen</span>""";
    private const string License =
        """<a href="http://creativecommons.org/licenses/by/4.0/" title="Rights to this article" class="has_license"><img """
        + """alt="license icon"/></a>""";

    [Theory]
    [InlineData("""(this version), <em>latest version 13 Oct 2024</em> (<a href="/abs/2405.99901v3">v3</a>)]""", 1)]
    [InlineData(
        """(<a href="/abs/2405.99901v1">v1</a>), revised 2 May 2024 (this version, v2), <em>latest version 13 Oct 2024</em> (<a """
        + """href="/abs/2405.99901v3">v3</a>)]""", 2)]
    [InlineData("""(<a href="/abs/2405.99901v1">v1</a>), last revised 13 Oct 2024 (this version, v3)]""", 3)]
    public void The_dateline_says_which_version_is_shown(string dateline, int version)
    {
        var html = InventedPage.With(Latest, dateline).Changed("(0 KB) <em>(withdrawn)</em>", "(1 KB)");

        var record = InventedPage.Parse(html);

        Assert.Equal(version, record.Version);
        Assert.Equal(3, record.LatestVersion);
        Assert.Equal(new DateTimeOffset(2024, 10, 13, 21, 5, 31, TimeSpan.Zero), record.LastSubmitted);
    }

    [Fact]
    public void A_withdrawn_version_is_withdrawn_and_has_no_licence()
    {
        var html = InventedPage.With("13,017 KB)<br/>", "0 KB) <em>(withdrawn)</em><br/>")
            .Changed("<div id=\"abs\">", Notice.Changed("NOTICE", "This paper has been"))
            .Changed(License, "<div hidden>No license for this version due to withdrawn</div>");

        var record = InventedPage.Parse(html);

        Assert.True(record.Withdrawn);
        Assert.Equal("", record.License);
    }

    [Fact]
    public void A_notice_that_a_newer_version_is_withdrawn_does_not_concern_the_version_shown()
    {
        var record = InventedPage.Parse(
            InventedPage.With("<div id=\"abs\">", Notice.Changed("NOTICE", "A newer version of this paper has been")));

        Assert.False(record.Withdrawn);
    }

    [Fact]
    public void What_a_submitter_is_called_is_not_taken_for_a_version()
    {
        var record = InventedPage.Parse(InventedPage.With("From: Ada Specimen", "From: [v1] Mon, 1 Jan 2024 00:00:00 UTC (1 KB)"));

        Assert.Equal(3, record.Versions!.Count);
        Assert.Equal(30, record.FirstSubmitted!.Value.Day);
    }

    [Fact]
    public void A_page_of_the_older_layout_is_read_alike()
    {
        var html = InventedPage.With("[Submitted on", "(Submitted on").Changed("(this version, v3)]", "(this version, v3))")
            .Changed("<strong>", "<b>").Changed("</strong>", "</b>").Changed(" UTC ", " GMT ")
            .Changed("(3,012 KB)", " (3012kb,D)").Changed("(0 KB) <em>(withdrawn)</em>", " (0kb,I)").Changed("(13,017 KB)", " (13017kb)")
            .Changed("<abbr title=\"Digital Object Identifier\">Related DOI</abbr>:", "DOI:");

        var record = InventedPage.Parse(html);

        Assert.Equal(InventedPage.Parse(InventedPage.Html).Versions, record.Versions);
        Assert.Equal(3, record.Version);
        Assert.Equal(["10.1000/gears.2024.1", "10.1000/gears.2024.1e"], record.Dois);
    }
}

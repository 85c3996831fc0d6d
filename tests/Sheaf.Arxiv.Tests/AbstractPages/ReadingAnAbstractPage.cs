using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.AbstractPages;

public sealed class ReadingAnAbstractPage
{
    private readonly EprintRecord _record = InventedPage.Parse(InventedPage.Html);

    [Fact]
    public void A_page_says_which_e_print_and_version_it_shows()
    {
        Assert.Equal(ArxivIdentifier.Parse("2405.99901"), _record.Identifier);
        Assert.Equal(RecordSource.Page, _record.Source);
        Assert.Equal(3, _record.Version);
        Assert.Equal(3, _record.LatestVersion);
    }

    [Fact]
    public void The_title_keeps_its_TeX() => Assert.Equal("""Widgets \& G\"odel gears: $\alpha < k$ steps""", _record.Title);

    [Fact]
    public void The_abstract_has_the_TeX_of_the_head_and_the_paragraphs_of_the_body() => Assert.Equal(
        """
        We ask what \L{} ukasz gears with $\alpha < k$ do, "exactly".
        They turn. Erd\H{o}s's widget (https://widget.example/src) is na\"ive; it stops.
        """,
        _record.Abstract);

    [Fact]
    public void Authors_have_suffixes_particles_and_collaborations_in_natural_order() =>
        Assert.Equal(
            ["The Cog Collaboration", "José van der Berg", "W.-D. Li Jr.", "Ada Specimen"], _record.Authors!.Select(author => author.Name));

    [Fact]
    public void Numbered_affiliations_are_resolved_and_hold_for_the_authors_before_but_not_for_a_collaboration() =>
        Assert.Equal(["", "Gear Inst + Cog Lab, Zürich", "Gear Inst + Cog Lab, Zürich", "Cog Lab, Zürich"], AffiliationsOf(_record));

    [Fact]
    public void The_author_line_is_kept_whole() => Assert.Equal(
        "The Cog Collaboration: José van der Berg, W.-D. Li Jr. (1 and 2), Ada Specimen (2) ((1) Gear Inst., (2) Cog Lab, Zürich)",
        _record.AuthorsRaw);

    [Fact]
    public void Categories_come_with_the_primary_first() => Assert.Equal(["cs.CL", "eess.SY", "hep-th"], _record.Categories);

    [Fact]
    public void Links_in_the_comment_become_what_the_author_wrote() =>
        Assert.Equal(
            "12 pages, see https://widget.example/~ada, arXiv:2301.99901 and doi:10.1000/gears.7; uses gears.sty", _record.Comment);

    [Fact]
    public void Report_number_and_journal_reference_are_told_apart_though_their_cells_are_of_one_class()
    {
        Assert.Equal("ACME-24-001", _record.ReportNumber);
        Assert.Equal("J. Gears 12 (2024) 1-9", _record.JournalRef);
    }

    [Fact]
    public void Several_DOIs_are_several_and_arXivs_own_is_none_of_them() =>
        Assert.Equal(["10.1000/gears.2024.1", "10.1000/gears.2024.1e"], _record.Dois);

    [Theory]
    [InlineData("10.1002/andp.1;", "10.1002/andp.2")]
    [InlineData("10.1002/andp.1,", "10.1002/andp.2;")]
    [InlineData("10.1002/andp.1;10.1002/andp.2", "10.1002/ANDP.1")]
    public void Separators_that_arXiv_links_along_with_DOIs_are_no_part_of_them(string first, string second)
    {
        var html = InventedPage.With("data-doi=\"10.1000/gears.2024.1\"", $"data-doi=\"{first}\"")
            .Changed("data-doi=\"10.1000/gears.2024.1e\"", $"data-doi=\"{second}\"");

        Assert.Equal(["10.1002/andp.1", "10.1002/andp.2"], InventedPage.Parse(html).Dois);
    }

    [Fact]
    public void Words_that_arXiv_takes_for_an_address_stay_words()
    {
        var html = InventedPage.With("href=\"http://gears.sty\"", "href=\"http://P.R.China\"");

        Assert.EndsWith("; uses P.R.China", InventedPage.Parse(html).Comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>License: ", "</p>")]
    [InlineData("<div><ul><li>", "</li></ul></div>")]
    public void A_licence_is_read_wherever_in_its_place_it_stands(string before, string after)
    {
        const string Link =
            "<a href=\"http://creativecommons.org/licenses/by/4.0/\" title=\"Rights to this article\" class=\"has_license\"><img "
            + "alt=\"license icon\"/></a>";

        Assert.Equal(
            "http://creativecommons.org/licenses/by/4.0/", InventedPage.Parse(InventedPage.With(Link, before + Link + after)).License);
    }

    [Fact]
    public void What_arXiv_could_not_link_as_a_DOI_is_kept_without_the_tooltip_beside_it()
    {
        var start = InventedPage.Html.IndexOf("<a href=\"https://doi.org/10.1000/gears.2024.1\"", StringComparison.Ordinal);
        var end = InventedPage.Html.IndexOf("<div class=\"button-and-tooltip\">", start, StringComparison.Ordinal);

        var record = InventedPage.Parse(InventedPage.Html.Remove(start, end - start).Insert(start, "doi:GEARS-1 "));

        Assert.Equal(["GEARS-1"], record.Dois);
    }

    [Fact]
    public void Classes_and_licence_are_read()
    {
        Assert.Equal("60J10", _record.MscClass);
        Assert.Equal("I.2.7; F.1", _record.AcmClass);
        Assert.Equal("http://creativecommons.org/licenses/by/4.0/", _record.License);
    }

    [Fact]
    public void The_history_has_every_version_with_its_time_size_and_withdrawal() => Assert.Equal(
        [
            new Submission(1, new DateTimeOffset(2024, 4, 30, 21, 20, 17, TimeSpan.Zero), 3012, false),
            new Submission(2, new DateTimeOffset(2024, 5, 2, 1, 29, 17, TimeSpan.Zero), 0, true),
            new Submission(3, new DateTimeOffset(2024, 10, 13, 21, 5, 31, TimeSpan.Zero), 13017, false),
        ],
        _record.Versions);

    [Theory]
    [InlineData("", "")]
    [InlineData("&nbsp;[via VTEX proxy]", "VTEX")]
    [InlineData("&nbsp;[via Bo Specimen as proxy]", "Bo Specimen")]
    [InlineData("&nbsp;[via Zoœ of the Proxy Inst.]", "Zoœ of the Proxy Inst.")]
    public void Whoever_submitted_for_the_authors_stands_behind_the_submitter(string words, string proxy) =>
        Assert.Equal(proxy, InventedPage.Parse(InventedPage.With("view email</a>]", $"view email</a>]{words}")).Proxy);

    [Fact]
    public void A_submitter_with_such_a_name_is_no_proxy() =>
        Assert.Equal("", InventedPage.Parse(InventedPage.With("From: Ada Specimen", "From: [via Ada proxy] Specimen")).Proxy);

    [Fact]
    public void First_and_last_submission_are_those_of_the_first_and_the_latest_version()
    {
        Assert.Equal(new DateTimeOffset(2024, 4, 30, 21, 20, 17, TimeSpan.Zero), _record.FirstSubmitted);
        Assert.Equal(new DateTimeOffset(2024, 10, 13, 21, 5, 31, TimeSpan.Zero), _record.LastSubmitted);
    }

    [Fact]
    public void A_version_that_was_withdrawn_in_between_does_not_make_the_one_shown_withdrawn() => Assert.False(_record.Withdrawn);

    [Fact]
    public void An_absent_row_is_the_page_saying_none()
    {
        var start = InventedPage.Html.IndexOf("<tr>\n          <td class=\"tablecell label\">Report", StringComparison.Ordinal);
        var end = InventedPage.Html.IndexOf("<tr>\n          <td class=\"tablecell label\">Cite as", StringComparison.Ordinal);

        var record = InventedPage.Parse(InventedPage.Html.Remove(start, end - start));

        Assert.Equal("", record.ReportNumber);
        Assert.Equal("J. Gears 12 (2024) 1-9", record.JournalRef);
    }

    private static IEnumerable<string> AffiliationsOf(EprintRecord record) =>
        record.Authors!.Select(author => string.Join(" + ", author.Affiliations));
}

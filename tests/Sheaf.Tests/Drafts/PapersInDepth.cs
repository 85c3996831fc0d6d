using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class PapersInDepth
{
    [Fact]
    public void All_that_is_known_stands_in_its_section() => GoldenText.Check("in-depth.md", Render(
        "- 2404.00001 ★ #glass #widgets — Mine,\n  on two lines.\n",
        Paper(
            "2404.00001", "2024-04-03T10:00:00Z", @"Widgets of \'Etienne",
            "We fold $x_1 < y$.\nThe second paragraph. Code: https://github.com/specimen/fold_it.", "Jan van der Berg", "Ada Specimen",
            "Bo Other", "Cy Third", "Di Fourth", "The WIDGET Collaboration") with
        {
            LatestVersion = 3,
            LastSubmitted = new DateTimeOffset(2025, 1, 2, 23, 0, 0, TimeSpan.Zero),
            Categories = ["cs.CL", "hep-th", "new.ONE"],
            Comment = "Accepted at ICLR 2025; 12 pages. Project page: https://fold.example.org/it, weights at "
                + "https://huggingface.co/specimen/fold",
        }));

    [Fact]
    public void The_line_in_the_list_stays() =>
        Assert.Contains(
            "\n* A Title by Specimen (30 Apr), https://arxiv.org/abs/2404.00001\n", Render("- 2404.00001 ★\n", Paper("2404.00001")),
            StringComparison.Ordinal);

    [Fact]
    public void A_withdrawn_paper_is_said_to_be_so() =>
        Assert.Contains(
            "\nVersion 1, withdrawn · ", Render("- 2404.00001 ★\n", Paper("2404.00001") with { Withdrawn = true }),
            StringComparison.Ordinal);

    [Fact]
    public void An_abstract_is_quoted_whole_and_nothing_in_it_ends_the_quotation() =>
        Assert.Contains(
            "\n\n> \\# No heading, \\`no code\\`.\n>\n> \\- No list: $\\alpha_{1}*2$ \\<!-- and no comment.\n\n<!-- write here -->",
            Render(
                "- 2404.00001 ★\n",
                Paper("2404.00001", summary: "# No heading, `no code`.\n\n- No list: $\\alpha_{1}*2$ <!-- and no comment.")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Code at https://github.com/a/b.", "https://github.com/a/b", "")]
    [InlineData("(https://github.com/a/b)", "https://github.com/a/b", "")]
    [InlineData("see https://en.example.org/wiki/Fold_(paper), and more", "", "https://en.example.org/wiki/Fold_(paper)")]
    [InlineData("github.com/a/b and www.fold.example.org", "https://github.com/a/b", "https://www.fold.example.org/")]
    [InlineData(@"\url{https://github.com/a/b\_c}", "https://github.com/a/b_c", "")]
    [InlineData(@"\href{https://fold.github.io/it}{here}", "", "https://fold.github.io/it")]
    [InlineData("https://arxiv.org/abs/2404.00002 https://doi.org/10.1/2", "", "")]
    [InlineData("HTTPS://GitHub.com/a/b, https://github.com/a/b", "https://github.com/a/b", "")]
    [InlineData("javascript:alert(1) file:///etc/passwd ftp://a.example.org", "", "")]
    [InlineData("mail me@github.com/x", "", "")]
    [InlineData("https://a.example.org/<script>", "", "https://a.example.org/")]
    public void Links_are_found_in_comment_and_abstract(string text, string code, string project)
    {
        var inComment = FoundLinks.Of(Paper("2404.00001", summary: "None.") with { Comment = text });
        var inAbstract = FoundLinks.Of(Paper("2404.00001", summary: text));

        Assert.Equal((code, project), (string.Join(' ', inComment.Code), string.Join(' ', inComment.Project)));
        Assert.Equal((code, project), (string.Join(' ', inAbstract.Code), string.Join(' ', inAbstract.Project)));
    }

    [Theory]
    [InlineData("Accepted for publication in MNRAS, 24 pages, 15 figures", "MNRAS")]
    [InlineData("12 pages, 3 figures. To appear in Phys. Rev. C", "Phys. Rev. C")]
    [InlineData("Accepted to ApJ. 11 pages, 4 figures", "ApJ")]
    [InlineData("9 pages, ApJ accepted", "ApJ")]
    [InlineData("Published as a conference paper at ICLR 2024", "ICLR 2024")]
    [InlineData("ICML 2024 (Oral); code: https://github.com/a/b", "ICML 2024")]
    [InlineData("Camera-ready version for ACL 2023. 9 pages", "ACL 2023")]
    [InlineData("17 pages, Findings of EMNLP 2023", "Findings of EMNLP 2023")]
    [InlineData("To appear in the proceedings of the Conference on Folding, Basel 2025", "Conference on Folding, Basel 2025")]
    [InlineData("Submitted to ICML 2024", null)]
    [InlineData("Under review at ICLR 2025", null)]
    [InlineData("21 pages, comments welcome", null)]
    [InlineData("Final version, matching the published paper", null)]
    public void The_venue_is_found_in_the_comment(string comment, string? venue) =>
        Assert.Equal(venue, Venue.Of(Paper("2404.00001") with { Comment = comment }));

    [Fact]
    public void A_journal_reference_goes_before_the_comment() =>
        Assert.Equal(
            "J. Fold. 3 (2024) 7",
            Venue.Of(Paper("2404.00001") with { JournalRef = "J. Fold. 3 (2024) 7", Comment = "Accepted at ICML 2024" }));

    private static string Render(string list, params Eprint[] papers) => new RoundupStyle(namesShown: 3).Render(Draft(list, papers));
}

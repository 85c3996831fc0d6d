using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

/// <summary>What papers are called in BibTeX, RIS and CSL-JSON, and where these lead.</summary>
public sealed class KeysOfPapers
{
    [Theory]
    [InlineData("Josefa Stoisser", "Sparks of Tabular Reasoning via Text2SQL", "stoisser2024sparks")]
    [InlineData("Jan van der Berg", "On the Wear of Gears", "vanderberg2024wear")]
    [InlineData("Marta R. Costa-jussà", "A Pre-training of Gears", "costajussa2024pretraining")]
    [InlineData("Jürgen Weiß", "Don't Stop", "weiss2024dont")]
    [InlineData("The WIDGET Collaboration", "KAN: Kolmogorov-Arnold Networks", "widgetcollaboration2024kan")]
    [InlineData("Gemma Team", "2 Gears", "gemmateam2024gears")]
    [InlineData("Bo Li", "Is That So?", "li2024is")]
    [InlineData("Bo Li", "$\\alpha$-Rank", "li2024alpha")]
    [InlineData("Bo Li", "3D Gears", "li20243d")]
    [InlineData("刘子鸣", "Gears", "arxiv2024gears")]
    [InlineData("刘子鸣", "齿轮", "arxiv2024240400001")]
    [InlineData("Иван Иванов", "Gears", "arxiv2024gears")]
    [InlineData("}{,@misc", "%#\\input{x} ~,", "misc2024input")]
    public void A_key_is_what_a_person_would_choose(string author, string title, string key) =>
        Assert.Equal(key, Only(Paper("2404.00001", title: title, authors: author)));

    [Fact]
    public void A_paper_without_authors_has_a_key() => Assert.Equal("arxiv2024title", Only(Paper("2404.00001") with { Authors = [] }));

    [Fact]
    public void Equal_keys_are_told_apart_and_a_later_paper_changes_none()
    {
        var papers = Enumerable.Range(1, 30).Select(number => One(Paper($"2404.{number:D5}"))).Reverse().ToArray();

        var (early, late) = (Keys(Of(papers[1..])), Keys(Of(papers)));

        Assert.Equal(["specimen2024title", "specimen2024titlea", "specimen2024titleb"], late.Reverse().Take(3));
        Assert.Equal(["specimen2024titleac", "specimen2024titleab"], late.Take(2));
        Assert.Equal(early, late.Skip(1));
        Assert.Equal(30, late.Distinct().Count());
    }

    [Fact]
    public void A_suffix_is_no_other_papers_key() => Assert.Equal(
        ["specimen2024titlea", "specimen2024titleb", "specimen2024title"],
        Keys(Of(One(Paper("2404.00003", title: "Titlea")), One(Paper("2404.00002")), One(Paper("2404.00001")))));

    [Fact]
    public void All_three_formats_have_the_same_and_the_setting_keeps_the_identifiers()
    {
        var draft = Of(Paper("2404.00001"));
        var old = draft with { Keys = KeyStyle.Arxiv };

        Assert.Contains("@misc{specimen2024title,\n", Render("bibtex", draft), StringComparison.Ordinal);
        Assert.Contains("ID  - specimen2024title\r\n", Render("ris", draft), StringComparison.Ordinal);
        Assert.Equal("specimen2024title", JsonElement.Parse(Render("csl-json", draft))[0].GetProperty("id").GetString());
        Assert.Contains("@misc{arXiv:2404.00001,\n", Render("bibtex", old), StringComparison.Ordinal);
        Assert.Contains("ID  - arXiv:2404.00001\r\n", Render("ris", old), StringComparison.Ordinal);
        Assert.Equal("arXiv:2404.00001", JsonElement.Parse(Render("csl-json", old))[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Formats_lead_to_the_paper_itself_unless_it_is_withdrawn()
    {
        var (there, gone) = (Of(Paper("2404.00001")), Of(Paper("2404.00001") with { Withdrawn = true }));

        Assert.Contains("UR  - https://arxiv.org/abs/2404.00001\r\nL1  - https://arxiv.org/pdf/2404.00001\r\n", Render("ris", there));
        Assert.Equal("https://arxiv.org/pdf/2404.00001", JsonElement.Parse(Render("csl-json", there))[0].GetProperty("URL").GetString());
        Assert.DoesNotContain("L1  -", Render("ris", gone), StringComparison.Ordinal);
        Assert.Equal("https://arxiv.org/abs/2404.00001", JsonElement.Parse(Render("csl-json", gone))[0].GetProperty("URL").GetString());
    }

    [Fact]
    public void A_sheet_ends_with_the_doi_of_the_eprint()
    {
        var rows = Render("csv", Of(Paper("2404.00001"))).Split("\r\n");

        Assert.EndsWith(",abstract,arxivDoi", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",10.48550/arXiv.2404.00001", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_of_the_issue_begins_no_entry() =>
        Assert.Single(BibtexReading.Read(Render("bibtex", Of(Paper("2404.00001")) with { Title = "x @misc{evil, title={a}}" })));

    private static string Only(Eprint paper) => Assert.Single(Keys(Of(paper)));

    private static IReadOnlyList<string> Keys(Draft draft)
    {
        var keys = CitationKeys.For(draft);
        return [.. draft.Papers.Select(keys.Of)];
    }
}

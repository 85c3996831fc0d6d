using System.Text;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Records that name no paper on arXiv: each says why, so that none is lost in silence.</summary>
public sealed class RecordsWithoutAPaper
{
    [Theory]
    [InlineData("title={Widgets}, doi={10.1234/2405.12345}", nameof(PaperlessReason.LeadsElsewhere), "10.1234/2405.12345")]
    [InlineData("title={Widgets}, url={https://github.com/specimen/widgets}", nameof(PaperlessReason.LeadsElsewhere),
        "https://github.com/specimen/widgets")]
    [InlineData("title={Widgets}, eprint={hal-01234567}, eprinttype={hal}", nameof(PaperlessReason.LeadsElsewhere), "hal:hal-01234567")]
    [InlineData("title={Widgets}, eprint={12345678}, eprinttype={pubmed}", nameof(PaperlessReason.LeadsElsewhere), "pubmed:12345678")]
    [InlineData(
        "title={Widgets}, url={https://t.co/AbCdEf1234}, doi={10.1234/x}", nameof(PaperlessReason.OpaqueLink), "https://t.co/AbCdEf1234")]
    [InlineData("title={Widgets}, arxiv={ask Ada}", nameof(PaperlessReason.NoIdentifier), "ask Ada")]
    [InlineData("author={Ada}, arxiv={TBD}", nameof(PaperlessReason.NoIdentifier), "TBD")]
    [InlineData("title={Widgets}, arxiv={n/a}", nameof(PaperlessReason.TitleOnly), "Widgets")]
    [InlineData("title={Widgets}, journal={Journal of Widgets}, year={2024}", nameof(PaperlessReason.TitleOnly), "Widgets")]
    [InlineData("author={Ada}", nameof(PaperlessReason.NoIdentifier), "key")]
    public void A_record_of_BibTeX_says_why(string fields, string reason, string text)
    {
        var list = Read("a.bib", $"@misc{{key, {fields}}}");

        Assert.Empty(list.Claims);
        Assert.Equal((reason, text, fields.Contains("title", StringComparison.Ordinal) ? "Widgets" : null),
            (Assert.Single(list.Paperless).Reason.ToString(), list.Paperless[0].Text, list.Paperless[0].Title));
    }

    [Theory]
    [InlineData("2404.1", "2404.10000 2404.00001")]
    [InlineData("2404.1975", "2404.19750 2404.01975")]
    [InlineData("706.0001", "0706.0001")]
    [InlineData("2505,00004", "2505.00004")]
    [InlineData("2505.O0045", "2505.00045")]
    [InlineData("2.40E+03", "")]
    public void A_damaged_identifier_is_told_with_what_it_may_mean(string written, string mayMean)
    {
        var claim = ForeignText.Only("a.csv", $"arxiv;title\n{written};Widgets\n");

        Assert.Equal((null, true, 2, "Widgets"), (claim.Id(), claim.IsEntry, claim.Line, claim.Title));
        Assert.NotNull(claim.Reference.Problem);
        Assert.Equal(mayMean, string.Join(' ', claim.Reference.MayMean));
    }

    [Fact]
    public void A_number_of_JSON_is_read_as_it_is_written() =>
        Assert.Equal("2404.10", ForeignText.Only("a.json", """[{"arxiv_id": 2404.10, "title": "Widgets"}]""").Reference.Text);

    [Theory]
    [InlineData(
        "{\"title\": \"My list\", \"version\": 3, \"papers\": [{\"title\": \"Widgets\", \"url\": \"https://arxiv.org/abs/2404.00001\"}]}")]
    [InlineData(
        "{\"title\": \"Widgets\", \"journal\": {\"title\": \"Journal of Widgets\", \"issn\": \"1234-5678\"}, \"url\": "
        + "\"https://arxiv.org/abs/2404.00001\"}")]
    [InlineData(
        "{\"paper\": {\"title\": \"Widgets\", \"id\": \"2404.00001\"}, \"submittedBy\": {\"name\": \"Ada\", \"url\": "
        + "\"https://example.org/ada\"}}")]
    public void What_is_around_a_record_or_a_part_of_it_is_not_missed(string json)
    {
        var list = Read("a.json", json);

        Assert.Equal(("2404.00001", "Widgets"), (Assert.Single(list.Listed).Id(), list.Claims[0].Title));
        Assert.Empty(list.Paperless);
    }

    [Fact]
    public void A_damaged_identifier_beside_a_good_link_is_no_question()
    {
        var claims = ForeignText.Read("a.csv",
            "arxiv,title,url\n2404.1,Widgets,https://arxiv.org/abs/2404.10000\n2404.2,Gears,https://arxiv.org/abs/2404.00009\n");

        Assert.Equal([("2404.10000", true), ("2404.00009", true), (null, false)], claims.Select(claim => (claim.Id(), claim.IsEntry)));
    }

    private static ReadList Read(string name, string text) => ListReader.ReadWhole(name, Encoding.UTF8.GetBytes(text));
}

using System.IO.Compression;
using Sheaf.Arxiv.Oai;

namespace Sheaf.Arxiv.Tests.Oai;

/// <summary>Lists as servers have answered with them.</summary>
public sealed class RecordedLists
{
    private static readonly Uri Address = new("https://oaipmh.arxiv.org/oai?verb=ListRecords");

    [Theory]
    [InlineData("arXivRaw", 1, "verb%3DListRecords%26metadataPrefix%3DarXivRaw%26from%3D2007-04-03%26skip%3D128")]
    [InlineData("arXivRaw", 4, "verb%3DListRecords%26metadataPrefix%3DarXivRaw%26from%3D2007-04-06%26skip%3D25")]
    [InlineData("arXiv", 2, null)]
    public void A_page_of_arxivs_software_is_read_with_its_token(string format, int number, string? token)
    {
        var page = Parse("oai", $"paged100-listrecords-{format}-page00{number}.xml");

        Assert.Equal(100, page.Items.Count);
        Assert.All(page.Items, item => Assert.True(item.Record is not null, $"{item.Name}: {item.Fault}"));
        Assert.True(token is null ? page.Token is { Length: > 0 } : page.Token == token);
    }

    [Fact]
    public void A_page_recorded_live_is_read_and_its_one_odd_record_named()
    {
        var page = Parse("oai-recorded", "scirate_arXivRaw_ListRecords_1000.xml.gz");

        var odd = Assert.Single(page.Items, item => item.Record is null);
        Assert.Equal(("oai:arXiv.org:0811.36489", null), (odd.Name, odd.Identifier));
        Assert.NotNull(odd.Fault);
        Assert.Equal(1000, page.Items.Count);
    }

    [Theory]
    [InlineData("err-bad-token", "badResumptionToken")]
    [InlineData("err-token-other-verb", "badResumptionToken")]
    [InlineData("err-token-with-arg", "badArgument")]
    [InlineData("err-bad-set", "badArgument")]
    [InlineData("err-bad-verb", "badVerb")]
    [InlineData("err-bad-prefix", "cannotDisseminateFormat")]
    public void An_error_has_its_code(string name, string code) =>
        Assert.Equal(code, Assert.Throws<OaiErrorException>(() => Parse("oai", $"{name}.xml")).Code);

    [Fact]
    public void Nothing_that_matches_is_no_error() => Assert.Empty(Parse("oai", "err-no-records-match.xml").Items);

    [Fact]
    public void Records_of_other_servers_are_named_not_read()
    {
        var page = Parse("oai-generic", "sickle_ListRecords.xml");

        Assert.NotEmpty(page.Items);
        Assert.True(page.Items[0].IsDeleted);
        Assert.Equal(new DateOnly(2011, 7, 18), page.Items[0].Datestamp);
        Assert.All(page.Items, item => Assert.Null(item.Record));
        Assert.True(Parse("oai-generic", "sickle_ListRecords4.xml").Items[0] is { Name: "", Datestamp: null, IsDeleted: true });
    }

    [Fact]
    public void What_is_no_list_says_so()
    {
        Assert.Throws<ArxivFormatException>(() => Parse("oai-generic", "sickle_ListRecordsBroken.xml"));
        Assert.Throws<ArxivFormatException>(() => Parse("oai-generic", "sickle_ListSets.xml"));
        Assert.Equal("noSetHierarchy", Assert.Throws<OaiErrorException>(() => Parse("oai-generic", "sickle_noSetHierarchy.xml")).Code);
    }

    private static OaiPage Parse(string folder, string file)
    {
        using var bytes = File.OpenRead(ReferenceData.PathOf(folder, file));
        using Stream body = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        return OaiListParser.Parse(body, Address);
    }
}


namespace Sheaf.Replica.Tests;

public sealed class ReadingACorpus
{
    private const string Line =
        """{"id":"2405.99901","title":"Gears","authors":[{"name":"Ada Specimen","affiliations":["Cog Lab"]}],"abstract":"We """
        + """turn.","categories":["cs.CL"],"firstSubmitted":"2024-04-30T21:20:17Z","sources":{"title":"page"}}""";

    [Fact]
    public void A_line_with_the_required_keys_is_a_paper_of_one_version()
    {
        var corpus = Corpus.Parse(new StringReader($"{{\"about\":\"invented\"}}\n\n{Line}\n"));

        var paper = Assert.Single(corpus.Papers).Value;
        Assert.Equal(("2405.99901", "Gears", "We turn."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal("Cog Lab", Assert.Single(Assert.Single(paper.Authors).Affiliations));
        Assert.Equal(InventedCorpus.At("2024-04-30T21:20:17Z"), paper.FirstSubmitted);
        Assert.Empty(paper.Versions);
    }

    [Fact]
    public void Every_key_of_an_export_is_read()
    {
        const string Full =
            """{"id":"2405.99901","latestVersion":2,"title":"T","authors":[],"authorsRaw":"A. One","abstract":"A","categories":["cs.CL"],"""
            + """ "primaryCategory":"cs.LG","firstSubmitted":"2024-04-30T21:20:17Z","lastSubmitted":"2024-05-01T00:00:00Z","""
            + """ "versions":[{"version":1,"submitted":"2024-04-30T21:20:17Z","sizeKb":12,"withdrawn":false},"""
            + """{"version":2,"submitted":"2024-05-01T00:00:00Z","sizeKb":null,"withdrawn":true}],"comment":"c","journalRef":"j","""
            + """ "doi":["10.1/x"],"reportNumber":"r","mscClass":"m","acmClass":"a","license":"l","withdrawn":true,"sources":{},"""
            + """ "fetched":"2024-05-02T00:00:00Z","deleted":"d","lastModified":"2024-05-03T00:00:00Z"}""";
        var paper = Corpus.Parse(new StringReader(Full)).Papers["2405.99901"];

        Assert.Equal(
            (2, "A. One", "cs.LG", "c", "j", "r", "m", "a", "l", true, "d"),
            (paper.LatestVersion, paper.AuthorsRaw, paper.PrimaryCategory, paper.Comment, paper.JournalRef, paper.ReportNumber,
                paper.MscClass, paper.AcmClass, paper.License, paper.Withdrawn, paper.Deleted));
        Assert.Equal(
            [(1, 12, false), (2, null, true)], paper.Versions.Select(version => (version.Version, version.SizeKb, version.Withdrawn)));
        Assert.Equal(["10.1/x"], paper.Doi);
        Assert.Equal(InventedCorpus.At("2024-05-03T00:00:00Z"), paper.LastModified);
    }

    [Theory]
    [InlineData("{\"id\":", "corpus, line 2: ")]
    [InlineData("[]", "corpus, line 2: a paper is one JSON object on one line")]
    [InlineData("""{"id":"2405.99902","title":"T"}""", "corpus, line 2: the paper has no \"authors\"")]
    [InlineData(
        """{"id":"2405.9990","title":"T","authors":[],"abstract":"A","categories":["cs.CL"],"firstSubmitted":"2024-04-30T21:20:17Z"}""",
        "corpus, line 2: \"2405.9990\" is not an arXiv identifier in its canonical form")]
    [InlineData(
        """{"id":"2405.99902","title":"T","authors":[],"abstract":"A","categories":[],"firstSubmitted":"2024-04-30T21:20:17Z"}""",
        "corpus, line 2: 2405.99902 has no category")]
    [InlineData(
        """{"id":"2405.99902","title":"T","authors":[],"abstract":"A","categories":["cs.CL"],"firstSubmitted":"April"}""",
        "corpus, line 2: ")]
    [InlineData(Line, "corpus, line 2: 2405.99901 is in the corpus twice")]
    public void A_bad_line_is_named_with_its_fault(string line, string message)
    {
        var error = Assert.Throws<CorpusFormatException>(() => Corpus.Parse(new StringReader($"{Line}\n{line}\n")));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_list_of_versions_the_latest_number_counts()
    {
        var paper = InventedCorpus.Plain with { LatestVersion = 3, LastSubmitted = InventedCorpus.At("2024-05-05T05:05:05Z") };
        await using var visit = await ReplicaVisit.ToAsync(new ReplicaOptions(), paper);

        var entry = (await visit.FeedAsync("id_list=2405.99901")).Element(ReplicaVisit.AtomSpace + "entry")!;

        Assert.Equal("http://arxiv.org/abs/2405.99901v3", entry.Element(ReplicaVisit.AtomSpace + "id")!.Value);
        Assert.Equal("2024-05-05T05:05:05Z", entry.Element(ReplicaVisit.AtomSpace + "updated")!.Value);
    }
}

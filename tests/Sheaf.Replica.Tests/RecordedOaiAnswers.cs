using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

/// <summary>OAI-PMH of the replica against answers of arXiv's own code.</summary>
public sealed partial class RecordedOaiAnswers
{
    private const string Token = "verb%253DListRecords%2526metadataPrefix%253DarXiv%2526skip%253D100";

    private static readonly XNamespace s_oai = "http://www.openarchives.org/OAI/2.0/";
    private static readonly XNamespace s_raw = "http://arxiv.org/OAI/arXivRaw/";

    /// <summary>The questions behind the recorded errors: their answers name them only in part.</summary>
    public static TheoryData<string, string> Errors { get; } = new()
    {
        { "err-bad-verb", "verb=Nonsense" },
        { "err-no-verb", "" },
        { "err-repeated-verb", "verb=Identify&verb=Identify" },
        { "err-identify-arg", "verb=Identify&set=cs" },
        { "err-getrecord-missing-id", "verb=GetRecord&metadataPrefix=arXiv" },
        { "err-id-without-oai", "verb=GetRecord&identifier=0906.5132&metadataPrefix=arXiv" },
        { "err-malformed-id", "verb=GetRecord&identifier=garbage&metadataPrefix=arXiv" },
        { "err-bad-prefix-getrecord", "verb=GetRecord&identifier=oai:arXiv.org:0906.5132&metadataPrefix=marc" },
        { "err-unknown-id", "verb=GetRecord&identifier=oai:arXiv.org:0704.9999&metadataPrefix=arXiv" },
        { "err-bad-prefix", "verb=ListRecords&metadataPrefix=marc" },
        { "err-no-prefix", "verb=ListRecords" },
        { "err-bad-set", "verb=ListRecords&metadataPrefix=arXiv&set=nonsense" },
        { "err-old-style-set", "verb=ListRecords&metadataPrefix=arXiv&set=hep-th" },
        { "err-set-4-levels", "verb=ListRecords&metadataPrefix=arXiv&set=cs:cs:LG:X" },
        { "err-from-format", "verb=ListRecords&metadataPrefix=arXiv&from=2024-01-01T00:00:00Z" },
        { "err-from-junk", "verb=ListRecords&metadataPrefix=arXiv&from=junk" },
        { "err-from-too-early", "verb=ListRecords&metadataPrefix=arXiv&from=2005-09-15" },
        { "err-from-after-until", "verb=ListRecords&metadataPrefix=arXiv&from=2024-02-01&until=2024-01-01" },
        { "err-until-future", "verb=ListRecords&metadataPrefix=arXiv&until=2999-01-01" },
        { "err-unallowed-arg", "verb=ListRecords&metadataPrefix=arXiv&identifier=oai:arXiv.org:0704.0001" },
        { "err-no-records-match", "verb=ListRecords&metadataPrefix=arXiv&from=2006-12-24&until=2006-12-24" },
        { "err-bad-token", "verb=ListRecords&resumptionToken=garbage" },
        { "err-token-with-arg", $"verb=ListRecords&resumptionToken={Token}&metadataPrefix=arXiv" },
        { "err-token-other-verb", $"verb=ListIdentifiers&resumptionToken={Token}" },
        { "err-listsets-token", "verb=ListSets&resumptionToken=x" },
        { "err-bad-id-listmetadataformats", "verb=ListMetadataFormats&identifier=oai:arXiv.org:0704.9999" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_arxivs_byte_for_byte_but_for_its_time(string name, string query)
    {
        var recorded = await File.ReadAllTextAsync(ReferenceData.PathOf("oai", $"{name}.xml"), TestContext.Current.CancellationToken);
        var head = RecordedMessage.Read(ReferenceData.PathOf("oai", $"{name}.http-head"));
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync($"/oai?{query}");

        Assert.Equal(head.StartLine.Split(' ')[1], $"{(int)answer.StatusCode}");
        Assert.Equal(head.Header("Content-Type"), answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(WithoutTime(recorded), WithoutTime(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("arXivRaw")]
    [InlineData("arXiv")]
    [InlineData("oai_dc")]
    public async Task A_record_is_arxivs_element_for_element(string prefix)
    {
        foreach (var file in Directory.GetFiles(ReferenceData.PathOf("oai"), $"getrecord-{prefix}-*.xml"))
        {
            var recorded = await ReadAsync(file);
            var paper = Paper(await ReadAsync(file.Replace($"-{prefix}-", "-arXivRaw-", StringComparison.Ordinal)));
            var updated = recorded.Descendants().FirstOrDefault(element => element.Name.LocalName == "updated");
            paper = updated is null ? paper : paper with { LastModified = InventedCorpus.At(updated.Value + "Z") };
            await using var visit = await ToAsync(new ReplicaOptions(), paper);

            var answer = XElement.Parse(
                await visit.TextAsync($"/oai?verb=GetRecord&identifier=oai:arXiv.org:{paper.Id}&metadataPrefix={prefix}"));

            Assert.Equal(Comparable(recorded), Comparable(answer));
        }
    }

    [Fact]
    public async Task The_repository_describes_itself_as_arxiv_does()
    {
        await using var visit = await ToInventedPapersAsync();
        var recorded = await ReadAsync(ReferenceData.PathOf("oai", "identify.xml"));

        var answer = XElement.Parse(await visit.TextAsync("/oai?verb=Identify"));

        // But for the policies, which the replica has no business to declare.
        recorded.Descendants(s_oai + "description").Remove();
        Assert.Equal(Comparable(recorded), Comparable(answer));
    }

    [Theory]
    [InlineData("verb=ListMetadataFormats")]
    [InlineData("verb=ListMetadataFormats&identifier=oai:arXiv.org:2405.99901")]
    public async Task The_formats_are_arxivs(string query)
    {
        await using var visit = await ToInventedPapersAsync();
        var recorded = await ReadAsync(ReferenceData.PathOf("oai", "listmetadataformats.xml"));
        recorded.Descendants(s_oai + "metadataFormat").Where(format => format.Element(s_oai + "metadataPrefix")!.Value == "arXivOld")
            .Remove();

        var answer = XElement.Parse(await visit.TextAsync($"/oai?{query}"));

        Assert.Equal(
            recorded.Element(s_oai + "ListMetadataFormats")!.ToString(), answer.Element(s_oai + "ListMetadataFormats")!.ToString());
    }

    [Fact]
    public async Task The_sets_are_arxivs()
    {
        await using var visit = await ToInventedPapersAsync();
        var recorded = await ReadAsync(ReferenceData.PathOf("oai", "listsets.xml"));

        var answer = XElement.Parse(await visit.TextAsync("/oai?verb=ListSets"));

        Assert.Equal(Sets(recorded), Sets(answer));

        static IEnumerable<(string, string)> Sets(XElement document) =>
            document.Descendants(s_oai + "set")
                .Select(set => (set.Element(s_oai + "setSpec")!.Value, set.Element(s_oai + "setName")!.Value)).Order();
    }

    [Fact]
    public async Task A_list_goes_from_page_to_page_with_arxivs_tokens()
    {
        var pages = Enumerable.Range(1, 4)
            .Select(number => XElement.Load(ReferenceData.PathOf("oai", $"paged100-listrecords-arXivRaw-page00{number}.xml"))).ToList();
        var papers = pages.SelectMany(page => page.Descendants(s_oai + "record")).Select(Paper).ToList();
        var before = Enumerable.Range(1, 28)
            .Select(
                number => papers[0] with
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"0704.{9000 + number}"),
                    LastModified = InventedCorpus.At("2007-04-03T00:00:00Z"),
                });
        var inOrder = papers.Select((paper, place) => paper with { LastModified = paper.LastModified!.Value.AddSeconds(place + 1) });
        await using var visit = await ToAsync(new ReplicaOptions { RecordsPerPage = 100 }, [.. before, .. inOrder]);

        // The token that brought the first of the recorded pages.
        var token = pages[0].Element(s_oai + "request")!.Attribute("resumptionToken")!.Value;
        foreach (var recorded in pages.SkipLast(1))
        {
            var answer = XElement.Parse(await visit.TextAsync($"/oai?verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}"));

            Assert.Equal(Tokens(recorded), Tokens(answer));
            Assert.Equal(Names(recorded), Names(answer));
            token = answer.Descendants(s_oai + "resumptionToken").Single().Value;
        }

        static IEnumerable<string> Tokens(XElement page) => page.Descendants(s_oai + "resumptionToken").Select(element => element.Value);
        static IEnumerable<string> Names(XElement page) => page.Descendants(s_oai + "identifier").Select(element => element.Value);
    }

    private static async Task<XElement> ReadAsync(string file) =>
        XElement.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

    private static string WithoutTime(string document) => ResponseDate().Replace(document.ReplaceLineEndings("\n"), "<responseDate/>");

    // The replica does not know in what formats a version was submitted.
    private static string Comparable(XElement document)
    {
        document.Descendants(s_oai + "responseDate").Remove();
        document.Descendants(s_raw + "source_type").Where(type => !type.Value.Contains('I', StringComparison.Ordinal)).Remove();
        return document.ToString();
    }

    private static CorpusPaper Paper(XElement raw)
    {
        var metadata = raw.Descendants(s_raw + "arXivRaw").Single();
        return new CorpusPaper
        {
            Id = metadata.Element(s_raw + "id")!.Value,
            Title = metadata.Element(s_raw + "title")!.Value,
            AuthorsRaw = metadata.Element(s_raw + "authors")!.Value,
            Abstract = metadata.Element(s_raw + "abstract")!.Value,
            Categories = metadata.Element(s_raw + "categories")!.Value.Split(' '),
            Versions = [.. metadata.Elements(s_raw + "version").Select(Version)],
            LastModified = InventedCorpus.At(raw.Descendants(s_oai + "datestamp").Single().Value + "Z"),
            Submitter = metadata.Element(s_raw + "submitter")!.Value,
            Comment = Text("comments"),
            Proxy = Text("proxy"),
            JournalRef = Text("journal-ref"),
            Doi = Text("doi")?.Split(' ') ?? [],
            ReportNumber = Text("report-no"),
            MscClass = Text("msc-class"),
            License = Text("license"),
        };

        string? Text(string name) => metadata.Element(s_raw + name)?.Value;
    }

    private static CorpusVersion Version(XElement version)
    {
        var submitted = DateTimeOffset.ParseExact(version.Element(s_raw + "date")!.Value, "r", CultureInfo.InvariantCulture);
        return new CorpusVersion(int.Parse(version.Attribute("version")!.Value[1..], CultureInfo.InvariantCulture), submitted)
        {
            SizeKb = int.Parse(
                version.Element(s_raw + "size")!.Value.Replace("kb", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
            Withdrawn = version.Element(s_raw + "source_type")?.Value == "I",
        };
    }

    [GeneratedRegex("<responseDate>[^<]*</responseDate>")]
    private static partial Regex ResponseDate();
}

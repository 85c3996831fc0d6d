using System.Net;
using System.Xml.Linq;
using Sheaf.Replica.Faults;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class OaiOfTheReplica
{
    private static readonly XNamespace s_oai = "http://www.openarchives.org/OAI/2.0/";

    [Theory]
    [InlineData("verb=Nonsense", "badVerb", "Invalid verb provided")]
    [InlineData("", "badVerb", "Invalid verb provided")]
    [InlineData("verb=GetRecord&verb=GetRecord", "badArgument", "Duplicate parameters not allowed")]
    [InlineData("verb=Identify&from=2024-01-01", "badArgument", "No other parameters allowed for Identify")]
    [InlineData("verb=ListMetadataFormats&set=cs", "badArgument", "Parameters provided did not match expected. Expected: verb, identifier")]
    [InlineData("verb=GetRecord&identifier=oai:arXiv.org:2405.99901", "badArgument", "Expected: identifier, verb, metadataPrefix")]
    [InlineData(
        "verb=GetRecord&identifier=oai:arXiv.org:2405.99901&metadataPrefix=arXiv&set=cs", "badArgument",
        "Expected: identifier, verb, metadataPrefix")]
    [InlineData(
        "verb=GetRecord&identifier=arXiv:2405.99901&metadataPrefix=arXiv", "idDoesNotExist", "All identifiers start with: oai:arXiv.org:")]
    [InlineData("verb=GetRecord&identifier=oai:arXiv.org:2405.999&metadataPrefix=arXiv", "idDoesNotExist", "Invalid arXiv_id structure")]
    [InlineData("verb=GetRecord&identifier=oai:arXiv.org:2405.00001&metadataPrefix=arXiv", "idDoesNotExist", "Nothing found for this ID")]
    [InlineData(
        "verb=GetRecord&identifier=oai:arXiv.org:2405.99901&metadataPrefix=marc", "cannotDisseminateFormat",
        "Did not recognize requested format")]
    public async Task A_wrong_request_is_an_error_of_the_protocol_and_none_of_http(string query, string code, string reason)
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync($"/oai?{query}");

        var error = XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Element(s_oai + "error")!;
        Assert.Equal((HttpStatusCode.OK, code), (answer.StatusCode, error.Attribute("code")!.Value));
        Assert.EndsWith(reason, error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_in_the_sets_of_its_categories_and_of_their_other_names()
    {
        var paper = InventedCorpus.Plain with { Categories = ["math-ph", "cs.SY", "stat.ML", "acc-phys"] };
        await using var visit = await ToAsync(new ReplicaOptions(), paper);

        var record = await RecordAsync(visit, paper.Id, "arXivRaw");

        Assert.Equal(
            ["physics:math-ph", "math:math:MP", "cs:cs:SY", "eess:eess:SY", "stat:stat:ML", "physics:physics:acc-ph"],
            record.Descendants(s_oai + "setSpec").Select(set => set.Value));
    }

    [Fact]
    public async Task The_datestamp_is_the_day_of_the_last_change_and_created_that_of_the_current_version()
    {
        var paper = InventedCorpus.ThreeVersions with { LastModified = InventedCorpus.At("2024-11-20T23:59:59Z") };
        await using var visit = await ToAsync(new ReplicaOptions(), paper);

        var record = await RecordAsync(visit, paper.Id, "arXiv");

        Assert.Equal("2024-11-20", record.Descendants(s_oai + "datestamp").Single().Value);
        Assert.Equal("2024-10-13", record.Descendants().Single(element => element.Name.LocalName == "created").Value);
        Assert.Equal("2024-11-20", record.Descendants().Single(element => element.Name.LocalName == "updated").Value);
    }

    [Fact]
    public async Task The_acm_class_is_hidden_behind_the_msc_class()
    {
        await using var visit = await ToAsync(new ReplicaOptions(), InventedCorpus.Full, InventedCorpus.Plain with { AcmClass = "F.2.2" });

        var both = await RecordAsync(visit, InventedCorpus.Full.Id, "arXivRaw");
        var alone = await RecordAsync(visit, InventedCorpus.Plain.Id, "arXiv");

        Assert.Equal("05C85; 68R10", both.Descendants().Single(element => element.Name.LocalName == "acm-class").Value);
        Assert.Equal("None", alone.Descendants().Single(element => element.Name.LocalName == "acm-class").Value);
    }

    [Fact]
    public async Task A_deleted_paper_has_a_header_that_says_so_and_no_metadata()
    {
        await using var visit = await ToInventedPapersAsync();

        var record = await RecordAsync(visit, InventedCorpus.DeletedByArxiv.Id, "arXivRaw");

        Assert.Equal("deleted", record.Descendants(s_oai + "header").Single().Attribute("status")!.Value);
        Assert.Empty(record.Descendants(s_oai + "metadata"));
    }

    [Fact]
    public async Task Characters_that_xml_forbids_are_dropped()
    {
        await using var visit = await ToAsync(
            new ReplicaOptions(), InventedCorpus.Plain with { Title = "A <b>\u0008gear\uFFFF & \"more\"" });

        var record = await RecordAsync(visit, InventedCorpus.Plain.Id, "oai_dc");

        Assert.Equal("A <b>gear & \"more\"", record.Descendants().Single(element => element.Name.LocalName == "title").Value);
    }

    [Fact]
    public async Task It_is_logged_and_fails_like_the_query_api()
    {
        var options = new ReplicaOptions { Fault = request => request.Number == 1 ? FaultKind.Unavailable : null };
        await using var visit = await ToAsync(options, InventedCorpus.Plain);

        using var first = await visit.GetAsync("/oai?verb=Identify");
        using var second = await visit.GetAsync("/oai?verb=Identify");

        Assert.Equal([503, 200], visit.Server.Requests.Select(request => request.Status));
        Assert.All(visit.Server.Requests, request => Assert.Equal((LoggedKind.Api, "/oai?verb=Identify"), (request.Kind, request.Target)));
    }

    private static async Task<XElement> RecordAsync(ReplicaVisit visit, string id, string prefix) =>
        XElement.Parse(await visit.TextAsync($"/oai?verb=GetRecord&identifier=oai:arXiv.org:{id}&metadataPrefix={prefix}"));
}

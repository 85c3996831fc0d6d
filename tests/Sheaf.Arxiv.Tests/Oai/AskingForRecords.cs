using System.Net;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Tests.Atom;
using static Sheaf.Arxiv.Tests.Atom.ScriptedArxiv;
using static Sheaf.TestKit.InventedOaiRecords;

namespace Sheaf.Arxiv.Tests.Oai;

public sealed class AskingForRecords
{
    private static readonly string NoSuchFormat = Whole("<error code='cannotDisseminateFormat'>No.</error>");

    [Fact]
    public async Task A_format_that_is_not_available_is_followed_by_the_next()
    {
        var arxiv = new ScriptedArxiv(
            ScriptedArxiv.Answer(NoSuchFormat), ScriptedArxiv.Answer(NoSuchFormat),
            ScriptedArxiv.Answer(InventedOaiRecords.Answer(DublinCore)));

        var answer = await AskAsync(arxiv);

        Assert.Equal("Widgets and gears", Assert.IsType<OaiAnswer.Found>(answer).Record.Title);
        Assert.Equal(["arXivRaw", "arXiv", "oai_dc"], arxiv.Asked.Select(address => address.Query.Split("metadataPrefix=")[1]));
    }

    [Fact]
    public async Task Where_no_format_is_available_the_answer_says_so()
    {
        var arxiv = new ScriptedArxiv(
            ScriptedArxiv.Answer(NoSuchFormat), ScriptedArxiv.Answer(NoSuchFormat), ScriptedArxiv.Answer(NoSuchFormat));

        Assert.Equal(new OaiAnswer.FormatNotAvailable("No."), await AskAsync(arxiv));
    }

    [Theory]
    [InlineData("<error code='idDoesNotExist'/>")]
    [InlineData("<GetRecord><record><header status='deleted'/></record></GetRecord>")]
    public async Task Any_other_answer_is_final(string answer)
    {
        var arxiv = new ScriptedArxiv(ScriptedArxiv.Answer(Whole(answer)));

        Assert.IsNotType<OaiAnswer.Found>(await AskAsync(arxiv));

        Assert.Single(arxiv.Asked);
    }

    [Fact]
    public async Task A_record_of_another_e_print_is_none()
    {
        var arxiv = new ScriptedArxiv(
            ScriptedArxiv.Answer(
                InventedOaiRecords.Answer(
                    Raw.Replace("2405.99901", "2405.99902", StringComparison.Ordinal),
                    Header.Replace("2405.99901", "2405.99902", StringComparison.Ordinal))));

        var failure = await Assert.ThrowsAsync<ArxivFormatException>(() => AskAsync(arxiv));

        Assert.Equal("identifier", failure.Field);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.NotAcceptable)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_passing_status_is_arxiv_being_unavailable_until_then(HttpStatusCode status)
    {
        var refusal = ScriptedArxiv.Answer("Rate exceeded.", status, "text/plain");
        refusal.Headers.TryAddWithoutValidation("Date", "Mon, 23 Nov 2026 07:41:30 GMT");
        refusal.Headers.TryAddWithoutValidation("Retry-After", "90");

        var failure = await Assert.ThrowsAsync<ArxivUnavailableException>(() => AskAsync(new ScriptedArxiv(refusal)));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 7, 43, 0, TimeSpan.Zero), failure.NotBefore);
        Assert.Contains("'Rate exceeded.'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_asking_again_does_not_mend_is_told()
    {
        var failure = await Assert.ThrowsAsync<ArxivFormatException>(
            () => AskAsync(new ScriptedArxiv(ScriptedArxiv.Answer("<h1>Not Found</h1>", HttpStatusCode.NotFound, "text/html"))));

        Assert.Equal("status", failure.Field);
    }

    [Fact]
    public async Task A_redirect_is_followed_at_the_same_place_only()
    {
        var moved = new ScriptedArxiv(Redirect("/oai2?verb=GetRecord"), ScriptedArxiv.Answer(InventedOaiRecords.Answer(Raw)));

        Assert.IsType<OaiAnswer.Found>(await AskAsync(moved));
        Assert.Equal("https://oaipmh.arxiv.org/oai2?verb=GetRecord", moved.Asked[1].ToString());
        await Assert.ThrowsAsync<ArxivFormatException>(() => AskAsync(new ScriptedArxiv(Redirect("https://example.org/oai"))));
    }

    [Fact]
    public async Task Errors_of_the_protocol_name_the_request()
    {
        var arxiv = new ScriptedArxiv(ScriptedArxiv.Answer(Whole("<error code='badArgument'>No such argument</error>")));

        var failure = await Assert.ThrowsAsync<OaiErrorException>(() => AskAsync(arxiv));

        Assert.Equal(("badArgument", arxiv.Asked[0]), (failure.Code, failure.Address));
    }

    private static Task<OaiAnswer> AskAsync(ScriptedArxiv arxiv) =>
        new OaiClient(new HttpClient(arxiv), Options.Create(new ArxivOptions()))
            .GetAsync(ArxivIdentifier.Parse("2405.99901"), TestContext.Current.CancellationToken);
}

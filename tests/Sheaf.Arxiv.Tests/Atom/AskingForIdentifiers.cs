using System.Net;
using System.Net.Http.Headers;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using static Sheaf.Arxiv.Tests.Atom.ScriptedArxiv;
using static Sheaf.TestKit.InventedFeeds;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class AskingForIdentifiers
{
    private static readonly ArxivIdentifier[] Two = [ArxivIdentifier.Parse("2405.99902"), ArxivIdentifier.Parse("hep-th/9901999")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_request_names_each_identifier_once_and_how_many_there_are()
    {
        using var arxiv = new ScriptedArxiv(Answer(Feed(Entry())));

        var answer = await arxiv.Client().GetAsync([.. Two, Two[0]], Token);

        Assert.Equal(
            "https://export.arxiv.org/api/query?id_list=2405.99902,hep-th/9901999&max_results=2", Assert.Single(arxiv.Asked).AbsoluteUri);
        Assert.Equal(Two[0], Assert.Single(answer.Records).Key);
    }

    [Fact]
    public async Task More_than_one_request_holds_is_refused_before_asking()
    {
        using var arxiv = new ScriptedArxiv();

        await Assert.ThrowsAsync<ArgumentException>(() => arxiv.Client(batchSize: 1).GetAsync(Two, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => arxiv.Client().GetAsync([], Token));

        Assert.Empty(arxiv.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.OK)]
    public async Task An_error_feed_says_what_is_refused_whatever_the_status(HttpStatusCode status)
    {
        using var arxiv = new ScriptedArxiv(Answer(Error("incorrect id format for abc"), status));

        var error = await Assert.ThrowsAsync<AtomErrorException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Equal("abc", error.RejectedId);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "Rate exceeded.")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<html><body>Unavailable</body></html>")]
    [InlineData(HttpStatusCode.NotAcceptable, "")]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.InternalServerError, "<feed")]
    public async Task A_refusal_for_now_is_told_from_a_failure(HttpStatusCode status, string body)
    {
        using var arxiv = new ScriptedArxiv(Answer(body, status, "text/plain"));

        var failure = await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Contains(
            ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Contains(body, failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.NotBefore);
    }

    [Fact]
    public async Task A_refusal_says_how_long_it_lasts_where_arxiv_does()
    {
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var relative = Answer("", HttpStatusCode.ServiceUnavailable);
        relative.Headers.Date = noon;
        relative.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(20));
        var absolute = Answer("", HttpStatusCode.ServiceUnavailable);
        absolute.Headers.RetryAfter = new RetryConditionHeaderValue(noon);
        using var arxiv = new ScriptedArxiv(relative, absolute);

        var first = await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.Client().GetAsync(Two, Token));
        var second = await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Equal(noon.AddMinutes(20), first.NotBefore);
        Assert.Equal(noon, second.NotBefore);
    }

    [Fact]
    public async Task Forbidden_is_a_failure_of_its_own()
    {
        using var arxiv = new ScriptedArxiv(Answer("", HttpStatusCode.Forbidden));

        await Assert.ThrowsAsync<ArxivForbiddenException>(() => arxiv.Client().GetAsync(Two, Token));
    }

    [Fact]
    public async Task A_request_line_too_long_for_a_proxy_names_the_setting_that_helps()
    {
        using var arxiv = new ScriptedArxiv(Answer("Request Line is too large (4117 > 4094)", HttpStatusCode.BadRequest, "text/plain"));

        var failure = await Assert.ThrowsAsync<ArxivFormatException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Contains("Arxiv:BatchSize", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Any_other_status_is_not_what_the_api_promises(HttpStatusCode status)
    {
        using var arxiv = new ScriptedArxiv(Answer("", status));

        var failure = await Assert.ThrowsAsync<ArxivFormatException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Equal("status", failure.Field);
    }

    [Fact]
    public async Task Two_redirects_on_the_same_host_are_followed()
    {
        using var arxiv = new ScriptedArxiv(
            Redirect("/api/v2?id_list=x"), Redirect("https://export.arxiv.org/api/v3", HttpStatusCode.TemporaryRedirect),
            Answer(Feed(Entry())));

        var answer = await arxiv.Client().GetAsync(Two, Token);

        Assert.Single(answer.Records);
        Assert.Equal(["/api/query", "/api/v2", "/api/v3"], arxiv.Asked.Select(address => address.AbsolutePath));
    }

    [Fact]
    public async Task A_third_redirect_is_not_followed()
    {
        using var arxiv = new ScriptedArxiv(Redirect("/a"), Redirect("/b"), Redirect("/c"));

        await Assert.ThrowsAsync<ArxivFormatException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Equal(3, arxiv.Asked.Count);
    }

    [Theory]
    [InlineData("https://example.org/api/query")]
    [InlineData("http://export.arxiv.org/api/query")]
    [InlineData("https://export.arxiv.org:8443/api/query")]
    [InlineData("//example.org/api/query")]
    [InlineData(null)]
    public async Task A_redirect_to_another_place_is_not_followed(string? location)
    {
        using var arxiv = new ScriptedArxiv(Redirect(location));

        await Assert.ThrowsAsync<ArxivFormatException>(() => arxiv.Client().GetAsync(Two, Token));

        Assert.Single(arxiv.Asked);
    }

    [Fact]
    public async Task An_answer_cut_off_is_an_answer_to_ask_for_again()
    {
        using var arxiv = new ScriptedArxiv(Answer(Feed(Entry())[..900]));

        await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.Client().GetAsync(Two, Token));
    }

    [Fact]
    public async Task Cancellation_is_no_failure_of_arxiv()
    {
        using var arxiv = new ScriptedArxiv();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => arxiv.Client().GetAsync(Two, new CancellationToken(canceled: true)));
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.AbstractPages;

public sealed class AskingForAnAbstractPage
{
    private const string Day = "Sun, 13 Oct 2024 22:00:01 GMT";

    private static readonly ArxivIdentifier Widgets = ArxivIdentifier.Parse("2405.99901");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_found_with_the_date_to_ask_for_it_again()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.LastModified = Day;
            return context.Response.WriteAsync(InventedPage.Html);
        });

        var found = Assert.IsType<PageAnswer.Found>(await site.Client.GetAsync(Widgets, lastModified: null, Cancellation));

        Assert.Equal(Widgets, found.Record.Identifier);
        Assert.Equal("José van der Berg", found.Record.Authors![1].Name);
        Assert.Equal(Day, found.LastModified);
        Assert.Equal([("/abs/2405.99901", "")], site.Requests);
    }

    [Fact]
    public async Task The_date_is_given_back_and_an_unchanged_page_is_not_sent_again()
    {
        await using var site = await LoopbackSite.StartAsync(Answer(304));

        Assert.IsType<PageAnswer.Unchanged>(await site.Client.GetAsync(Widgets, Day, Cancellation));

        Assert.Equal([("/abs/2405.99901", Day)], site.Requests);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("Sun, 13 Oct 2024 22:00:01 GMT\r\nX-Injected: 1")]
    public async Task What_is_no_date_is_not_sent(string lastModified)
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync(InventedPage.Html));

        var found = Assert.IsType<PageAnswer.Found>(await site.Client.GetAsync(Widgets, lastModified, Cancellation));

        Assert.Null(found.LastModified);
        Assert.Equal([("/abs/2405.99901", "")], site.Requests);
    }

    [Fact]
    public async Task The_page_of_one_version_is_asked_for_by_its_number()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync(InventedPage.Html));

        var found = Assert.IsType<PageAnswer.Found>(await site.Client.GetVersionAsync(Widgets, 3, Cancellation));

        Assert.Equal(3, found.Record.Version);
        Assert.Equal([("/abs/2405.99901v3", "")], site.Requests);
    }

    [Fact]
    public async Task The_page_of_another_version_than_was_asked_for_is_refused()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync(InventedPage.Html));

        var fault = await Assert.ThrowsAsync<ArxivFormatException>(() => site.Client.GetVersionAsync(Widgets, 1, Cancellation));

        Assert.Contains("version 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_e_print_that_does_not_exist_is_told_in_arXivs_words()
    {
        await using var site = await LoopbackSite.StartAsync(
            Answer(404, "<title>[2405.99901] Article not found</title><h1>Article\n 2405.99901 not found</h1><p>Sorry.</p>"));

        Assert.Equal(new PageAnswer.NotFound("Article 2405.99901 not found"), await site.Client.GetAsync(Widgets, null, Cancellation));
    }

    [Fact]
    public async Task A_deleted_e_print_is_told_with_the_reason()
    {
        await using var site = await LoopbackSite.StartAsync(
            Answer(410, "<div><h1>Article not found</h1><p><b>The article <i>2405.99901</i> is gone.</b></p></div>"));

        Assert.Equal(new PageAnswer.Deleted("The article 2405.99901 is gone."), await site.Client.GetAsync(Widgets, null, Cancellation));
    }

    [Fact]
    public async Task A_reason_is_one_short_line_whatever_was_sent()
    {
        await using var site = await LoopbackSite.StartAsync(
            Answer(404, "<h1>" + string.Concat(Enumerable.Repeat("no such gear ", 1000)) + "</h1>"));

        var answer = Assert.IsType<PageAnswer.NotFound>(await site.Client.GetAsync(Widgets, null, Cancellation));

        Assert.InRange(answer.Reason.Length, 100, 200);
    }

    [Theory]
    [InlineData(406)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refusal_for_now_says_when_to_come_back(int status)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "Mon, 14 Oct 2024 00:00:00 GMT";
            return Answer(status)(context);
        });

        var refusal = await Assert.ThrowsAsync<ArxivUnavailableException>(() => site.Client.GetAsync(Widgets, null, Cancellation));

        Assert.Equal(new DateTimeOffset(2024, 10, 14, 0, 0, 0, TimeSpan.Zero), refusal.NotBefore);
    }

    [Fact]
    public async Task A_403_is_forbidden()
    {
        await using var site = await LoopbackSite.StartAsync(Answer(403, "Access denied"));

        var error = await Assert.ThrowsAsync<ArxivForbiddenException>(() => site.Client.GetAsync(Widgets, null, Cancellation));

        Assert.Equal(site.Client.AddressOf(Widgets), error.Address);
    }

    [Theory]
    [InlineData(304, "status")]
    [InlineData(400, "status")]
    [InlineData(204, "status")]
    [InlineData(200, "identifier")]
    public async Task Any_other_answer_is_not_of_a_known_shape(int status, string field)
    {
        await using var site = await LoopbackSite.StartAsync(
            Answer(status, status == 200 ? "<h1>Sign in to the hotel's network</h1>" : ""));

        var error = await Assert.ThrowsAsync<ArxivFormatException>(() => site.Client.GetAsync(Widgets, null, Cancellation));

        Assert.Equal(field, error.Field);
    }

    [Fact]
    public async Task The_page_of_another_e_print_is_refused()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync(InventedPage.Html));

        var error = await Assert.ThrowsAsync<ArxivFormatException>(
            () => site.Client.GetAsync(ArxivIdentifier.Parse("2405.99902"), null, Cancellation));

        Assert.Equal("identifier", error.Field);
    }

    [Fact]
    public async Task A_broken_connection_is_arXiv_unavailable()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var error = await Assert.ThrowsAsync<ArxivUnavailableException>(() => site.Client.GetAsync(Widgets, null, Cancellation));

        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task Every_request_is_marked_as_one_for_a_page()
    {
        var kinds = new List<RequestKind>();
        using var http = new HttpClient(new KindRecorder(kinds));
        var client = new AbstractPageClient(http, Options.Create(new ArxivOptions()));

        await client.GetAsync(Widgets, null, Cancellation);

        Assert.Equal([RequestKind.Page, RequestKind.Page], kinds);
    }

    private static RequestDelegate Answer(int status, string body = "") => context =>
    {
        context.Response.StatusCode = status;
        return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    /// <summary>Answers with a redirect, then with the page, and notes what the requests carried for the handlers.</summary>
    private sealed class KindRecorder(List<RequestKind> kinds) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.True(request.Options.TryGetValue(ArxivRequest.Kind, out var kind));
            kinds.Add(kind);
            var answer = new HttpResponseMessage(
                kinds.Count == 1
                    ? System.Net.HttpStatusCode.MovedPermanently
                    : System.Net.HttpStatusCode.OK)
            { Content = new StringContent(InventedPage.Html) };
            answer.Headers.Location = kinds.Count == 1 ? new Uri("/abs/2405.99901v3", UriKind.Relative) : null;
            return Task.FromResult(answer);
        }
    }
}

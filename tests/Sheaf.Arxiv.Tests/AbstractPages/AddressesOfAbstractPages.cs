using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.AbstractPages;

public sealed class AddressesOfAbstractPages
{
    private static readonly ArxivIdentifier Widgets = ArxivIdentifier.Parse("2405.99901");

    [Theory]
    [InlineData("https://arxiv.org/", "2405.99901", "https://arxiv.org/abs/2405.99901")]
    [InlineData("https://arxiv.org", "hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001")]
    [InlineData("http://127.0.0.1:8080/arxiv", "2405.99901", "http://127.0.0.1:8080/arxiv/abs/2405.99901")]
    public void A_page_is_below_the_sites_abs(string site, string identifier, string address) =>
        Assert.Equal(address, Client(site).AddressOf(ArxivIdentifier.Parse(identifier)).ToString());

    [Fact]
    public async Task A_redirect_within_the_site_is_followed_up_to_three_times()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Request.Path == "/abs/3"
            ? context.Response.WriteAsync(InventedPage.Html)
            : Redirect(
                context,
                context.Request.Path == "/abs/1" ? "2" : context.Request.Path == "/abs/2"
                    ? "/abs/3"
                    : $"http://{context.Request.Host}/abs/1"));

        Assert.IsType<PageAnswer.Found>(await site.Client.GetAsync(Widgets, null, TestContext.Current.CancellationToken));

        Assert.Equal(["/abs/2405.99901", "/abs/1", "/abs/2", "/abs/3"], site.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_fourth_redirect_is_not_followed()
    {
        await using var site = await LoopbackSite.StartAsync(context => Redirect(context, context.Request.Path + "x"));

        var error = await Assert.ThrowsAsync<ArxivFormatException>(
            () => site.Client.GetAsync(Widgets, null, TestContext.Current.CancellationToken));

        Assert.Equal("redirect", error.Field);
        Assert.Equal(4, site.Requests.Count);
    }

    [Theory]
    [InlineData("http://localhost:1/abs/2405.99901")]
    [InlineData("//127.0.0.1:1/abs/2405.99901")]
    [InlineData("https://arxiv.org/abs/2405.99901")]
    [InlineData("/e-print/2405.99901")]
    [InlineData("/abs/../user")]
    [InlineData("/abs/%2e%2e/user")]
    [InlineData("/ABS/2405.99901")]
    [InlineData("file:///abs/2405.99901")]
    [InlineData("")]
    public async Task A_redirect_to_anything_else_is_not(string location)
    {
        await using var site = await LoopbackSite.StartAsync(context => Redirect(context, location));

        var error = await Assert.ThrowsAsync<ArxivFormatException>(
            () => site.Client.GetAsync(Widgets, null, TestContext.Current.CancellationToken));

        Assert.Equal("redirect", error.Field);
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData("https://www.arxiv.org/abs/2405.99901", true)]
    [InlineData("https://export.arxiv.org/abs/2405.99901", false)]
    [InlineData("http://www.arxiv.org/abs/2405.99901", false)]
    [InlineData("https://arxiv.org:8443/abs/2405.99901", false)]
    [InlineData("https://ada@arxiv.org/abs/2405.99901", false)]
    [InlineData("https://notarxiv.org/abs/2405.99901", false)]
    [InlineData("https://www.arxiv.org/user", false)]
    public async Task ArXiv_may_send_on_to_its_other_hosts_that_allow_it(string location, bool followed)
    {
        var asked = new List<Uri>();
        using var http = new HttpClient(new Redirector(location, asked));
        var client = new AbstractPageClient(http, Options.Create(new ArxivOptions()));

        var error = await Record.ExceptionAsync(() => client.GetAsync(Widgets, null, TestContext.Current.CancellationToken));

        Assert.Equal(followed, error is null);
        Assert.Equal(followed ? 2 : 1, asked.Count);
    }

    private static AbstractPageClient Client(string site) =>
        new(new HttpClient(), Options.Create(new ArxivOptions { SiteBase = new Uri(site) }));

    private static Task Redirect(HttpContext context, string location)
    {
        context.Response.StatusCode = 301;
        if (location.Length > 0)
        {
            context.Response.Headers.Location = location;
        }

        return Task.CompletedTask;
    }

    /// <summary>Stands where the socket would be: arXiv's own hosts cannot be had on loopback.</summary>
    private sealed class Redirector(string location, List<Uri> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request.RequestUri!);
            var answer = new HttpResponseMessage(
                asked.Count == 1
                    ? System.Net.HttpStatusCode.MovedPermanently
                    : System.Net.HttpStatusCode.OK)
            { Content = new StringContent(InventedPage.Html) };
            answer.Headers.Location = asked.Count == 1 ? new Uri(location) : null;
            return Task.FromResult(answer);
        }
    }
}

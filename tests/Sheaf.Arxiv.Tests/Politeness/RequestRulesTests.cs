using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class RequestRulesTests
{
    [Theory]
    [InlineData(RequestKind.Api, "https://export.arxiv.org/api/query?id_list=2404.19756")]
    [InlineData(RequestKind.Api, "https://oaipmh.arxiv.org/oai?verb=Identify")]
    [InlineData(RequestKind.Page, "https://arxiv.org/abs/2404.19756")]
    [InlineData(RequestKind.Page, "https://www.arxiv.org/abs/2404.19756")]
    public void Each_kind_may_ask_its_own_hosts(RequestKind kind, string address)
    {
        Assert.Equal((new Uri(address), kind), Check(kind, address));
    }

    [Theory]
    [InlineData(RequestKind.Page, "https://example.org/abs/2404.19756")]
    [InlineData(RequestKind.Page, "http://arxiv.org/abs/2404.19756")]
    [InlineData(RequestKind.Page, "https://arxiv.org:8443/abs/2404.19756")]
    [InlineData(RequestKind.Page, "https://notarxiv.org/abs/2404.19756")]
    [InlineData(RequestKind.Page, "https://arxiv.org.example.org/abs/2404.19756")]
    [InlineData(RequestKind.Api, "http://export.arxiv.org/api/query")]
    [InlineData(RequestKind.Api, "https://arxiv.org/abs/2404.19756")]
    public void No_other_host_is_asked(RequestKind kind, string address)
    {
        Assert.Contains(address, Assert.Throws<InvalidOperationException>(() => Check(kind, address)).Message);
    }

    [Theory]
    [InlineData("https://arxiv.org/search/?query=x")]
    [InlineData("https://export.arxiv.org/abs/2404.19756")]
    public void A_page_closed_to_robots_is_not_asked_for(string address)
    {
        Assert.Contains("robots.txt", Assert.Throws<InvalidOperationException>(() => Check(RequestKind.Page, address)).Message);
    }

    [Fact]
    public void A_request_must_say_its_kind()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://arxiv.org/abs/2404.19756");

        Assert.Throws<InvalidOperationException>(() => RequestRules.Check(request, new ArxivOptions()));
    }

    private static (Uri Address, RequestKind Kind) Check(RequestKind kind, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(ArxivRequest.Kind, kind);
        return RequestRules.Check(request, new ArxivOptions());
    }
}

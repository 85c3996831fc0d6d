using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.AbstractPages;

namespace Sheaf.Arxiv.Tests.AbstractPages;

/// <summary>A web server on loopback that answers as a test tells it, and the client under test, pointed at it.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly SocketsHttpHandler _sockets = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;

    private LoopbackSite(WebApplication server)
    {
        _server = server;
        _http = new HttpClient(_sockets);
        Base = new Uri(server.Urls.Single());
        Client = new AbstractPageClient(_http, Options.Create(new ArxivOptions { SiteBase = Base }));
    }

    public Uri Base { get; }

    public AbstractPageClient Client { get; }

    /// <summary>The requests so far, in their order: raw target and the If-Modified-Since header, empty where there was none.</summary>
    public List<(string Target, string IfModifiedSince)> Requests { get; } = [];

    public static async Task<LoopbackSite> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        LoopbackSite? site = null;
        server.Run(context =>
        {
            site!.Requests.Add(
                (context.Features.Get<IHttpRequestFeature>()!.RawTarget, context.Request.Headers.IfModifiedSince.ToString()));
            return answer(context);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return site = new LoopbackSite(server);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _sockets.Dispose();
        await _server.DisposeAsync();
    }
}

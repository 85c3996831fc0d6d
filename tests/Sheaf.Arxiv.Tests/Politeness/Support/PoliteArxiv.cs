using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness.Support;

/// <summary>
/// The composition as <see cref="ArxivServices.AddArxiv"/> makes it, asking a server on loopback or, for fake time, a handler in its place.
/// </summary>
internal sealed class PoliteArxiv : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ServiceProvider _services;
    private readonly Uri _home;

    public PoliteArxiv(TimeProvider time, Action<ArxivOptions> configure, Uri? home = null, HttpMessageHandler? instead = null)
    {
        _home = home ?? new Uri("http://127.0.0.1:9/");
        var services = new ServiceCollection().AddSingleton(time).AddArxiv();
        services.Configure<ArxivOptions>(options =>
        {
            options.ApiBase = new Uri(_home, "api/query");
            options.OaiBase = new Uri(_home, "oai");
            options.SiteBase = _home;
            configure(options);
        });
        if (instead is not null)
        {
            services.AddHttpClient(ArxivServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => instead);
        }

        _services = services.BuildServiceProvider();
        Gate = _services.GetRequiredService<RequestGate>();
    }

    public RequestGate Gate { get; }

    public HttpClient CreateClient() => _services.GetRequiredService<IHttpClientFactory>().CreateClient(ArxivServices.HttpClientName);

    public HttpRequestMessage Request(RequestKind kind, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_home, path));
        request.Options.Set(ArxivRequest.Kind, kind);
        return request;
    }

    public async Task<HttpResponseMessage> AskAsync(RequestKind kind, string path, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        using var client = CreateClient();
        return await client.SendAsync(Request(kind, path), either.Token);
    }

    public Task<HttpResponseMessage> AskPageAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(RequestKind.Page, path, cancellationToken);

    public Task<HttpResponseMessage> AskApiAsync(CancellationToken cancellationToken) =>
        AskAsync(RequestKind.Api, "api/query?id_list=2404.00001", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // The retries wait for requests that a failed test left behind, on fake time for ever.
        await _end.CancelAsync();
        await _services.DisposeAsync();
        _end.Dispose();
    }
}

using System.Xml.Linq;

namespace Sheaf.Replica.Tests;

/// <summary>A running replica and a plain HTTP client that follows no redirect.</summary>
internal sealed class ReplicaVisit : IAsyncDisposable
{
    // The target goes out as written: odd escapes are what some tests are about.
    private static readonly UriCreationOptions s_exact = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private ReplicaVisit(ReplicaServer server)
    {
        Server = server;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.SiteBase };
    }

    public static XNamespace AtomSpace { get; } = "http://www.w3.org/2005/Atom";

    public static XNamespace ArxivExtension { get; } = "http://arxiv.org/schemas/atom";

    public static XNamespace OpenSearch { get; } = "http://a9.com/-/spec/opensearch/1.1/";

    public ReplicaServer Server { get; }

    public HttpClient Client { get; }

    public static Task<ReplicaVisit> ToInventedPapersAsync() => ToAsync(new ReplicaOptions(), [.. InventedCorpus.All]);

    public static async Task<ReplicaVisit> ToAsync(ReplicaOptions options, params CorpusPaper[] papers) =>
        new(await ReplicaServer.StartAsync(Corpus.Of(papers), options, TestContext.Current.CancellationToken));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string target, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Server.SiteBase.GetLeftPart(UriPartial.Authority) + target, s_exact));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string target, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, target, headers);

    public async Task<string> TextAsync(string target)
    {
        using var answer = await GetAsync(target);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<XElement> FeedAsync(string query) => XElement.Parse(await TextAsync($"/api/query?{query}"));

    public async Task<IReadOnlyList<string>> IdsAsync(string query) =>
        [.. (await FeedAsync(query))
            .Elements(AtomSpace + "entry").Select(entry => entry.Element(AtomSpace + "id")!.Value["http://arxiv.org/abs/".Length..])];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}

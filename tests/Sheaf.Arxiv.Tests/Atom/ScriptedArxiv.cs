using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Atom;

/// <summary>Answers each request with the next of the answers given, and remembers what was asked. A request too many fails.</summary>
internal sealed class ScriptedArxiv(params HttpResponseMessage[] answers) : HttpMessageHandler
{
    private readonly Queue<HttpResponseMessage> _answers = new(answers);

    public static readonly Uri Api = new("https://export.arxiv.org/api/query");

    public List<Uri> Asked { get; } = [];

    public static HttpResponseMessage Answer(
        string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/atom+xml") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    public static HttpResponseMessage Redirect(string? location, HttpStatusCode status = HttpStatusCode.MovedPermanently)
    {
        var answer = Answer("", status);
        answer.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return answer;
    }

    public AtomClient Client(int batchSize = 100) =>
        new(new HttpClient(this), Options.Create(new ArxivOptions { ApiBase = Api, BatchSize = batchSize }));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Assert.Equal(HttpMethod.Get, request.Method);
        Assert.True(request.Options.TryGetValue(ArxivRequest.Kind, out var kind));
        Assert.Equal(RequestKind.Api, kind);
        Asked.Add(request.RequestUri!);
        Assert.True(_answers.TryDequeue(out var answer), $"A request too many: {request.RequestUri}");
        return Task.FromResult(answer);
    }
}

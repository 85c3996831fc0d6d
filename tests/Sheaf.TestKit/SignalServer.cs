using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sheaf.TestKit;

/// <summary>A stand-in on loopback for a service that says what people noticed; it answers as the test says and keeps a log.</summary>
internal sealed class SignalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SignalRequest> _requests = [];
    private int _underWay;

    private SignalServer(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            var number = _requests.Count;
            var started = TimeProvider.System.GetTimestamp();
            var alone = Interlocked.Increment(ref _underWay) == 1;
            _requests.Enqueue(new(
                $"{context.Request.Path}{context.Request.QueryString}", $"{context.Request.Headers.UserAgent}", started, alone));
            try
            {
                await answer(context, number);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        });
    }

    public Uri Home { get; private set; } = null!;

    public IReadOnlyList<SignalRequest> Requests => [.. _requests];

    /// <param name="answer">Given the request and its number from 0.</param>
    public static async Task<SignalServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var server = new SignalServer(answer);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.Home = new Uri(addresses.Single() + "/");
        return server;
    }

    /// <summary>Answers each request with the same body.</summary>
    public static Task<SignalServer> StartAsync(string body) =>
        StartAsync((context, _) => context.Response.WriteAsync(body, context.RequestAborted));

    /// <summary>A list as the service gives it.</summary>
    public static string ListOf(params (string Paper, int Votes)[] papers) =>
        $"[{string.Join(',', papers.Select(paper => $$"""{"paper":{"id":"{{paper.Paper}}","upvotes":{{paper.Votes}} } }"""))}]";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <param name="Target">Path and query.</param>
/// <param name="UserAgent">How the asker named itself.</param>
/// <param name="Started">When it came, a timestamp of the system.</param>
/// <param name="Alone">Whether no other request was under way.</param>
internal sealed record SignalRequest(string Target, string UserAgent, long Started, bool Alone);

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sheaf.Arxiv.Tests.Politeness.Support;

/// <summary>
/// A web server on loopback that answers every request with <c>answer</c> (given the request and its number from 0) and keeps a log.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Dictionary<string, string>> _headers = [];
    private readonly ConcurrentQueue<long> _starts = [];
    private int _count;

    private LoopbackServer(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            var number = Interlocked.Increment(ref _count) - 1;
            _starts.Enqueue(TimeProvider.System.GetTimestamp());
            _headers.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
            return answer(context, number);
        });
    }

    public Uri Home { get; private set; } = null!;

    public int Count => _count;

    public IReadOnlyList<Dictionary<string, string>> Headers => [.. _headers];

    /// <summary>Times between the starts of requests that follow each other.</summary>
    public IReadOnlyList<TimeSpan> Gaps => [.. _starts.Zip(_starts.Skip(1), (one, next) => TimeProvider.System.GetElapsedTime(one, next))];

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var server = new LoopbackServer(answer);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.Home = new Uri(addresses.Single() + "/");
        return server;
    }

    public static Task<LoopbackServer> StartAsync(params int[] statuses) => StartAsync((context, number) =>
    {
        context.Response.StatusCode = number < statuses.Length ? statuses[number] : StatusCodes.Status200OK;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

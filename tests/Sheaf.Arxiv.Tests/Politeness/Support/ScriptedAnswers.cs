using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Sheaf.Arxiv.Tests.Politeness.Support;

/// <summary>
/// Stands where the socket would be: gives the answers of a script in order, then 200 for ever, each after a latency of fake time.
/// </summary>
internal sealed class ScriptedAnswers(FakeTimeProvider time, TimeSpan latency, params Func<HttpResponseMessage>[] script)
    : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<(string Path, DateTimeOffset Started, DateTimeOffset Ended)> _log = [];

    public IReadOnlyList<(string Path, DateTimeOffset Started, DateTimeOffset Ended)> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    public IReadOnlyList<TimeSpan> Gaps => [.. Log.Zip(Log.Skip(1), (one, next) => next.Started - one.Ended)];

    public static Func<HttpResponseMessage> Status(HttpStatusCode status) => () => new HttpResponseMessage(status);

    public static Func<HttpResponseMessage> Throw(Exception failure) => () => throw failure;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var started = time.GetUtcNow();
        time.Advance(latency);
        int number;
        lock (_lock)
        {
            number = _log.Count;
            _log.Add((request.RequestUri!.AbsolutePath, started, time.GetUtcNow()));
        }

        return number < script.Length
            ? script[number]()
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("fine") };
    }
}

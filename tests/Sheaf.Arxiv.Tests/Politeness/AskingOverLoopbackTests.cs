using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>The whole pipeline over real sockets on the real clock, at intervals that loopback allows.</summary>
public sealed class AskingOverLoopbackTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(150);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_of_both_kinds_share_one_connection_and_keep_their_distance()
    {
        var log = new List<(string Path, long Started, long Ended)>();
        await using var server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            var started = TimeProvider.System.GetTimestamp();
            context.Response.ContentLength = 2;
            await context.Response.WriteAsync("o", Token);
            await context.Response.Body.FlushAsync(Token);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
            lock (log)
            {
                log.Add((context.Request.Path, started, TimeProvider.System.GetTimestamp()));
            }

            await context.Response.WriteAsync("k", Token);
        });
        await using var arxiv = Arxiv(server);

        await Task.WhenAll(
            Enumerable.Range(0, 5).SelectMany(_ => new[] { arxiv.AskApiAsync(Token), arxiv.AskPageAsync("abs/2404.00001", Token) }));

        Assert.Equal(10, log.Count);
        Assert.All(log.Zip(log.Skip(1)), pair => Assert.True(pair.First.Ended <= pair.Second.Started));
        foreach (var kind in log.GroupBy(request => request.Path))
        {
            Assert.All(
                kind.Zip(kind.Skip(1)),
                pair => Assert.True(TimeProvider.System.GetElapsedTime(pair.First.Ended, pair.Second.Started) >= Interval));
        }
    }

    [Fact]
    public async Task Every_request_introduces_itself()
    {
        await using var server = await LoopbackServer.StartAsync(503);
        await using var arxiv = Arxiv(server, options => options.Contact = "editor@example.org");

        using var response = await arxiv.AskPageAsync("abs/2404.00001", Token);

        Assert.Equal(2, server.Headers.Count);
        Assert.All(server.Headers, headers =>
        {
            Assert.Equal("Sheaf/0.1.0 (mailto:editor@example.org)", headers["User-Agent"]);
            Assert.Contains("application/atom+xml", headers["Accept"], StringComparison.Ordinal);
            Assert.Contains("gzip", headers["Accept-Encoding"], StringComparison.Ordinal);
            Assert.Equal("close", headers["Connection"]);
            Assert.False(headers.ContainsKey("Cookie"));
        });
    }

    [Theory]
    [InlineData(406)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_refusal_is_waited_out(int status)
    {
        await using var server = await LoopbackServer.StartAsync(status, status);
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskApiAsync(Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(server.Gaps[0] >= FirstWait);
        Assert.True(server.Gaps[1] >= FirstWait * 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Retry_After_is_obeyed_in_seconds_and_as_a_date(bool asDate)
    {
        await using var server = await LoopbackServer.StartAsync((context, number) =>
        {
            if (number == 0)
            {
                context.Response.StatusCode = 503;
                var date = TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("R", CultureInfo.InvariantCulture);
                context.Response.Headers.RetryAfter = asDate ? date : "1";
            }

            return Task.CompletedTask;
        });
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskApiAsync(Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(Assert.Single(server.Gaps) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_Retry_After_beyond_ten_minutes_comes_back_as_it_is()
    {
        await using var server = await LoopbackServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return context.Response.WriteAsync("Rate exceeded.", Token);
        });
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskApiAsync(Token);
        await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.AskApiAsync(Token));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("Rate exceeded.", await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task A_403_ends_all_asking()
    {
        await using var server = await LoopbackServer.StartAsync(403);
        await using var arxiv = Arxiv(server);

        await Assert.ThrowsAsync<ArxivForbiddenException>(() => arxiv.AskPageAsync("abs/2404.00001", Token));
        await Assert.ThrowsAsync<ArxivForbiddenException>(() => arxiv.AskApiAsync(Token));

        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task A_redirect_is_handed_over_not_followed()
    {
        await using var server = await LoopbackServer.StartAsync((context, _) =>
        {
            context.Response.Redirect("/abs/2404.00002");
            return Task.CompletedTask;
        });
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskPageAsync("abs/2404.00001", Token);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/abs/2404.00002", response.Headers.Location?.OriginalString);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task A_cookie_is_not_taken()
    {
        await using var server = await LoopbackServer.StartAsync((context, _) =>
        {
            context.Response.Cookies.Append("browser", "1");
            return Task.CompletedTask;
        });
        await using var arxiv = Arxiv(server);

        using var first = await arxiv.AskPageAsync("abs/2404.00001", Token);
        using var second = await arxiv.AskPageAsync("abs/2404.00002", Token);

        Assert.All(server.Headers, headers => Assert.False(headers.ContainsKey("Cookie")));
    }

    [Fact]
    public async Task A_compressed_answer_arrives_unpacked()
    {
        await using var server = await LoopbackServer.StartAsync(
            (context, _) => WriteZippedAsync(context, Encoding.UTF8.GetBytes("naïve")));
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskPageAsync("abs/2404.00001", Token);

        Assert.Equal("naïve", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_fails_clearly_and_is_not_asked_for_again(bool zipped)
    {
        // Zipped it is some sixteen kilobytes on the wire: it is the unpacked size that counts.
        var body = new byte[PolitenessHandler.LongestBody + 1];
        await using var server = await LoopbackServer.StartAsync((context, _) =>
            zipped ? WriteZippedAsync(context, body) : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask());
        await using var arxiv = Arxiv(server);

        var exception = await Assert.ThrowsAsync<ArxivFormatException>(() => arxiv.AskPageAsync("abs/2404.00001", Token));

        Assert.Equal($"The answer of {server.Home}abs/2404.00001 cannot be read: body: it is longer than 16 MB", exception.Message);
        Assert.Equal(1, server.Count);
        Assert.Null(arxiv.Gate.State.UnderWay);
    }

    [Fact]
    public async Task A_body_at_the_limit_is_read()
    {
        await using var server = await LoopbackServer.StartAsync(
            (context, _) => WriteZippedAsync(context, new byte[PolitenessHandler.LongestBody]));
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskPageAsync("abs/2404.00001", Token);

        Assert.Equal(PolitenessHandler.LongestBody, (await response.Content.ReadAsByteArrayAsync(Token)).Length);
    }

    [Fact]
    public async Task A_body_of_many_pieces_is_read_as_it_was_sent_and_more_than_once()
    {
        var body = new byte[300_001];
        new Random(5).NextBytes(body);
        await using var server = await LoopbackServer.StartAsync(
            (context, _) => context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask());
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskPageAsync("abs/2404.00001", Token);
        var stream = await response.Content.ReadAsStreamAsync(Token);
        var first = new byte[body.Length];
        await stream.ReadExactlyAsync(first, Token);
        stream.Position = 131_071;
        var second = new byte[body.Length - 131_071];
        await stream.ReadExactlyAsync(second, Token);

        Assert.Equal(-1, stream.ReadByte());
        Assert.Equal(body, first);
        Assert.Equal(body[131_071..], second);
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_body_that_breaks_off_or_does_not_unpack_is_asked_for_again()
    {
        await using var server = await LoopbackServer.StartAsync(async (context, number) =>
        {
            if (number == 0)
            {
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("half", Token);
                await context.Response.Body.FlushAsync(Token);
                context.Abort();
            }
            else if (number == 1)
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.WriteAsync("this is no gzip", Token);
            }
            else
            {
                await context.Response.WriteAsync("whole", Token);
            }
        });
        await using var arxiv = Arxiv(server);

        using var response = await arxiv.AskPageAsync("abs/2404.00001", Token);

        Assert.Equal("whole", await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(3, server.Count);
    }

    [Fact]
    public async Task A_body_that_stalls_keeps_its_turn_for_a_minute_and_is_asked_for_again()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async (context, number) =>
        {
            await context.Response.WriteAsync("half of it", Token);
            await context.Response.Body.FlushAsync(Token);
            if (number == 0)
            {
                stalled.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
            }
        });
        await using var arxiv = new PoliteArxiv(time, _ => { }, server.Home);
        var page = arxiv.AskPageAsync("abs/2404.00001", Token);
        var api = arxiv.AskApiAsync(Token);
        await stalled.Task.WaitAsync(Token);

        time.Advance(PolitenessHandler.LongestAnswer - TimeSpan.FromSeconds(1));
        Assert.Equal(RequestKind.Page, arxiv.Gate.State.UnderWay);
        Assert.Equal(1, arxiv.Gate.State.Api.Waiting);
        time.Advance(TimeSpan.FromSeconds(1));
        await time.RunAsync(arxiv.Gate, page, api);

        Assert.Equal("half of it", await (await page).Content.ReadAsStringAsync(Token));
        Assert.Equal(3, server.Count);
    }

    [Fact]
    public async Task Cancelling_ends_a_running_request_at_once_and_frees_the_connection()
    {
        using var impatience = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(async (context, number) =>
        {
            if (number == 0)
            {
                await impatience.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
            }
        });
        await using var arxiv = Arxiv(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => arxiv.AskApiAsync(impatience.Token));
        using var next = await arxiv.AskApiAsync(Token);

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal(2, server.Count);
    }

    private static PoliteArxiv Arxiv(LoopbackServer server, Action<ArxivOptions>? configure = null) => new(
        TimeProvider.System,
        options =>
        {
            options.ApiInterval = options.PageInterval = Interval;
            options.BackOff = FirstWait;
            configure?.Invoke(options);
        },
        server.Home);

    private static async Task WriteZippedAsync(HttpContext context, byte[] body)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await zip.WriteAsync(body, context.RequestAborted);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>
/// A socket handler left alone sends a GET up to four times within milliseconds when its connection dies before the first byte of an
/// answer. Only a bare socket can die like that, so the server here is one.
/// </summary>
public sealed class SilentResendTests : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(150);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<long> _requests = [];

    public SilentResendTests()
    {
        _listener.Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_fresh_connection_that_dies_without_an_answer_is_one_try()
    {
        var serving = ServeAsync(_ => false);
        await using var arxiv = Arxiv();

        var exception = await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.AskApiAsync(Token));

        Assert.EndsWith(
            "did not answer (3 of 3 tries): The connection was closed before an answer came.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, arxiv.Gate.Sent(RequestKind.Api));
        await AssertSpacedAsync(serving, expected: 3);
    }

    [Fact]
    public async Task A_kept_connection_that_dies_under_the_next_request_does_not_have_it_sent_twice()
    {
        // The server ignores "Connection: close", answers the first request of a connection, and hangs up on the second.
        var serving = ServeAsync(onConnection => onConnection == 1);
        await using var arxiv = Arxiv();

        using var first = await arxiv.AskApiAsync(Token);
        using var second = await arxiv.AskApiAsync(Token);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        await AssertSpacedAsync(serving, expected: 2);
    }

    private PoliteArxiv Arxiv() => new(
        TimeProvider.System,
        options => options.ApiInterval = options.PageInterval = options.BackOff = FirstWait,
        new Uri($"http://{_listener.LocalEndpoint}/"));

    private async Task AssertSpacedAsync(Task serving, int expected)
    {
        _listener.Stop();
        await serving;
        Assert.Equal(expected, _requests.Count);
        Assert.All(
            _requests.Zip(_requests.Skip(1)),
            pair => Assert.True(TimeProvider.System.GetElapsedTime(pair.First, pair.Second) >= FirstWait));
    }

    /// <param name="answers">Given the number of the request on its connection, from 1: whether it is answered or hung up on.</param>
    private async Task ServeAsync(Func<int, bool> answers)
    {
        while (true)
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync(Token);
                await ServeAsync(connection.GetStream(), answers);
            }
            catch (IOException)
            {
                // The client hung up first.
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream, Func<int, bool> answers)
    {
        var buffer = new byte[4096];
        for (var onConnection = 1; await stream.ReadAsync(buffer, Token) > 0; onConnection++)
        {
            _requests.Add(TimeProvider.System.GetTimestamp());
            if (!answers(onConnection))
            {
                return;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), Token);
        }
    }
}

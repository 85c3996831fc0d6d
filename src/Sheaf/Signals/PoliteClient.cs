using System.Net;
using System.Runtime.CompilerServices;

namespace Sheaf.Signals;

/// <summary>
/// Asks one service for its data: one request at a time over one connection, spaced from the end of one to the start of the next, tried
/// again after a wait, and read within limits of time and size. Follows redirects on the same host alone.
/// </summary>
internal sealed class PoliteClient : IDisposable
{
    private const int MostRedirects = 3;

    private static readonly HttpRequestOptionsKey<StrongBox<bool>> Connected = new("Sheaf.Connected");

    private readonly HttpClient _http;
    private readonly string _name;
    private readonly SignalLimits _limits;
    private readonly TimeProvider _time;
    private long _next;

    /// <param name="name">Of the service, as the beginning of a sentence.</param>
    /// <param name="userAgent">How the program names itself.</param>
    /// <param name="limits">How it is asked.</param>
    /// <param name="time">What waits go by.</param>
    public PoliteClient(string name, string userAgent, SignalLimits limits, TimeProvider time)
    {
        (_name, _limits, _time) = (name, limits, time);
        _http = new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _http.DefaultRequestHeaders.ConnectionClose = true;
    }

    /// <summary>Requests sent so far, tries and redirects included.</summary>
    public int Sent { get; private set; }

    /// <summary>The body of the answer; null where the service does not take this request (400, 422).</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting and reading.</param>
    /// <exception cref="SignalUnavailableException">It refuses, or did not answer in all tries.</exception>
    public async Task<byte[]?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (body, problem, wait) = await TryAsync(address, cancellationToken);
            if (problem is null)
            {
                return body;
            }

            var isLast = attempt == _limits.Tries;
            var pause = wait ?? (_limits.FirstWait * Math.Pow(2, attempt - 1) * (1 + (Random.Shared.NextDouble() / 4)));
            if (isLast || pause > _limits.LongestWait)
            {
                throw new SignalUnavailableException($"{problem} ({(attempt == 1 ? "one try" : $"{attempt} tries")})")
                {
                    NotBefore = wait is null ? null : _time.GetUtcNow() + wait,
                };
            }

            Delay(pause);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>One try, with the redirects that it meets with.</summary>
    /// <returns>Body; or why another try is needed, and how long the service wants it to wait; or none of them: it does not take the
    /// request.</returns>
    private async Task<(byte[]? Body, string? Problem, TimeSpan? Wait)> TryAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            await TurnAsync(cancellationToken);
            try
            {
                using var limit = new CancellationTokenSource(_limits.LongestAnswer, _time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
                using var response = await SendAsync(address, either.Token);
                var wait = ServiceWishes.Wait(response, _time.GetUtcNow());
                if (IsRedirect(response.StatusCode))
                {
                    address = Follow(address, response.Headers.Location, redirects);
                    continue;
                }

                if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableContent)
                {
                    return default;
                }

                if (response.StatusCode is not HttpStatusCode.OK)
                {
                    return (null, RefuseOrExplain(response.StatusCode), wait);
                }

                var body = await ReadAsync(response.Content, either.Token);
                Delay(wait);
                return body is null ? (null, $"{_name} answered with more than {_limits.LongestBody >> 20} MB", wait)
                    : IsWebPage(body) ? (null, $"{_name} answered with a web page in place of data", wait)
                    : (body, null, null);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return (null, $"{_name} gave no whole answer within {_limits.LongestAnswer.TotalSeconds:0.#} seconds", null);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
            {
                var reason = (failure as HttpRequestException)?.InnerException?.Message ?? failure.Message;
                return (null, $"{_name} cannot be reached: {reason.TrimEnd('.')}", null);
            }
            finally
            {
                Delay(_limits.Interval);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        Sent++;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(Connected, new StrongBox<bool>());
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Null where it is longer than the limit.</summary>
    private async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int count; (count = await stream.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (body.Length + count > _limits.LongestBody)
            {
                return null;
            }

            body.Write(piece, 0, count);
        }

        return body.ToArray();
    }

    /// <summary>What another try may mend.</summary>
    /// <exception cref="SignalUnavailableException">No other try would.</exception>
    private string RefuseOrExplain(HttpStatusCode status)
    {
        var sentence = $"{_name} answered {(int)status}";
        return status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500
            ? sentence
            : throw new SignalUnavailableException(sentence);
    }

    private Uri Follow(Uri from, Uri? to, int redirects)
    {
        var target = to is null ? null : new Uri(from, to);
        var isSame = target is not null && target.IdnHost == from.IdnHost
            && ((target.Scheme == from.Scheme && target.Port == from.Port)
                || (target.Scheme == Uri.UriSchemeHttps && target.IsDefaultPort));
        return isSame && redirects < MostRedirects
            ? target!
            : throw new SignalUnavailableException(
                isSame ? $"{_name} redirects again and again" : $"{_name} redirects elsewhere, which is not followed");
    }

    /// <summary>No request starts before this time has passed, nor before the end of a longer one.</summary>
    private void Delay(TimeSpan? pause)
    {
        var until = _time.GetTimestamp() + (long)((pause ?? TimeSpan.Zero).TotalSeconds * _time.TimestampFrequency);
        _next = Math.Max(_next, until);
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        // Not by the clock, which may be set meanwhile.
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), _next);
        if (wait > _limits.LongestWait)
        {
            throw new SignalUnavailableException($"{_name} wants to be left alone") { NotBefore = _time.GetUtcNow() + wait };
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static bool IsWebPage(byte[] body) => body.AsSpan().TrimStart(" \t\r\n\ufeff"u8) is [(byte)'<', ..];

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = 1,
        PooledConnectionLifetime = TimeSpan.Zero,
        UseCookies = false,

        // Left to itself, it sends a GET again at once, up to three times, where a connection dies before the answer's first byte.
        PlaintextStreamFilter = static (context, _) =>
            context.InitialRequestMessage.Options.TryGetValue(Connected, out var connected)
                && Interlocked.Exchange(ref connected.Value, true)
                ? throw new IOException("the connection was closed before an answer came")
                : ValueTask.FromResult(context.PlaintextStream),
    };
}

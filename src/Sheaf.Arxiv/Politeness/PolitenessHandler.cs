using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// Takes each try of a request through the gate and keeps its turn until the answer has been read to its end: headers alone would free the
/// connection too early, and a body that stalls would hang its reader without limit. It stands inside the retries, so that every try is
/// spaced, and sets the wait before the next try as a hold of the gate, so that it holds everybody.
/// </summary>
internal sealed partial class PolitenessHandler(
    RequestGate gate, TimeProvider time, IOptions<ArxivOptions> options, ILogger<PolitenessHandler> logger)
    : DelegatingHandler
{
    /// <summary>Bytes of a body, decompressed. The largest honest answers are a few megabytes.</summary>
    public const int LongestBody = 16 * 1024 * 1024;

    /// <summary>From being let in to the last byte; waiting for one's turn does not count.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    /// <summary>Does not pass requests on: sent this way, they would go past the gate.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("arXiv is asked asynchronously: use SendAsync.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (address, kind) = RequestRules.Check(request, options.Value);
        await using var turn = await gate.EnterAsync(kind, cancellationToken);
        var attempt = Attempt.Begin(request);
        var started = time.GetTimestamp();
        try
        {
            var response = await AskAsync(request, cancellationToken);
            LogAnswer(address, (int)response.StatusCode, (long)time.GetElapsedTime(started).TotalMilliseconds);
            ApplyBackOff(response, address, kind, attempt.Number);
            return response;
        }
        catch (Exception failure) when (IsBrokenConnection(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer(failure, address, kind, attempt.Number);
        }
        finally
        {
            attempt.End();
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestAnswer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var response = await base.SendAsync(request, either.Token);
        try
        {
            var sent = response.Content;
            response.Content = await BodyInMemory.ReadAsync(sent, LongestBody, either.Token)
                ?? throw new ArxivFormatException("body", request.RequestUri!, $"it is longer than {LongestBody / 1024 / 1024} MB");
            sent.Dispose();
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Tells the gate what the answer asks of everybody.</summary>
    private void ApplyBackOff(HttpResponseMessage response, Uri address, RequestKind kind, int attempt)
    {
        if (response.StatusCode is HttpStatusCode.Forbidden)
        {
            response.Dispose();
            gate.Stop(address);
            LogForbidden(address);
            throw new ArxivForbiddenException(address);
        }

        if (BackOff.AsksForAnotherTry(response, kind))
        {
            var until = HoldFor(kind, RetryAfter.Wait(response, time.GetUtcNow()) ?? WaitAfter(attempt));
            LogRefusal(address, (int)response.StatusCode, attempt, BackOff.Tries, kind, until);
        }
    }

    private ArxivUnavailableException NoAnswer(Exception failure, Uri address, RequestKind kind, int attempt)
    {
        var reason = ReasonOf(failure);
        var until = HoldFor(kind, WaitAfter(attempt));
        LogNoAnswer(address, reason, attempt, BackOff.Tries, kind, until);
        var sentence = $"{address.Host} did not answer ({attempt} of {BackOff.Tries} tries): {reason}";
        return new ArxivUnavailableException(sentence, failure) { NotBefore = until };
    }

    // What the socket handler says itself of a connection that broke only tells in which of its parts it noticed.
    private static string ReasonOf(Exception failure) => failure switch
    {
        OperationCanceledException => $"no whole answer within {LongestAnswer.TotalSeconds:0} seconds",
        HttpRequestException { InnerException: IOException or AuthenticationException } => failure.InnerException.Message,
        _ => failure.Message,
    };

    private TimeSpan WaitAfter(int attempt) => BackOff.WaitAfter(attempt, options.Value.BackOff, Random.Shared.NextDouble());

    private DateTimeOffset HoldFor(RequestKind kind, TimeSpan wait)
    {
        var until = time.GetUtcNow() + wait;
        gate.Hold(kind, until);
        return until;
    }

    // A cancellation that is not the caller's is a limit of time: ours, or the socket handler's for connecting. Garbage in gzip is broken
    // data.
    private static bool IsBrokenConnection(Exception failure) =>
        failure is HttpRequestException or IOException or InvalidDataException or OperationCanceledException;

    [LoggerMessage(LogLevel.Debug, "{Address} answered {Status} in {Milliseconds} ms")]
    private partial void LogAnswer(Uri address, int status, long milliseconds);

    [LoggerMessage(LogLevel.Warning, "{Address} answered {Status} (try {Attempt} of {Tries}): no {Kind} request before {Until:u}")]
    private partial void LogRefusal(Uri address, int status, int attempt, int tries, RequestKind kind, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "{Address} did not answer: {Reason} (try {Attempt} of {Tries}): no {Kind} request before {Until:u}")]
    private partial void LogNoAnswer(Uri address, string reason, int attempt, int tries, RequestKind kind, DateTimeOffset until);

    [LoggerMessage(LogLevel.Error, "{Address} answered 403 (forbidden): all requests stop until a person has found out why")]
    private partial void LogForbidden(Uri address);
}

/// <summary>
/// One try of a request, and its right to one connection. The socket handler sends a GET again by itself, up to three times within
/// milliseconds, when a connection dies before the first byte of the answer, be it reused or fresh (so <c>Connection: close</c> does not
/// help): unseen by the gate, against all spacing. Connections are not kept, so each sending needs a new one, and a second one is not
/// given.
/// </summary>
internal sealed class Attempt
{
    private static readonly HttpRequestOptionsKey<Attempt> Key = new("Sheaf.Attempt");
    private bool _connectionSpent;

    private Attempt(int number)
    {
        Number = number;
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The next try of <paramref name="request"/>.</summary>
    public static Attempt Begin(HttpRequestMessage request)
    {
        var attempt = new Attempt(request.Options.TryGetValue(Key, out var before) ? before.Number + 1 : 1);
        request.Options.Set(Key, attempt);
        return attempt;
    }

    /// <summary>After its end an attempt gets no connection: one that is still being made would lie about for others.</summary>
    public void End() => Interlocked.Exchange(ref _connectionSpent, true);

    /// <summary>
    /// Gives a new connection to the attempt that asked for it; a <see cref="SocketsHttpHandler.PlaintextStreamFilter"/>.
    /// </summary>
    public static ValueTask<Stream> GiveConnection(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        // A request to a proxy to make a tunnel is not ours and has no attempt.
        if (context.InitialRequestMessage.Options.TryGetValue(Key, out var attempt)
            && Interlocked.Exchange(ref attempt._connectionSpent, true))
        {
            throw new IOException("The connection was closed before an answer came.");
        }

        return ValueTask.FromResult(context.PlaintextStream);
    }
}

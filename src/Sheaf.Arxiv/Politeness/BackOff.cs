using System.Net;

namespace Sheaf.Arxiv.Politeness;

/// <summary>Which answers ask for a wait, and how long it is (field guide 2.7, 14).</summary>
internal static class BackOff
{
    /// <summary>How often a request is sent in all before its failure is believed.</summary>
    public const int Tries = 3;

    /// <summary>Nobody waits longer than this for arXiv to be ready; what takes longer is for a later run.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    // A longer Retry-After is a slip of the server, and would never end for a service.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(30);

    /// <summary>arXiv says "not now": 429, 503, and 406, which its edge sends to everybody in windows of minutes to hours.</summary>
    public static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.NotAcceptable;

    /// <summary>arXiv could not answer, or would not: another try may help, after a wait.</summary>
    public static bool AsksForAnotherTry(HttpStatusCode status) => IsRefusal(status) || status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    /// <summary>Likewise, of an answer read into memory: a web page where data should be is a refusal, too, whatever its status.</summary>
    public static bool AsksForAnotherTry(HttpResponseMessage response, RequestKind kind) =>
        AsksForAnotherTry(response.StatusCode) || (response.StatusCode is HttpStatusCode.OK && kind is RequestKind.Api && WebPage.Is(response.Content));

    /// <summary>The wait after a failed try: doubling from <paramref name="first"/>, up to a quarter longer by chance, at most ten minutes.</summary>
    /// <remarks>Chance only ever adds: the first wait is one that arXiv's staff have asked for, not a middle value.</remarks>
    /// <param name="attempt">The try that failed, from 1.</param>
    /// <param name="first">The wait after the first try at the least.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan WaitAfter(int attempt, TimeSpan first, double chance)
    {
        var wait = first * Math.Pow(2, attempt - 1) * (1 + (chance / 4));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>
    /// The wait that an answer asks for by Retry-After; null without one, or where it has passed already. A date is read by the server's own
    /// clock where the answer tells it, so that ours may be wrong by minutes.
    /// </summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = Arxiv.RetryAfter.Seconds(response) ?? (header?.Date - (response.Headers.Date ?? now));
        return wait > LongestRetryAfter ? LongestRetryAfter : wait > TimeSpan.Zero ? wait : null;
    }
}

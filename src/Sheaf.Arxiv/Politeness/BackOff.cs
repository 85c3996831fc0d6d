using System.Globalization;
using System.Net;
using System.Text;

namespace Sheaf.Arxiv.Politeness;

/// <summary>Which answers ask for a wait, and how long it is (field guide 2.7, 14).</summary>
internal static class BackOff
{
    /// <summary>How often a request is sent in all before its failure is believed.</summary>
    public const int Tries = 3;

    /// <summary>Nobody waits longer than this for arXiv to be ready; what takes longer is for a later run.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>arXiv says "not now": 429, 503, and 406, which its edge sends to everybody in windows of minutes to hours.</summary>
    public static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.NotAcceptable;

    /// <summary>arXiv could not answer, or would not: another try may help, after a wait.</summary>
    public static bool AsksForAnotherTry(HttpStatusCode status) => IsRefusal(status) || status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    /// <summary>Likewise, of an answer read into memory: a web page where data should be is a refusal, too, whatever its status.</summary>
    public static bool AsksForAnotherTry(HttpResponseMessage response, RequestKind kind) =>
        AsksForAnotherTry(response.StatusCode)
            || (response.StatusCode is HttpStatusCode.OK && kind is RequestKind.Api && WebPage.Is(response.Content));

    /// <summary>
    /// The wait after a failed try: doubling from <paramref name="first"/>, up to a quarter longer by chance, at most ten minutes.
    /// </summary>
    /// <remarks>Chance only ever adds: the first wait is one that arXiv's staff have asked for, not a middle value.</remarks>
    /// <param name="attempt">The try that failed, from 1.</param>
    /// <param name="first">The wait after the first try at the least.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan WaitAfter(int attempt, TimeSpan first, double chance)
    {
        var wait = first * Math.Pow(2, attempt - 1) * (1 + (chance / 4));
        return wait < LongestWait ? wait : LongestWait;
    }
}

/// <summary>What an answer asks for by Retry-After: seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>A longer one is a slip of the server, and would never end for a service.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>
    /// The wait, 30 days at the most; null where the answer asks for none, or for one that has passed already. A date is read by the
    /// server's own clock where the answer tells it, so that ours may be wrong by minutes.
    /// </summary>
    public static TimeSpan? Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = Seconds(response) ?? (response.Headers.RetryAfter?.Date - (response.Headers.Date ?? now));
        return wait > Longest ? Longest : wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>The moment by the server's own clock; null where the answer names none.</summary>
    public static DateTimeOffset? Moment(HttpResponseMessage response) =>
        (Seconds(response), response.Headers.RetryAfter?.Date, response.Headers.Date) switch
        {
            (_, { } moment, _) => moment,

            // A date in the year 9999 and a wait of years make no moment that there is.
            ({ } wait, _, { } date) => wait < DateTimeOffset.MaxValue - date ? date + wait : DateTimeOffset.MaxValue,
            _ => null,
        };

    /// <summary>
    /// The wait in seconds, of any size: more than there is room for is the longest there is. <see cref="HttpResponseMessage"/> itself
    /// drops what is more than an <see cref="int"/> holds. Null where the answer has none.
    /// </summary>
    private static TimeSpan? Seconds(HttpResponseMessage response)
    {
        var text = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString().Trim() : "";
        return text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
    }
}

/// <summary>
/// A page for people where an answer for programs should be: what stands in front of arXiv has answered, with status 200. The interface is
/// out of order for as long as that lasts, whatever it says.
/// </summary>
internal static class WebPage
{
    // A declaration and comments may come before the element.
    private const int Beginning = 2048;

    public static bool Is(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, Beginning)]);
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var tag = text.AsSpan(at + 1);
            if (tag.StartsWith("html", StringComparison.OrdinalIgnoreCase)
                || tag.StartsWith("!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            // The first element decides: a feed may well have HTML inside of it.
            if (tag is [var first, ..] && char.IsAsciiLetter(first))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The same of an answer that has been read into memory.</summary>
    public static bool Is(HttpContent content)
    {
        var stream = content.ReadAsStream();
        var start = new byte[Beginning];
        var length = stream.ReadAtLeast(start, Beginning, throwOnEndOfStream: false);
        stream.Position = 0;
        return Is(start.AsSpan(0, length));
    }

    public static ArxivUnavailableException Instead(Uri address) =>
        new($"{address.Host} answers with a web page in place of data, so it is out of order for now ({address}).");
}

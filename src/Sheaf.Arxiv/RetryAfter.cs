using System.Globalization;

namespace Sheaf.Arxiv;

/// <summary>What an answer's Retry-After says by the server's own clock.</summary>
internal static class RetryAfter
{
    /// <summary>The moment; null where the answer names none.</summary>
    public static DateTimeOffset? Moment(HttpResponseMessage response) => (Seconds(response), response.Headers.RetryAfter?.Date, response.Headers.Date) switch
    {
        (_, { } moment, _) => moment,

        // A date in the year 9999 and a wait of years make no moment that there is.
        ({ } wait, _, { } date) => wait < DateTimeOffset.MaxValue - date ? date + wait : DateTimeOffset.MaxValue,
        _ => null,
    };

    /// <summary>
    /// The wait in seconds, of any size: more than there is room for is the longest there is. <see cref="HttpResponseMessage"/> itself drops
    /// what is more than an <see cref="int"/> holds. Null where the answer has none.
    /// </summary>
    public static TimeSpan? Seconds(HttpResponseMessage response)
    {
        var text = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString().Trim() : "";
        return text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
    }
}

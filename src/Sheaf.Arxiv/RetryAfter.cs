namespace Sheaf.Arxiv;

/// <summary>What an answer's Retry-After says by the server's own clock.</summary>
internal static class RetryAfter
{
    /// <summary>The moment; null where the answer names none.</summary>
    public static DateTimeOffset? Moment(HttpResponseMessage response) => (response.Headers.RetryAfter, response.Headers.Date) switch
    {
        ({ Date: { } moment }, _) => moment,

        // A date in the year 9999 and a wait of years make no moment that there is.
        ({ Delta: { } wait }, { } date) => wait < DateTimeOffset.MaxValue - date ? date + wait : DateTimeOffset.MaxValue,
        _ => null,
    };
}

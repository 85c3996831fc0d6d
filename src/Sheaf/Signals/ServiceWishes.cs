using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Signals;

/// <summary>For how long an answer asks that no other request follow it.</summary>
internal static partial class ServiceWishes
{
    /// <summary>Longer ones are a slip of the server.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// By Retry-After; else by <c>RateLimit</c> where nothing is left of the quota: <c>"api";r=0;t=54</c>, in older drafts
    /// <c>limit=500, remaining=0, reset=54</c> or headers of their own. Null where it asks for nothing.
    /// </summary>
    public static TimeSpan? Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date - (response.Headers.Date ?? now)) ?? UntilReset(response);
        return wait > Longest ? Longest : wait > TimeSpan.Zero ? wait : null;
    }

    private static TimeSpan? UntilReset(HttpResponseMessage response)
    {
        var together = Header(response, "RateLimit");
        var (left, reset) = together is null
            ? (Number(Header(response, "RateLimit-Remaining")), Number(Header(response, "RateLimit-Reset")))
            : (Number(Left().Match(together).Groups["n"].Value), Number(Reset().Match(together).Groups["n"].Value));
        return left == 0 && reset is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\b(r|remaining)=(?<n>\d{1,9})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Left();

    [GeneratedRegex(@"\b(t|reset)=(?<n>\d{1,9})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Reset();
}

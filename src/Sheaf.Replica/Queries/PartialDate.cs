using System.Globalization;

namespace Sheaf.Replica.Queries;

/// <summary>
/// A time of the query language, in GMT: <c>202404302359</c>, or only its beginning, down to the year. It names a minute's first second.
/// </summary>
internal static class PartialDate
{
    private const string Pattern = "yyyyMMddHHmm";

    // What a shorter text is completed with.
    private const string Beginning = "000001010000";

    /// <summary>Where a range begins.</summary>
    /// <exception cref="QueryRefusedException">It is no time; arXiv then fails.</exception>
    public static DateTimeOffset First(string text) => text.Length is 4 or 6 or 8 or 10 or 12
        && DateTimeOffset.TryParseExact(
            text + Beginning[text.Length..], Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw QueryRefusedException.Breakdown();

    /// <summary>
    /// Where a range ends: on the first second of the last minute meant. What came later in that minute lies outside, over there as here.
    /// </summary>
    /// <exception cref="QueryRefusedException">It is no time; arXiv then fails.</exception>
    public static DateTimeOffset Last(string text)
    {
        var first = First(text);
        var next = text.Length switch
        {
            4 => first.AddYears(1),
            6 => first.AddMonths(1),
            8 => first.AddDays(1),
            10 => first.AddHours(1),
            _ => first.AddMinutes(1),
        };
        return next.AddMinutes(-1);
    }
}

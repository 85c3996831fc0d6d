using System.Globalization;

namespace Sheaf.Text;

/// <summary>Numbers and times as a person reads them.</summary>
internal static class Humanize
{
    /// <summary><c>1 paper</c>, <c>59 papers</c>; <c>2 entries</c> where the plural is given.</summary>
    public static string Count(int number, string noun, string? plural = null) =>
        $"{Number(number)} {(number == 1 ? noun : plural ?? noun + "s")}";

    /// <summary><c>2404.00001, 2404.00002, 2404.00003 and 9 more</c>.</summary>
    public static string Few(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" and {Number(names.Count - 3)} more" : "");

    /// <summary><c>2,310,945</c>.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>40 s</c>, <c>25 min</c>, <c>3 h 20 min</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => $"{Math.Ceiling(span.TotalSeconds):0} s",
        { TotalMinutes: < 90 } => $"{Math.Ceiling(span.TotalMinutes):0} min",
        _ => $"{(int)span.TotalHours} h {span.Minutes} min",
    };

    /// <summary><c>12 of 59 pages, about 12 min left</c>.</summary>
    public static string Progress(int done, int planned, TimeSpan left) =>
        $"{done} of {Count(planned, "page")}{(left > TimeSpan.Zero ? $", about {Span(left)} left" : "")}";

    /// <summary>By the reader's clock: <c>14:05</c>, and where that is another day than now <c>2 May 2024 14:05</c>.</summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now)
    {
        var (then, today) = (moment.ToLocalTime(), now.ToLocalTime());
        return then.ToString(then.Date == today.Date ? "HH:mm" : "d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary><c>14:03:05 UTC+02:00</c>: by the clock of this machine, whose zone a reader elsewhere cannot guess.</summary>
    public static string Clock(DateTimeOffset moment)
    {
        var there = moment.ToLocalTime();
        return there.ToString(there.Offset == TimeSpan.Zero ? "HH:mm:ss 'UTC'" : "HH:mm:ss 'UTC'zzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The later of two moments as JSON has them; null where neither is known.</summary>
    public static string? Later(string? one, string? other) => string.CompareOrdinal(one, other) > 0 ? one : other;
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Signals;

namespace Sheaf.Signals;

/// <summary>Which days a service is asked about.</summary>
internal static class SignalDays
{
    /// <summary>After so many days the votes of a list have settled: it is asked for once more.</summary>
    public const int Settling = 10;

    /// <summary>A moment further ahead than this was written down by a clock that was wrong.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromDays(1);

    /// <summary>All days of these months that have begun, the earliest first.</summary>
    public static IReadOnlyList<DateOnly> Of(IEnumerable<Month> months, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return
        [
            .. from month in months
               from number in Enumerable.Range(0, month.LastDay.Day)
               let day = month.FirstDay.AddDays(number)
               where day <= today
               select day,
        ];
    }

    /// <summary>Those that were never read whole, and those that have settled since.</summary>
    /// <param name="days">In any order, which is kept.</param>
    /// <param name="known">How it stands with them.</param>
    /// <param name="now">The moment of the run.</param>
    public static IReadOnlyList<DateOnly> Due(IEnumerable<DateOnly> days, IEnumerable<SignalDay> known, DateTimeOffset now)
    {
        var asked = known.ToDictionary(day => day.Day, day => day.Asked);
        return [.. days.Where(day => IsDue(day, asked.GetValueOrDefault(day), now))];
    }

    private static bool IsDue(DateOnly day, DateTimeOffset? asked, DateTimeOffset now)
    {
        var settled = new DateTimeOffset(day.AddDays(Settling), TimeOnly.MinValue, TimeSpan.Zero);
        return asked is not { } last || last - now > ClockError || (last < settled && now >= settled);
    }
}

using Quartz;

namespace Sheaf.Settings;

/// <summary>A five-field cron expression in a time zone.</summary>
public static class CronSchedule
{
    public static bool IsValid(string expression) => CronExpression.TryParse(expression, CronFormat.Unix, out _);

    /// <exception cref="FormatException">The expression is not valid; see <see cref="IsValid"/>.</exception>
    public static CronExpression Of(string expression, TimeZoneInfo zone) =>
        CronExpression.Parse(expression, CronFormat.Unix).WithTimeZone(zone);

    /// <summary>The first time after <paramref name="moment"/> at which it fires; null when it never does again.</summary>
    public static DateTimeOffset? Next(string expression, TimeZoneInfo zone, DateTimeOffset moment) =>
        Of(expression, zone).GetNextValidTimeAfter(moment);
}

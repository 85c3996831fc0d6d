using System.Globalization;
using System.Text.RegularExpressions;
using Quartz;

namespace Sheaf.Settings;

/// <summary>A five-field cron expression in a time zone.</summary>
internal static partial class CronSchedule
{
    /// <summary>What the fields may hold: minute, hour, day of the month, month, day of the week.</summary>
    private static readonly (int Least, int Most)[] Ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)];

    /// <summary>From here on a day that comes at all comes within eight years, 29 February included.</summary>
    private static readonly DateTimeOffset ReferenceMoment = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <remarks>Numbers are looked at here: Quartz takes one that is out of its range for every value of the field.</remarks>
    public static bool IsValid(string expression) =>
        expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: 5 } fields
        && fields.Zip(Ranges).All(field => IsInRange(field.First, field.Second.Least, field.Second.Most))
        && CronExpression.TryParse(expression, CronFormat.Unix, out _);

    /// <summary>Whether there is any moment at which it fires; no 30 February ever comes.</summary>
    /// <exception cref="FormatException">The expression is not valid; see <see cref="IsValid"/>.</exception>
    public static bool EverComes(string expression) => Next(expression, TimeZoneInfo.Utc, ReferenceMoment) is not null;

    /// <exception cref="FormatException">The expression is not valid; see <see cref="IsValid"/>.</exception>
    public static CronExpression Of(string expression, TimeZoneInfo zone) =>
        CronExpression.Parse(expression, CronFormat.Unix).WithTimeZone(zone);

    /// <summary>The first time after <paramref name="moment"/> at which it fires; null when it never does again.</summary>
    public static DateTimeOffset? Next(string expression, TimeZoneInfo zone, DateTimeOffset moment) =>
        Of(expression, zone).GetNextValidTimeAfter(moment);

    private static bool IsInRange(string field, int least, int most) => Numbers().Matches(field).All(number =>
        int.TryParse(number.Groups["value"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= (number.Groups["step"].Success ? 1 : least) && value <= most);

    [GeneratedRegex("(?<step>/)?(?<value>[0-9]+)")]
    private static partial Regex Numbers();
}

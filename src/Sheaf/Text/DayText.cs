using System.Globalization;

namespace Sheaf.Text;

/// <summary>Days as people write them.</summary>
internal static class DayText
{
    /// <summary><c>30 Apr 2024</c>.</summary>
    public static string Short(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day in UTC of a moment, <c>30 Apr 2024</c>.</summary>
    public static string Short(DateTimeOffset moment) => Short(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary><c>30 April 2024</c>.</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

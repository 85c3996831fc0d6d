using System.Globalization;

namespace Sheaf.Drafts.Formats;

/// <summary>Moments as programs write them.</summary>
internal static class UtcText
{
    /// <summary><c>2024-04-30T12:00:00Z</c>.</summary>
    public static string Utc(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary><c>2024-04-30</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Sheaf.Replica.Text;

/// <summary>How arXiv's web software writes text and days into its pages.</summary>
internal static class Html
{
    /// <summary>Safe in text and in double-quoted attributes; quotes become numeric entities, as on arXiv.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&#34;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>Percent-encoded and safe in an attribute, as in arXiv's own addresses, which leave <c>/</c> and <c>'</c> alone.</summary>
    public static string Percent(string text) => Uri.EscapeDataString(text)
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%27", "&#39;", StringComparison.Ordinal);

    /// <summary><c>30 Apr 2024</c>, in UTC.</summary>
    public static string Day(DateTimeOffset time) => Format(time, "d MMM yyyy");

    /// <summary>A time in UTC and in English.</summary>
    public static string Format(DateTimeOffset time, string pattern) => time.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Sheaf.Arxiv;

/// <summary>An address as it is shown to people: one that names a hundred papers would hide what is said about it.</summary>
public static class ShownAddress
{
    private const int Longest = 100;

    /// <summary>The address, or its beginning and an ellipsis.</summary>
    public static string Of(Uri address)
    {
        var text = address.ToString();
        var end = char.IsHighSurrogate(text[Math.Min(text.Length, Longest - 1) - 1]) ? Longest - 2 : Longest - 1;
        return text.Length <= Longest ? text : $"{text[..end]}…";
    }
}

/// <summary>A moment as it is shown to people: <c>2024-04-30 21:20:17 UTC</c>.</summary>
internal static class ShownMoment
{
    public static string Of(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}

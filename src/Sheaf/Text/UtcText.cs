using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sheaf.Text;

/// <summary>Moments and days as programs write them: in the store, in JSON, in CSV, in feeds and in notices.</summary>
internal static class UtcText
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary><c>2024-04-30T21:20:17Z</c>. Parts of a second are cut off.</summary>
    public static string From(DateTimeOffset moment) =>
        string.Create(Format.Length - 4, moment.UtcDateTime, static (text, utc) => Write(text, utc));

    /// <inheritdoc cref="From(DateTimeOffset)"/>
    public static string? From(DateTimeOffset? moment) => moment is { } known ? From(known) : null;

    /// <summary><c>2024-04-30</c>.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="From(DateTimeOffset)"/> writes.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Reads what <see cref="Day"/> writes.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static DateOnly ParseDay(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Day"/> writes, and nothing else.</summary>
    public static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    // Digit by digit: reading a format takes several times as long, and millions are written.
    private static void Write(Span<char> text, DateTime utc)
    {
        Digits(text[..4], utc.Year);
        text[4] = text[7] = '-';
        Digits(text[5..7], utc.Month);
        Digits(text[8..10], utc.Day);
        text[10] = 'T';
        Digits(text[11..13], utc.Hour);
        text[13] = text[16] = ':';
        Digits(text[14..16], utc.Minute);
        Digits(text[17..19], utc.Second);
        text[19] = 'Z';
    }

    private static void Digits(Span<char> text, int number)
    {
        for (var at = text.Length - 1; at >= 0; at--, number /= 10)
        {
            text[at] = (char)('0' + (number % 10));
        }
    }

    /// <summary>Moments within JSON.</summary>
    internal sealed class Converter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(From(value));
    }
}

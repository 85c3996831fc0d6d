using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sheaf.Store;

/// <summary>The one spelling of a moment in the store and in its JSON: <c>2024-04-30T21:20:17Z</c>. Parts of a second are cut off.</summary>
internal static class StoredTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset moment) => string.Create(Format.Length - 4, moment.UtcDateTime, static (text, utc) => Write(text, utc));

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

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

    internal sealed class Converter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            StoredTime.Read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(StoredTime.Write(value));
    }
}

using System.Text.Json;

namespace Sheaf.Arxiv.Snapshots;

/// <summary>Texts in JSON that may be something else: what is no text is passed over.</summary>
internal static class JsonTexts
{
    /// <summary>
    /// The value of the property whose name was just read: empty for JSON's null, null where it is neither text nor null.
    /// </summary>
    public static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Here(ref reader);
    }

    /// <summary>The value at which the reader stands; read to its end.</summary>
    public static string? Here(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Null:
                return "";
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>As <see cref="Here"/>; of a list, its texts with blanks between.</summary>
    public static string? Joined(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Here(ref reader);
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(Here(ref reader) ?? "");
        }

        return string.Join(' ', texts);
    }
}

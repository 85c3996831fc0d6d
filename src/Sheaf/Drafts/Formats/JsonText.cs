using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>JSON for people to read: indented, names stay names, invisible characters are escapes.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // A file of its own, never put inside a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One document with LF line endings, ending with one newline.</summary>
    public static string Render(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            write(json);
        }

        return HarmlessJson.From(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)) + "\n";
    }

    /// <summary>Text or null. Half a character becomes the mark for what cannot be read; JSON's own writer would fail at it.</summary>
    public static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, Encoding.UTF8.GetBytes(value));
        }
    }

    /// <summary>As <see cref="Write"/>, and nothing where there is no text.</summary>
    public static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Write(json, name, value);
        }
    }

    public static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(Encoding.UTF8.GetBytes(value));
        }

        json.WriteEndArray();
    }

    public static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }
}

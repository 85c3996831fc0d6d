using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as JSON: <c>{month, title, count, inDepth: [id], sections: [{title, entries: [{id, title, authors: [name], day, link, note,
/// suggested, starred, tags: []}]}]}</c>. Titles and suggested notes keep arXiv's TeX; a day is <c>2024-04-30</c>; <c>note</c> is the
/// editor's Markdown, or the suggestion where <c>suggested</c> is true, or null.
/// </summary>
public static class DraftJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // For people to read: names stay names. It is a file of its own, never put inside a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One JSON object with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    public static string Render(Draft draft)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteString("month", draft.Month.ToString());
            json.WriteString("title", draft.Title);
            json.WriteNumber("count", draft.Count);
            WriteList(json, "inDepth", draft.InDepth.Select(entry => entry.Eprint.Identifier.ToString()));
            json.WriteStartArray("sections");
            foreach (var section in draft.Sections)
            {
                Write(json, section);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return HarmlessJson.Of(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)) + "\n";
    }

    private static void Write(Utf8JsonWriter json, DraftSection section)
    {
        json.WriteStartObject();
        json.WriteString("title", section.Title);
        json.WriteStartArray("entries");
        foreach (var entry in section.Entries)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DraftEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Eprint.Identifier.ToString());
        json.WriteString("title", PlainLine.Of(entry.Eprint.Title));
        WriteList(json, "authors", entry.Eprint.Authors.Select(author => PlainLine.Of(author.Name)));
        json.WriteString("day", entry.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("link", entry.Link);
        json.WriteString("note", entry.Note ?? entry.Suggestion);
        json.WriteBoolean("suggested", entry is { Note: null, Suggestion: not null });
        json.WriteBoolean("starred", entry.Starred);
        WriteList(json, "tags", entry.Tags);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

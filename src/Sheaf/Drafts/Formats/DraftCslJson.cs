using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Names;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as CSL-JSON, the input of programs that cite by the Citation Style Language: one item a paper, of type <c>article</c> with the
/// genre <c>preprint</c>, which is how that language has preprints.
/// </summary>
internal static class DraftCslJson
{
    /// <summary>One JSON array. A note is the editor's; suggestions are left out, the abstract being there.</summary>
    public static string Render(Draft draft) => JsonText.Render(json =>
    {
        var keys = CitationKeys.For(draft);
        json.WriteStartArray();
        foreach (var entry in draft.Papers)
        {
            Write(json, entry, keys.Of(entry));
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, DraftEntry entry, string key)
    {
        var paper = entry.Eprint;
        json.WriteStartObject();
        json.WriteString("id", key);
        json.WriteString("type", "article");
        json.WriteString("genre", "preprint");
        JsonText.Write(json, "title", PaperText.Title(paper));
        JsonText.WriteList(json, "author", PaperText.Names(paper), Write);
        WriteDay(json, entry.Day);
        json.WriteString("publisher", "arXiv");
        json.WriteString("number", PaperText.Key(paper));
        json.WriteString("DOI", PaperText.Doi(paper));
        // The DOI leads to the paper's page, so the one address that CSL has can lead to what is read.
        json.WriteString("URL", entry.Pdf ?? entry.Link);
        JsonText.WriteIfAny(json, "abstract", string.Join('\n', PaperText.Abstract(paper)));
        JsonText.WriteIfAny(
            json, "note",
            string.Join(
                '\n', new[] { NoteText.Of(entry.Note ?? ""), PaperText.Published(paper) }.Where(text => !string.IsNullOrEmpty(text))));
        JsonText.WriteIfAny(json, "keyword", string.Join(", ", entry.Tags));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PersonName name)
    {
        json.WriteStartObject();
        if (name.IsGroup)
        {
            JsonText.Write(json, "literal", name.Family);
        }
        else
        {
            JsonText.Write(json, "family", name.Family);
            JsonText.WriteIfAny(json, "given", name.Given);
            JsonText.WriteIfAny(json, "non-dropping-particle", name.Particle);
            JsonText.WriteIfAny(json, "suffix", name.Suffix);
        }

        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, DateOnly day)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(day.Year);
        json.WriteNumberValue(day.Month);
        json.WriteNumberValue(day.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

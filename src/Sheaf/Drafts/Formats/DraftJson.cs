using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as JSON: <c>{month, title, count, inDepth: [id], sections: [{title, entries: [entry]}], lateArrivals: [entry], mayHaveMissed:
/// [entry]}</c>, where an entry is <c>{id, title, authors: [name], day, link, note, suggested, starred, tags: [], primaryCategory,
/// categories: [], firstSubmitted, lastSubmitted, latestVersion, withdrawn, comment, journalRef, doi: [], abstract}</c>. Titles, abstracts
/// and suggested notes keep arXiv's TeX; a day is <c>2024-04-30</c>; <c>note</c> is the editor's Markdown, or the suggestion where
/// <c>suggested</c> is true, or null.
/// </summary>
internal static class DraftJson
{
    /// <summary>One JSON object with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    public static string Render(Draft draft) => JsonText.Render(json =>
    {
        json.WriteStartObject();
        json.WriteString("month", draft.Month.ToString());
        json.WriteString("title", draft.Title);
        json.WriteNumber("count", draft.Count);
        JsonText.WriteList(json, "inDepth", draft.InDepth.Select(entry => entry.Eprint.Identifier.ToString()));
        JsonText.WriteList(json, "sections", draft.Sections, Write);
        JsonText.WriteList(json, "lateArrivals", draft.LateArrivals, Write);
        JsonText.WriteList(json, "mayHaveMissed", draft.MayHaveMissed, Write);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, DraftSection section)
    {
        json.WriteStartObject();
        JsonText.Write(json, "title", section.Title);
        JsonText.WriteList(json, "entries", section.Entries, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DraftEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Eprint.Identifier.ToString());
        JsonText.Write(json, "title", PlainLine.Of(entry.Eprint.Title));
        JsonText.WriteList(json, "authors", entry.Eprint.Authors.Select(author => PlainLine.Of(author.Name)));
        json.WriteString("day", UtcText.Day(entry.Day));
        json.WriteString("link", entry.Link);
        JsonText.Write(json, "note", entry.Note ?? entry.Suggestion);
        json.WriteBoolean("suggested", entry is { Note: null, Suggestion: not null });
        json.WriteBoolean("starred", entry.Starred);
        JsonText.WriteList(json, "tags", entry.Tags);
        WriteFacts(json, entry);
        json.WriteEndObject();
    }

    /// <summary>What arXiv says beyond the line of the list, by the names of <c>export papers</c>.</summary>
    private static void WriteFacts(Utf8JsonWriter json, DraftEntry entry)
    {
        var paper = entry.Eprint;
        JsonText.Write(json, "primaryCategory", paper.PrimaryCategory);
        JsonText.WriteList(json, "categories", paper.Categories);
        json.WriteString("firstSubmitted", UtcText.From(paper.FirstSubmitted));
        json.WriteString("lastSubmitted", UtcText.From(paper.LastSubmitted));
        json.WriteNumber("latestVersion", paper.LatestVersion);
        json.WriteBoolean("withdrawn", paper.Withdrawn);
        JsonText.Write(json, "comment", paper.Comment);
        JsonText.Write(json, "journalRef", paper.JournalRef);
        JsonText.WriteList(json, "doi", paper.Dois);
        JsonText.Write(json, "abstract", paper.Abstract);
    }
}

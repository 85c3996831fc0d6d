using System.Text.Json;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Snapshots;

/// <summary>
/// The fields of a snapshot's line as they stand there. Null: the line does not have the key. Empty: it has null or an empty text.
/// </summary>
internal sealed class SnapshotFields
{
    public string? Id { get; private set; }

    public string? Title { get; private set; }

    public string? Authors { get; private set; }

    /// <summary>From the names that the snapshot gives in parts; null also where <see cref="Authors"/> came before them.</summary>
    public IReadOnlyList<Author>? ParsedAuthors { get; private set; }

    public string? Abstract { get; private set; }

    public string? Categories { get; private set; }

    public string? Comments { get; private set; }

    public string? JournalRef { get; private set; }

    public string? Doi { get; private set; }

    public string? ReportNumber { get; private set; }

    public string? License { get; private set; }

    /// <summary>Oldest first; begins with version 1 where there is no <see cref="VersionFault"/>.</summary>
    public IReadOnlyList<Submission> Versions { get; private set; } = [];

    /// <summary>What is wrong with the versions; null where nothing is.</summary>
    public string? VersionFault { get; private set; } = "versions: missing";

    /// <summary>Reads one property, from its name to the end of its value. Keys that nobody asked for are passed over.</summary>
    public void ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("versions"u8))
        {
            reader.Read();
            (Versions, VersionFault) = SnapshotVersions.Read(ref reader);
        }
        else if (reader.ValueTextEquals("authors_parsed"u8))
        {
            reader.Read();
            ReadNames(ref reader);
        }
        else if (reader.ValueTextEquals("categories"u8))
        {
            reader.Read();
            Categories = NotEmpty(JsonTexts.Joined(ref reader));
        }
        else
        {
            ReadText(ref reader);
        }
    }

    /// <summary>The author line has all of it, and is what other sources have.</summary>
    private void ReadNames(ref Utf8JsonReader reader)
    {
        if (Authors is null)
        {
            ParsedAuthors = SnapshotNames.Read(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadText(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            Id = NotEmpty(JsonTexts.Next(ref reader))?.Trim();
        }
        else if (reader.ValueTextEquals("title"u8))
        {
            Title = JsonTexts.Next(ref reader);
        }
        else if (reader.ValueTextEquals("abstract"u8))
        {
            Abstract = NotEmpty(JsonTexts.Next(ref reader));
        }
        else if (reader.ValueTextEquals("authors"u8))
        {
            Authors = NotEmpty(JsonTexts.Next(ref reader));
        }
        else if (reader.ValueTextEquals("comments"u8))
        {
            Comments = JsonTexts.Next(ref reader);
        }
        else if (reader.ValueTextEquals("journal-ref"u8))
        {
            JournalRef = JsonTexts.Next(ref reader);
        }
        else if (reader.ValueTextEquals("doi"u8))
        {
            Doi = JsonTexts.Next(ref reader);
        }
        else if (reader.ValueTextEquals("report-no"u8))
        {
            ReportNumber = JsonTexts.Next(ref reader);
        }
        else if (reader.ValueTextEquals("license"u8))
        {
            License = JsonTexts.Next(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    // Of these every e-print has some: none is not told.
    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

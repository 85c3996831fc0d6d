using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Snapshots;

/// <summary>
/// One line of a metadata snapshot: a JSON object with what arXiv stores of one e-print, texts with their TeX (field guide 11). Only
/// identifier, title and versions are asked of it. A key that is not there is a field that the snapshot does not carry; null is "none".
/// </summary>
public static class SnapshotLine
{
    /// <summary>The objects of a snapshot are flat but for versions and names.</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads one line, in UTF-8 and without its line break.</summary>
    /// <param name="line">May hold anything.</param>
    /// <param name="fault">What is wrong with the line, in words that may follow its number; null where there is a record.</param>
    /// <returns>Null where the line cannot be used.</returns>
    public static EprintRecord? Read(ReadOnlySpan<byte> line, out string? fault)
    {
        try
        {
            var fields = ReadFields(line);
            fault = FaultOf(fields, out var identifier);
            return fault is null ? RecordOf(identifier, fields) : null;
        }
        catch (JsonException failure)
        {
            fault = FaultOf(failure);
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a character as an escape, or bytes that are no UTF-8:
            // https://learn.microsoft.com/dotnet/api/system.text.json.utf8jsonreader.getstring
            fault = "a text in it is not valid Unicode";
            return null;
        }
    }

    /// <summary>Which paper the line is about, also where it cannot be used otherwise.</summary>
    /// <param name="line">May hold anything.</param>
    /// <returns>Null where it does not say.</returns>
    public static ArxivIdentifier? ReadIdentifier(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, Options);
            var inObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (inObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8))
                {
                    return JsonTexts.Next(ref reader) is { } id && IsIdentifier(id.Trim(), out var identifier) ? identifier : null;
                }

                reader.Skip();
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
        }

        return null;
    }

    private static bool IsIdentifier(string id, out ArxivIdentifier identifier)
    {
        var isKnown = IdentifierGrammar.ReadKnown(id, out var reference) is null && reference.Version is null;
        identifier = isKnown ? reference.Identifier : default;
        return isKnown;
    }

    private static SnapshotFields ReadFields(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it is JSON, but no object");
        }

        var fields = new SnapshotFields();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            fields.ReadProperty(ref reader);
        }

        // Nothing may follow: two objects on a line are a damaged line.
        reader.Read();
        return fields;
    }

    private static string? FaultOf(SnapshotFields fields, out ArxivIdentifier identifier)
    {
        identifier = default;
        if (fields.Id is not { } id)
        {
            return "id: missing";
        }

        if (!IsIdentifier(id, out identifier))
        {
            return $"id: '{Shortened(id)}' is no arXiv identifier";
        }

        return string.IsNullOrWhiteSpace(fields.Title) ? "title: missing" : fields.VersionFault;
    }

    private static EprintRecord RecordOf(ArxivIdentifier identifier, SnapshotFields fields)
    {
        var versions = fields.Versions;
        var authors = fields.Authors is { } line ? MetadataText.OneLine(line) : null;
        return new EprintRecord
        {
            Identifier = identifier,
            Source = RecordSource.Snapshot,
            Version = versions[^1].Version,
            LatestVersion = versions[^1].Version,
            Title = MetadataText.OneLine(fields.Title!),
            Authors = authors is { Length: > 0 } ? AuthorField.Parse(authors) : fields.ParsedAuthors is { } parsed
                ? AuthorName.Tidy(parsed)
                : null,
            AuthorsRaw = authors,
            Abstract = fields.Abstract is { } text ? MetadataText.Paragraphs(text) : null,
            Categories = fields.Categories is { } categories ? CategoriesOf(categories) : null,
            FirstSubmitted = versions[0].Submitted,
            LastSubmitted = versions[^1].Submitted,
            Versions = versions,
            Comment = Line(fields.Comments),
            JournalRef = Line(fields.JournalRef),
            Dois = fields.Doi is { } doi ? doi.Length == 0 ? [] : DoiField.Parse(MetadataText.OneLine(doi)) : null,
            ReportNumber = Line(fields.ReportNumber),
            License = Line(fields.License),
        };
    }

    private static string? Line(string? text) => text is null ? null : MetadataText.OneLine(text);

    // Stored names; pages show aliases and closed archives under the name of today (field guide 7.2).
    private static List<string> CategoriesOf(string line) =>
        [.. MetadataText.OneLine(line).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CanonicalName).Distinct()];

    private static string CanonicalName(string name) => Category.TryParse(name, out var category) ? category.Canonical.Name : name;

    private static string FaultOf(JsonException failure)
    {
        var at = failure.BytePositionInLine is { } place ? $" (byte {place + 1})" : "";
        return failure.Message.StartsWith("it is", StringComparison.Ordinal) ? failure.Message : $"it is no whole JSON object{at}";
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : new StringBuilder(text, 0, 39, 42).Append('…').ToString();
}

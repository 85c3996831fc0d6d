using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>
/// What one source said, as the column <c>record.json</c> keeps it: without the identifier and the source, which are columns, and without the
/// fields that the source does not carry. Equal records give equal texts.
/// </summary>
internal static partial class RecordJson
{
    public static string Write(EprintRecord record) => JsonSerializer.Serialize(Shape.Of(record), RecordShapes.Compact.Shape);

    public static EprintRecord Read(ArxivIdentifier identifier, RecordSource source, string json) =>
        JsonSerializer.Deserialize(json, RecordShapes.Compact.Shape)!.ToRecord(identifier, source);

    private sealed record AuthorShape(string Name, IReadOnlyList<string>? Affiliations)
    {
        public static AuthorShape Of(Author author) => new(author.Name, author.Affiliations.Count == 0 ? null : author.Affiliations);

        public Author ToAuthor() => new(Name, Affiliations ?? []);
    }

    private sealed record Shape
    {
        public int? Version { get; init; }

        public int? LatestVersion { get; init; }

        public string? Title { get; init; }

        public IReadOnlyList<AuthorShape>? Authors { get; init; }

        public string? AuthorsRaw { get; init; }

        public string? Abstract { get; init; }

        public IReadOnlyList<string>? Categories { get; init; }

        public DateTimeOffset? FirstSubmitted { get; init; }

        public DateTimeOffset? LastSubmitted { get; init; }

        public IReadOnlyList<Submission>? Versions { get; init; }

        public string? Comment { get; init; }

        public string? JournalRef { get; init; }

        public IReadOnlyList<string>? Doi { get; init; }

        public string? ReportNumber { get; init; }

        public string? MscClass { get; init; }

        public string? AcmClass { get; init; }

        public string? License { get; init; }

        public bool? Withdrawn { get; init; }

        public static Shape Of(EprintRecord record) => new()
        {
            Version = record.Version,
            LatestVersion = record.LatestVersion,
            Title = record.Title,
            Authors = record.Authors is { } authors ? [.. authors.Select(AuthorShape.Of)] : null,
            AuthorsRaw = record.AuthorsRaw,
            Abstract = record.Abstract,
            Categories = record.Categories,
            FirstSubmitted = record.FirstSubmitted,
            LastSubmitted = record.LastSubmitted,
            Versions = record.Versions,
            Comment = record.Comment,
            JournalRef = record.JournalRef,
            Doi = record.Dois,
            ReportNumber = record.ReportNumber,
            MscClass = record.MscClass,
            AcmClass = record.AcmClass,
            License = record.License,
            Withdrawn = record.Withdrawn,
        };

        public EprintRecord ToRecord(ArxivIdentifier identifier, RecordSource source) => new()
        {
            Identifier = identifier,
            Source = source,
            Version = Version,
            LatestVersion = LatestVersion,
            Title = Title,
            Authors = Authors is { } authors ? [.. authors.Select(author => author.ToAuthor())] : null,
            AuthorsRaw = AuthorsRaw,
            Abstract = Abstract,
            Categories = Categories,
            FirstSubmitted = FirstSubmitted,
            LastSubmitted = LastSubmitted,
            Versions = Versions,
            Comment = Comment,
            JournalRef = JournalRef,
            Dois = Doi,
            ReportNumber = ReportNumber,
            MscClass = MscClass,
            AcmClass = AcmClass,
            License = License,
            Withdrawn = Withdrawn,
        };
    }

    [JsonSerializable(typeof(Shape))]
    private sealed partial class RecordShapes : JsonSerializerContext
    {
        public static RecordShapes Compact { get; } = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new StoredTime.Converter() },
        });
    }
}

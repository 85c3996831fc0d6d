using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>One line of <c>export papers</c>: the keys, their order and what is null or empty are a contract with other people's scripts.</summary>
public static partial class PaperJson
{
    /// <summary>A JSON object on one line, without a line end. Letters stand as themselves; only those beyond U+FFFF (emoji) are escapes.</summary>
    public static string Line(StoredEprint paper) => HarmlessJson.Of(JsonSerializer.Serialize(Shape.Of(paper), PaperShapes.Readable.Shape));

    private sealed record AuthorShape(string Name, IReadOnlyList<string> Affiliations);

    /// <summary>The properties are written in the order in which they stand here.</summary>
    private sealed record Shape
    {
        public required string Id { get; init; }

        public required int LatestVersion { get; init; }

        public required string Title { get; init; }

        public required IReadOnlyList<AuthorShape> Authors { get; init; }

        public required string? AuthorsRaw { get; init; }

        public required string Abstract { get; init; }

        public required IReadOnlyList<string> Categories { get; init; }

        public required string? PrimaryCategory { get; init; }

        public required DateTimeOffset FirstSubmitted { get; init; }

        public required DateTimeOffset LastSubmitted { get; init; }

        public required IReadOnlyList<Submission> Versions { get; init; }

        public required string? Comment { get; init; }

        public required string? JournalRef { get; init; }

        public required IReadOnlyList<string> Doi { get; init; }

        public required string? ReportNumber { get; init; }

        public required string? MscClass { get; init; }

        public required string? AcmClass { get; init; }

        public required string? License { get; init; }

        public required bool Withdrawn { get; init; }

        public required IReadOnlyDictionary<string, RecordSource> Sources { get; init; }

        public required DateTimeOffset Fetched { get; init; }

        public static Shape Of(StoredEprint paper) => new()
        {
            Id = paper.Eprint.Identifier.ToString(),
            LatestVersion = paper.Eprint.LatestVersion,
            Title = paper.Eprint.Title,
            Authors = [.. paper.Eprint.Authors.Select(author => new AuthorShape(author.Name, author.Affiliations))],
            AuthorsRaw = paper.Eprint.AuthorsRaw,
            Abstract = paper.Eprint.Abstract,
            Categories = paper.Eprint.Categories,
            PrimaryCategory = paper.Eprint.PrimaryCategory is { Length: > 0 } primary ? primary : null,
            FirstSubmitted = paper.Eprint.FirstSubmitted,
            LastSubmitted = paper.Eprint.LastSubmitted,
            Versions = paper.Eprint.Versions,
            Comment = paper.Eprint.Comment,
            JournalRef = paper.Eprint.JournalRef,
            Doi = paper.Eprint.Dois,
            ReportNumber = paper.Eprint.ReportNumber,
            MscClass = paper.Eprint.MscClass,
            AcmClass = paper.Eprint.AcmClass,
            License = paper.Eprint.License,
            Withdrawn = paper.Eprint.Withdrawn,
            Sources = paper.Eprint.Sources,
            Fetched = paper.Fetched,
        };
    }

    [JsonSerializable(typeof(Shape))]
    private sealed partial class PaperShapes : JsonSerializerContext
    {
        public static PaperShapes Readable { get; } = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new StoredTime.Converter(), new SourceMap.Converter() },
        });
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Tests.Checking;

/// <summary>Lists as people published them, and the papers they link, out of the reference data.</summary>
internal static class RealLists
{
    /// <summary>The lists whose title field holds titles.</summary>
    public static IEnumerable<RealClaim> Curated() =>
        from file in Directory.EnumerateFiles(ReferenceData.PathOf("curated"), "*.json").Order(StringComparer.Ordinal)
        where !file.Contains("rosinality", StringComparison.Ordinal)
        from entry in JsonElement.Parse(File.ReadAllText(file)).EnumerateArray()
        where entry.GetProperty("arxiv_id").ValueKind == JsonValueKind.String
            && entry.GetProperty("title").ValueKind == JsonValueKind.String
        select new RealClaim(
            Path.GetFileNameWithoutExtension(file), entry.GetProperty("arxiv_id").GetString()!, entry.GetProperty("title").GetString()!,
            []);

    public static IEnumerable<RealClaim> Published() =>
        from file in Directory.EnumerateFiles(ReferenceData.PathOf("published"), "*.json").Order(StringComparer.Ordinal)
        from entry in JsonElement.Parse(File.ReadAllText(file)).GetProperty("entries").EnumerateArray()
        select new RealClaim(
            Path.GetFileNameWithoutExtension(file),
            entry.GetProperty("link_id").GetString()!,
            entry.GetProperty("title").GetString()!,
            [.. entry.GetProperty("surnames").EnumerateArray().Select(name => name.GetString()!)]);

    /// <summary>What the records of all months say of the papers of these lists, one version each.</summary>
    public static IReadOnlyList<EprintRecord> Papers(IReadOnlySet<string> identifiers) =>
    [
        .. Directory.EnumerateFiles(ReferenceData.PathOf("months"), "*.jsonl.gz").SelectMany(Lines)
            .Select(line => JsonElement.Parse(line))
            .Where(paper => identifiers.Contains(paper.GetProperty("id").GetString()!))
            .DistinctBy(paper => paper.GetProperty("id").GetString())
            .Select(Record),
    ];

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static EprintRecord Record(JsonElement paper)
    {
        var identifier = ArxivIdentifier.Parse(paper.GetProperty("id").GetString()!);
        var authors = paper.GetProperty("authors").EnumerateArray().Select(name => new Author(name.GetString()!)).ToList();
        var day = DateOnly.TryParse(paper.GetProperty("published").GetString(), CultureInfo.InvariantCulture, out var known)
            ? known
            : identifier.AnnouncedIn.FirstDay;
        return new EprintRecord
        {
            Identifier = identifier,
            Source = RecordSource.Atom,
            Version = 1,
            LatestVersion = 1,
            Title = paper.GetProperty("title").GetString(),
            Authors = authors.Count > 0 ? authors : [new Author("Unknown")],
            Abstract = paper.GetProperty("abstract").GetString() ?? "",
            Categories = ["cs.CL"],
            FirstSubmitted = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
        };
    }
}

/// <summary>One entry of a real list.</summary>
internal sealed record RealClaim(string List, string Id, string Title, IReadOnlyList<string> Surnames);

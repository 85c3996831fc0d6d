using System.Text.Json;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.TestKit.Ranking;

/// <summary>One list of picks: when each paper came to be on it, and whether it has a star.</summary>
internal sealed record Curator(string Name, IReadOnlyDictionary<ArxivIdentifier, (Month Month, bool Starred)> Picks)
{
    public static IReadOnlyList<Curator> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static Curator Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(stream);
        var picks = new Dictionary<ArxivIdentifier, (Month Month, bool Starred)>();
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            if (ArxivIdentifier.TryParse(Text(entry, "arxiv_id"), out var identifier))
            {
                var month = Month.TryParse(Text(entry, "month"), out var listed) ? listed : identifier.AnnouncedIn;
                var starred = entry.TryGetProperty("starred", out var star) && star.ValueKind == JsonValueKind.True;
                picks[identifier] = picks.TryGetValue(identifier, out var earlier)
                    ? (earlier.Month.CompareTo(month) < 0 ? earlier.Month : month, earlier.Starred || starred)
                    : (month, starred);
            }
        }

        return new Curator(Path.GetFileNameWithoutExtension(file), picks);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

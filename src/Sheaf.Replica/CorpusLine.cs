using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sheaf.Replica;

/// <summary>Reads one line of a corpus file.</summary>
internal static partial class CorpusLine
{
    private static readonly string[] s_required = ["id", "title", "authors", "abstract", "categories", "firstSubmitted"];

    /// <summary>The paper of a line, or null for a line that is empty or only tells about the file.</summary>
    /// <exception cref="JsonException">The line is not a paper; the message says why.</exception>
    public static CorpusPaper? Parse(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("a paper is one JSON object on one line");
        }

        if (!root.TryGetProperty("id", out _) && root.TryGetProperty("about", out _))
        {
            return null;
        }

        foreach (var name in s_required)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                throw new JsonException($"the paper has no \"{name}\"");
            }
        }

        return root.Deserialize(PaperJson.Default.CorpusPaper);
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(CorpusPaper))]
    private sealed partial class PaperJson : JsonSerializerContext;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sheaf.Store.Eprints;

/// <summary>A list of texts as the JSON array that a column holds.</summary>
internal static partial class TextList
{
    public static string Write(IReadOnlyList<string> list) =>
        list.Count == 0 ? "[]" : JsonSerializer.Serialize(list, ListShapes.Readable.IReadOnlyListString);

    public static IReadOnlyList<string> Read(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize(json, ListShapes.Readable.IReadOnlyListString)!;

    [JsonSerializable(typeof(IReadOnlyList<string>))]
    private sealed partial class ListShapes : JsonSerializerContext
    {
        public static ListShapes Readable { get; } = new(
            new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store.Eprints;

/// <summary>
/// Sources by their names in the store and in the JSON (<c>atom</c>, <c>page</c>, <c>oai</c>, <c>snapshot</c>), and the map of fields to
/// them.
/// </summary>
internal static partial class SourceMap
{
    public static string NameOf(RecordSource source) => source switch
    {
        RecordSource.Atom => "atom",
        RecordSource.Page => "page",
        RecordSource.Oai => "oai",
        RecordSource.Snapshot => "snapshot",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No such source."),
    };

    public static RecordSource Named(string name) => name switch
    {
        "atom" => RecordSource.Atom,
        "page" => RecordSource.Page,
        "oai" => RecordSource.Oai,
        "snapshot" => RecordSource.Snapshot,
        _ => throw new FormatException($"'{name}' is no source of records."),
    };

    /// <summary>A JSON object, its fields in the map's order.</summary>
    public static string Write(IReadOnlyDictionary<string, RecordSource> sources)
    {
        // Most papers have the same fields from the same source: what was written last is looked at first.
        var last = _last;
        if (last is null || !sources.SequenceEqual(last.Sources))
        {
            _last = last = new Written([.. sources], JsonSerializer.Serialize(sources, SourceShapes.Default.Sources));
        }

        return last.Json;
    }

    public static IReadOnlyDictionary<string, RecordSource> Read(string json) =>
        JsonSerializer.Deserialize(json, SourceShapes.Default.OrderedSources)!;

    [ThreadStatic]
    private static Written? _last;

    private sealed record Written(IReadOnlyList<KeyValuePair<string, RecordSource>> Sources, string Json);

    internal sealed class Converter : JsonConverter<RecordSource>
    {
        public override RecordSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Named(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RecordSource value, JsonSerializerOptions options) =>
            writer.WriteStringValue(NameOf(value));
    }

    [JsonSourceGenerationOptions(Converters = [typeof(Converter)])]
    [JsonSerializable(typeof(IReadOnlyDictionary<string, RecordSource>), TypeInfoPropertyName = "Sources")]
    [JsonSerializable(typeof(OrderedDictionary<string, RecordSource>), TypeInfoPropertyName = "OrderedSources")]
    private sealed partial class SourceShapes : JsonSerializerContext;
}

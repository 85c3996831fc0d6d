using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>
/// One line of <c>export papers</c>, the properties of <see cref="Eprint"/> in their order: the keys, their order and what is null or empty
/// are a contract with other people's scripts.
/// </summary>
internal static partial class PaperJson
{
    private static readonly JsonTypeInfo<Eprint> Shape = MakeShape();

    /// <summary>
    /// A JSON object on one line, without a line end. Letters stand as themselves; only those beyond U+FFFF (emoji) are escapes.
    /// </summary>
    public static string Line(StoredEprint paper)
    {
        // The last key is not of the e-print.
        var eprint = JsonSerializer.Serialize(paper.Eprint, Shape);
        return HarmlessJson.From($$"""{{eprint.AsSpan(..^1)}},"fetched":"{{UtcText.From(paper.Fetched)}}"}""");
    }

    /// <inheritdoc cref="Line(StoredEprint)"/>
    /// <param name="paper">The paper.</param>
    /// <param name="signals">Who listed it among what people noticed: <c>signals: [{source, day, votes, asked}]</c>.</param>
    public static string Line(StoredEprint paper, IEnumerable<SignalRow> signals)
    {
        var noticed = signals.Select(signal =>
            $"{{\"source\":\"{JsonEncodedText.Encode(signal.Source)}\",\"day\":\"{UtcText.Day(signal.Day)}\","
            + $"\"votes\":{Votes(signal.Votes)},\"asked\":\"{UtcText.From(signal.Asked)}\"}}");
        return $$"""{{Line(paper).AsSpan(..^1)}},"signals":[{{string.Join(',', noticed)}}]}""";
    }

    private static string Votes(int? votes) => votes?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static JsonTypeInfo<Eprint> MakeShape()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = PaperShapes.Default.WithAddedModifier(Adapt),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new UtcText.Converter(), new SourceMap.Converter(), new IdentifierConverter() },
        };
        return (JsonTypeInfo<Eprint>)options.GetTypeInfo(typeof(Eprint));
    }

    private static void Adapt(JsonTypeInfo info)
    {
        if (info.Type != typeof(Eprint))
        {
            return;
        }

        foreach (var property in info.Properties)
        {
            switch (property.Name)
            {
                case "identifier":
                    property.Name = "id";
                    break;
                case "dois":
                    property.Name = "doi";
                    break;
                case "primaryCategory":
                    property.Get = eprint => ((Eprint)eprint).PrimaryCategory is { Length: > 0 } primary ? primary : null;
                    break;
                case "hasOtherAuthors" or "month":
                    property.ShouldSerialize = (_, _) => false;
                    break;
            }
        }
    }

    [JsonSerializable(typeof(Eprint))]
    private sealed partial class PaperShapes : JsonSerializerContext;

    private sealed class IdentifierConverter : JsonConverter<ArxivIdentifier>
    {
        public override ArxivIdentifier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ArxivIdentifier.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, ArxivIdentifier value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>
/// What one source said, as the column <c>record.json</c> keeps it: the properties of the record in their order, without the identifier and
/// the source, which are columns, and without the fields that the source does not carry. Equal records give equal texts.
/// </summary>
internal static partial class RecordJson
{
    private static readonly JsonTypeInfo<EprintRecord> Shape = MakeShape();

    public static string Write(EprintRecord record) => JsonSerializer.Serialize(record, Shape);

    public static EprintRecord Read(ArxivIdentifier identifier, RecordSource source, string json) =>
        JsonSerializer.Deserialize(json, Shape)! with { Identifier = identifier, Source = source };

    private static JsonTypeInfo<EprintRecord> MakeShape()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = RecordShapes.Default.WithAddedModifier(Adapt),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new UtcText.Converter(), new AuthorConverter() },
        };
        return (JsonTypeInfo<EprintRecord>)options.GetTypeInfo(typeof(EprintRecord));
    }

    private static void Adapt(JsonTypeInfo info)
    {
        if (info.Type != typeof(EprintRecord))
        {
            return;
        }

        foreach (var property in info.Properties)
        {
            switch (property.Name)
            {
                case "identifier" or "source":
                    property.IsRequired = false;
                    property.ShouldSerialize = (_, _) => false;
                    break;
                case "dois":
                    property.Name = "doi";
                    break;
            }
        }
    }

    [JsonSerializable(typeof(EprintRecord))]
    private sealed partial class RecordShapes : JsonSerializerContext;

    /// <summary>An author without affiliations is written without them.</summary>
    private sealed class AuthorConverter : JsonConverter<Author>
    {
        public override Author Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var name = "";
            IReadOnlyList<string> affiliations = [];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isName = reader.ValueTextEquals("name"u8);
                reader.Read();
                if (isName)
                {
                    name = reader.GetString()!;
                }
                else
                {
                    affiliations = JsonSerializer.Deserialize(ref reader, RecordShapes.Default.IReadOnlyListString)!;
                }
            }

            return new Author(name, affiliations);
        }

        public override void Write(Utf8JsonWriter writer, Author value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, value.Name);
            if (value.Affiliations.Count > 0)
            {
                writer.WritePropertyName("affiliations"u8);
                JsonSerializer.Serialize(writer, value.Affiliations, RecordShapes.Default.IReadOnlyListString);
            }

            writer.WriteEndObject();
        }
    }
}

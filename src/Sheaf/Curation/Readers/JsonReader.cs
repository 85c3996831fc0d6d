using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation.Readers;

/// <summary>
/// Reads JSON of any shape, and JSON lines: an object that names a paper is a record, whatever it is inside of. A title may stand beside an
/// object that holds the identifier (<c>"externalIds": {"ArXiv": …}</c>), and an identifier may be the key.
/// </summary>
internal sealed class JsonReader
{
    private static readonly JsonReaderOptions Options =
        new() { MaxDepth = 256, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    private readonly Stack<JsonNodeInProgress> _open = new();
    private readonly List<ReadList> _read = [];

    /// <summary>The list; null where the text is not JSON.</summary>
    public static ReadList? Read(string text)
    {
        var reader = new JsonReader();
        try
        {
            reader.ReadTokens(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }

        var all = ReadList.Of(reader._read);
        return all with { Claims = [.. all.Claims.OrderBy(claim => claim.Line)] };
    }

    private void ReadTokens(byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes, Options);
        var (line, counted) = (1, 0);
        while (json.Read())
        {
            var start = (int)json.TokenStartIndex;
            line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _open.Push(new(json.TokenType == JsonTokenType.StartObject, _open.TryPeek(out var outer) ? outer : null, line));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    Close(_open.Pop());
                    break;
                case JsonTokenType.PropertyName:
                    _open.Peek().Key = TextOf(json);
                    break;
                case JsonTokenType.String:
                    Take(TextOf(json), line);
                    break;
                case JsonTokenType.Number or JsonTokenType.True:
                    Take(Encoding.UTF8.GetString(json.ValueSpan), line);
                    break;
            }
        }
    }

    /// <summary>The text of a name or a string; as it is written where half a character is escaped in it, which is no reason to lose the list.</summary>
    private static string TextOf(in Utf8JsonReader json)
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }

    private void Take(string value, int line)
    {
        var inside = _open.TryPeek(out var node) ? node : null;
        var role = inside?.Role ?? FieldRole.Other;
        if (role == FieldRole.Other && inside?.IsObject != true && IdentifierFinder.TryReadReference(value, out _))
        {
            // A list of nothing but identifiers.
            _read.Add(RecordClaims.Of([new(FieldRole.Identifier, value, line)]));
        }
        else if (inside?.Record is { } record)
        {
            record.Take(role, value, line, isAlone: inside.IsObject);
        }
        else
        {
            _read.Add(RecordClaims.Of([new(FieldRole.Other, value, line)]));
        }
    }

    private void Close(JsonNodeInProgress node)
    {
        if (!node.IsObject)
        {
            return;
        }

        if (node.Outer?.Role == FieldRole.Author)
        {
            node.Outer.Record?.TakePerson(node);
        }
        else if (node.Outer?.Role == FieldRole.Day && node.Numbers.Count >= 3)
        {
            node.Outer.Record?.Take(FieldRole.Day, string.Join('-', node.Numbers.Take(3)), node.Line, isAlone: true);
        }
        else if (node.Outer is { IsObject: true } outer && !node.HasTitle)
        {
            outer.Inherit(node);
        }
        else
        {
            _read.AddRange(node.Lists());
        }
    }
}

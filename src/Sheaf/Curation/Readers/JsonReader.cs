using System.Text;
using System.Text.Json;

namespace Sheaf.Curation.Readers;

/// <summary>Reads JSON of any shape, and JSON lines.</summary>
internal sealed class JsonReader
{
    private static readonly JsonReaderOptions Options =
        new() { MaxDepth = 256, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    private readonly Stack<(DocumentNode Node, string Key)> _open = new();
    private readonly DocumentRecords _records = new();
    private string _key = "";

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

        return reader._records.Read();
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
                    _open.Push((json.TokenType == JsonTokenType.StartObject ? DocumentNode.Object(line) : DocumentNode.Array(line), _key));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    (var closed, _key) = _open.Pop();
                    Add(closed);
                    break;
                case JsonTokenType.PropertyName:
                    _key = TextOf(json);
                    break;
                case JsonTokenType.String:
                    Add(new(line) { Text = TextOf(json) });
                    break;
                case JsonTokenType.Number or JsonTokenType.True:
                    // As it is written: 2404.10 is not 2404.1.
                    Add(new(line) { Text = Encoding.UTF8.GetString(json.ValueSpan) });
                    break;
            }
        }
    }

    private void Add(DocumentNode value)
    {
        // The objects of a list are not all kept.
        if (!_open.TryPeek(out var outer) || _open.Count == 1 && outer.Node.Items is not null && value.Members is not null)
        {
            _records.Take(outer.Node is null ? value : new DocumentNode(value.Line) { Items = [value] });
        }
        else if (outer.Node.Members is { } members)
        {
            members.Add(new(_key, value));
        }
        else
        {
            outer.Node.Items!.Add(value);
        }
    }

    /// <summary>
    /// The text of a name or a string; as it is written where half a character is escaped in it, which is no reason to lose the list.
    /// </summary>
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
}

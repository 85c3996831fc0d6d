using System.Text;
using System.Text.Json;
using Sheaf.Files;

namespace Sheaf.Settings;

/// <summary>
/// The settings in a JSON file, nested keys joined by a colon. They stand at its top or in a section <c>Sheaf</c>; comments and trailing
/// commas are allowed. What stands under <c>Serilog</c> is Serilog's.
/// </summary>
/// <remarks>
/// Not by way of the configuration providers, nor of a document: some twenty settings do not need them, and loading them took a tenth of
/// the time of a short command.
/// </remarks>
internal sealed class SettingsFile
{
    private const string Section = "Sheaf";

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly List<Setting> _settings = [];
    private readonly string _file;
    private byte[] _text = [];

    private SettingsFile(string file) => _file = file;

    /// <summary>None where there is no file.</summary>
    /// <exception cref="BadInputException">The file is not a JSON object, or a key stands in it twice.</exception>
    public static IReadOnlyList<Setting> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var read = new SettingsFile(file);
        try
        {
            var content = BoundedFile.Read(file, FileLimits.HandWritten)
                ?? throw new BadInputException(
                    $"{file}: settings are a few lines, and this is larger than {FileLimits.HandWritten >> 20} MB.", file);
            using var text = new StreamReader(new MemoryStream(content));
            read._text = Encoding.UTF8.GetBytes(text.ReadToEnd());
            var json = new Utf8JsonReader(read._text, Lenient);
            json.Read();
            read.AddTop(ref json);

            // Nothing may follow.
            json.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second kind where half a character is escaped in a text, which is only noticed when the text is read.
            var line = (exception as JsonException)?.LineNumber + 1;
            throw new BadInputException(
                $"{file}{(line is null ? "" : $", line {line}")}: this is not JSON; mend it or move the file away.", file, (int?)line);
        }

        return read._settings;
    }

    private void AddTop(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new BadInputException($"{_file}: settings are a JSON object, in braces.", _file);
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            Add(name.Equals(Section, StringComparison.OrdinalIgnoreCase) ? "" : name, ref json);
        }
    }

    /// <param name="key">The path of a property.</param>
    /// <param name="json">Stands at its name, and afterwards at the end of its value.</param>
    private void Add(string key, ref Utf8JsonReader json)
    {
        json.Read();
        switch (json.TokenType)
        {
            case var _ when key.Equals("Serilog", StringComparison.OrdinalIgnoreCase):
                json.Skip();
                break;
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartObject:
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var name = json.GetString()!;
                    Add(key.Length == 0 ? name : $"{key}:{name}", ref json);
                }

                break;
            default:
                AddOne(new Setting(key, ValueOf(ref json)));
                break;
        }
    }

    private string ValueOf(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString()!;
            case JsonTokenType.True:
                return bool.TrueString;
            case JsonTokenType.False:
                return bool.FalseString;
            case JsonTokenType.StartArray:
                var start = (int)json.TokenStartIndex;
                json.Skip();
                return Encoding.UTF8.GetString(_text.AsSpan(start, (int)json.BytesConsumed - start));
            default:
                return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }

    private void AddOne(Setting setting)
    {
        if (_settings.Exists(other => other.Key.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadInputException($"{_file}: {setting.Key} stands there twice.", _file);
        }

        _settings.Add(setting);
    }
}

using System.Text.Json;
using Sheaf.Files;

namespace Sheaf.Settings;

/// <summary>
/// The settings in a JSON file, nested keys joined by a colon. They stand at its top or in a section <c>Sheaf</c>; comments and trailing
/// commas are allowed. What stands under <c>Serilog</c> is Serilog's.
/// </summary>
/// <remarks>
/// Not by way of the configuration providers: sixteen settings do not need them, and loading them took a tenth of the time of a short
/// command.
/// </remarks>
internal sealed class SettingsFile
{
    private const string Section = "Sheaf";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly List<Setting> _settings = [];
    private readonly string _file;

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
            using var document = JsonDocument.Parse(text.ReadToEnd(), Lenient);
            read.AddTop(document.RootElement);
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

    private void AddTop(JsonElement top)
    {
        if (top.ValueKind != JsonValueKind.Object)
        {
            throw new BadInputException($"{_file}: settings are a JSON object, in braces.", _file);
        }

        foreach (var property in top.EnumerateObject())
        {
            Add(property.Name.Equals(Section, StringComparison.OrdinalIgnoreCase) ? "" : property.Name, property.Value);
        }
    }

    private void Add(string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case var _ when key.Equals("Serilog", StringComparison.OrdinalIgnoreCase):
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Add(key.Length == 0 ? property.Name : $"{key}:{property.Name}", property.Value);
                }

                break;
            default:
                AddOne(new Setting(key, value.ToString()));
                break;
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

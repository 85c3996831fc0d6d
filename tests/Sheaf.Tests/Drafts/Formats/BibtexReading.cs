namespace Sheaf.Tests.Drafts.Formats;

/// <summary>BibTeX read by its grammar and nothing beyond it: what this refuses, some program would.</summary>
internal static class BibtexReading
{
    /// <summary>Entries in order, each with its key under the empty name and its fields without their outer braces.</summary>
    /// <exception cref="FormatException">It is not BibTeX, or only to a lenient reader.</exception>
    public static IReadOnlyList<Dictionary<string, string>> Read(string text)
    {
        var entries = new List<Dictionary<string, string>>();
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("@misc{", StringComparison.Ordinal))
            {
                entries.Add(Entry(lines, ref at));
            }
            else if (lines[at].Length > 0 && (lines[at][0] != '%' || entries.Count > 0 || lines[at].Contains('@')))
            {
                throw new FormatException($"Between entries: {lines[at]}");
            }
        }

        return entries.Select(entry => entry[""]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == entries.Count
            ? entries
            : throw new FormatException("Two entries have one key.");
    }

    private static Dictionary<string, string> Entry(string[] lines, ref int at)
    {
        var fields = new Dictionary<string, string> { [""] = Key(lines[at]) };
        for (at++; lines[at] != "}"; at++)
        {
            var parts = lines[at].Split(" = ", 2);
            fields.Add(parts[0].Trim(), Value(parts[1]));
        }

        return fields;
    }

    private static string Key(string line) =>
        line["@misc{".Length..^1] is var key
            && line.EndsWith(',')
            && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '.' or '-' or '/')
            ? key
            : throw new FormatException(line);

    private static string Value(string text)
    {
        if (text is "jan," or "feb," or "mar," or "apr," or "may," or "jun," or "jul," or "aug," or "sep," or "oct," or "nov," or "dec,")
        {
            return text[..3];
        }

        return text.StartsWith('{') && text.EndsWith("},", StringComparison.Ordinal) && IsBalanced(text.AsSpan(1, text.Length - 3))
            ? text[1..^2]
            : throw new FormatException(text);
    }

    /// <summary>BibTeX counts every brace, also one behind a backslash.</summary>
    private static bool IsBalanced(ReadOnlySpan<char> text)
    {
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}

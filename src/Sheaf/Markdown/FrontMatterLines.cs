using System.Text.RegularExpressions;

namespace Sheaf.Markdown;

/// <summary>
/// The YAML that site generators want at the beginning of a Markdown file: it speaks of the file, and is no part of its text.
/// </summary>
internal static partial class FrontMatterLines
{
    /// <summary>No front matter is longer; beyond it a line of dashes is one of the text.</summary>
    private const int Most = 200;

    /// <summary>
    /// How many lines it has with the two that enclose it; 0 where there is none. Between lines of dashes all must look like YAML that
    /// begins with a key, as a text may open with such a line, too.
    /// </summary>
    public static int Count(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal))
        {
            return 0;
        }

        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.TrimEnd();
            if (number > 1 && trimmed is "---" or "...")
            {
                return number > 2 ? number : 0;
            }

            var isYaml = number switch { 1 => trimmed is "---", 2 => Key().IsMatch(line), _ => Yaml().IsMatch(line) };
            if (!isYaml || number > Most)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The text without it.</summary>
    public static string Without(string text)
    {
        var (lines, at) = (Count(text), 0);
        for (; lines > 0; lines--)
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n');
            at = end < 0 ? text.Length : at + end + (text.AsSpan(at + end).StartsWith("\r\n") ? 2 : 1);
        }

        return text[at..];
    }

    [GeneratedRegex(@"^[A-Za-z_][\w.-]{0,60}:(\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"^([A-Za-z_][\w.-]{0,60}:(\s|$)|\s|- |-$|#|$|[\]}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();
}

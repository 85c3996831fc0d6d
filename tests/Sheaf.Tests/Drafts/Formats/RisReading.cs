using System.Text.RegularExpressions;

namespace Sheaf.Tests.Drafts.Formats;

/// <summary>
/// RIS read by its rules: a line is two letters, two spaces, a hyphen, a space and a value, ends with CR LF, and a record goes from TY to
/// ER.
/// </summary>
internal static partial class RisReading
{
    /// <exception cref="FormatException">It is not RIS.</exception>
    public static IReadOnlyList<IReadOnlyList<(string Tag, string Value)>> Read(string text)
    {
        var records = new List<IReadOnlyList<(string, string)>>();
        var open = new List<(string Tag, string Value)>();
        foreach (var line in Lines(text))
        {
            var match = Field().Match(line);
            var isBetween = open.Count == 0;
            if (!match.Success || isBetween != (match.Groups["tag"].Value == "TY"))
            {
                throw new FormatException(line);
            }

            open.Add((match.Groups["tag"].Value, match.Groups["value"].Value));
            if (open[^1].Tag == "ER")
            {
                records.Add(open);
                open = [];
            }
        }

        return open.Count == 0 ? records : throw new FormatException("The last record has no end.");
    }

    private static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split("\r\n");
        return lines[^1].Length > 0 || lines.Any(line => line.AsSpan().ContainsAny("\r\n\u0085\u2028\u2029"))
            ? throw new FormatException("A line ends with something else.")
            : lines.Where(line => line.Length > 0);
    }

    [GeneratedRegex(@"^(?<tag>[A-Z][A-Z0-9])  - (?<value>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}

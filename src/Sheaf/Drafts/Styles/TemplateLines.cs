using System.Text.RegularExpressions;
using DotLiquid;
using DotLiquid.Exceptions;

namespace Sheaf.Drafts.Styles;

/// <summary>Where in a template a mistake is, which DotLiquid does not say.</summary>
internal static partial class TemplateLines
{
    /// <summary>What DotLiquid says of a block whose end is still to come.</summary>
    private const string Unclosed = "never closed";

    /// <summary>
    /// The line of the first tag with which the template cannot be read any more; of the block that is never closed where all can; null
    /// where neither is found.
    /// </summary>
    public static int? OfSyntaxError(string template)
    {
        var tags = Tag().Matches(template);
        var (low, high) = (0, tags.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Reads(template[..(tags[middle].Index + tags[middle].Length)]) ? (middle + 1, high) : (low, middle);
        }

        return low < tags.Count ? LineOf(template, tags[low].Index) : OfUnclosed(template, tags);
    }

    /// <summary>The first line on which a tag names the field or filter.</summary>
    public static int? Of(string template, string name)
    {
        var word = new Regex($@"(?<![\w.-]){Regex.Escape(name)}(?![\w-])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        return Tag().Matches(template).Select(tag => (tag.Index, word.Match(tag.Value)))
            .FirstOrDefault(found => found.Item2.Success) is { Item2.Success: true } first
            ? LineOf(template, first.Index + first.Item2.Index)
            : null;
    }

    /// <summary>The words between quotes in a message; null where there are none.</summary>
    public static string? Quoted(string message) => message.Split('\'') is [_, { Length: > 0 } name, _, ..] ? name : null;

    private static bool Reads(string beginning)
    {
        try
        {
            Template.Parse(beginning, SyntaxCompatibility.DotLiquid22a);
            return true;
        }
        catch (SyntaxException failure)
        {
            return failure.Message.Contains(Unclosed, StringComparison.Ordinal);
        }
    }

    private static int? OfUnclosed(string template, MatchCollection tags)
    {
        var open = new Stack<(string Name, int Index)>();
        foreach (var tag in tags.Where(tag => tag.Groups["name"].Success))
        {
            var name = tag.Groups["name"].Value;
            if (name.StartsWith("end", StringComparison.Ordinal))
            {
                open.TryPop(out _);
            }
            else if (tags.Any(other => other.Groups["name"].Value == $"end{name}")
                || name is "for" or "if" or "unless" or "case" or "capture" or "comment" or "raw" or "tablerow")
            {
                open.Push((name, tag.Index));
            }
        }

        return open.TryPeek(out var last) ? LineOf(template, last.Index) : null;
    }

    private static int LineOf(string template, int index) => template.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(
        @"\{%-?\s*(?<name>\w+)?[^%]*(%(?!\})[^%]*)*(%\}|\z)|\{\{[^}]*(\}(?!\})[^}]*)*(\}\}|\z)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}

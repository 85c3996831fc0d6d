using System.Text.RegularExpressions;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>The tables and lists that are written in HTML inside a Markdown text.</summary>
internal static partial class HtmlBlocks
{
    /// <summary>A text in parts, in order: those that are HTML and those between them.</summary>
    public static IReadOnlyList<Part> Divide(string text)
    {
        var blocks = text.Contains('<') ? Outermost(text) : [];
        if (blocks.Count == 0)
        {
            return [new(text, 1, IsHtml: false)];
        }

        var parts = new List<Part>();
        var (start, line) = (0, 1);
        foreach (var (from, to) in blocks)
        {
            Add(text[start..from], isHtml: false);
            Add(text[from..to], isHtml: true);
            start = to;
        }

        Add(text[start..], isHtml: false);
        return parts;

        void Add(string part, bool isHtml)
        {
            if (part.Length > 0)
            {
                parts.Add(new(part, line, isHtml));
                line += LineEnd().Count(part);
            }
        }
    }

    /// <summary>From each opening tag to the tag that closes it; what is never closed is text, and so is what stands in code.</summary>
    private static List<(int Start, int End)> Outermost(string text)
    {
        var pairs = new List<(int Start, int End)>();
        var open = new Stack<(string Name, int Start)>();
        foreach (Match tag in BlockTag().Matches(text))
        {
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (tag.Groups["end"].Length == 0)
            {
                open.Push((name, tag.Index));
            }
            else if (open.TryPeek(out var last) && last.Name == name)
            {
                open.Pop();
                pairs.Add((last.Start, tag.Index + tag.Length));
            }
        }

        var code = CodeOf(text, pairs.Count > 0);
        var blocks = new List<(int Start, int End)>();
        foreach (var pair in pairs.OrderBy(pair => pair.Start))
        {
            if ((blocks.Count == 0 || pair.Start >= blocks[^1].End) && !code(pair.Start))
            {
                blocks.Add(pair);
            }
        }

        return blocks;
    }

    private static Func<int, bool> CodeOf(string text, bool isAsked)
    {
        var lines = isAsked ? MarkdownLine.Split(text) : [];
        if (!lines.Exists(line => line.Fence is not null))
        {
            return _ => false;
        }

        var shown = FencedCode.Without(lines).Select(line => line.Number).ToHashSet();
        var starts = lines.ConvertAll(line => line.Start);
        return place => starts.BinarySearch(place) is var at && !shown.Contains(at >= 0 ? at + 1 : ~at);
    }

    [GeneratedRegex(
        @"<(?<end>/?)(?<name>table|ul|ol|dl)\b[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineEnd();

    /// <param name="Text">What stands there.</param>
    /// <param name="Line">Where it begins in the text, from 1.</param>
    /// <param name="IsHtml">Whether it is to be read as HTML.</param>
    internal readonly record struct Part(string Text, int Line, bool IsHtml);
}

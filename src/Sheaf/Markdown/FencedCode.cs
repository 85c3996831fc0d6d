namespace Sheaf.Markdown;

/// <summary>
/// Which lines of a text are fenced code, fences included. A fence that is never closed is text: it must not swallow the rest of a list.
/// </summary>
internal static class FencedCode
{
    /// <summary>The lines that are not code, in order.</summary>
    public static IEnumerable<MarkdownLine> Without(IReadOnlyList<MarkdownLine> lines)
    {
        var fences = lines.Select(line => line.Fence).ToArray();
        var unclosed = new Dictionary<(char, bool), int>();
        for (var at = 0; at < lines.Count; at++)
        {
            var close = fences[at] is { } open ? ClosingLine(fences, at, open, unclosed) : null;
            if (close is { } last)
            {
                at = last;
            }
            else
            {
                yield return lines[at];
            }
        }
    }

    /// <summary>
    /// Remembers the shortest fence of each kind that nothing below closes: many of them must not each search to the end.
    /// </summary>
    private static int? ClosingLine(CodeFence?[] fences, int at, CodeFence open, Dictionary<(char, bool), int> unclosed)
    {
        if (unclosed.TryGetValue((open.Mark, open.IsInside), out var hopeless) && open.Length >= hopeless)
        {
            return null;
        }

        var close = Array.FindIndex(fences, at + 1, fence => fence?.Closes(open) ?? false);
        if (close >= 0)
        {
            return close;
        }

        unclosed[(open.Mark, open.IsInside)] = open.Length;
        return null;
    }
}

namespace Sheaf.Lists;

/// <summary>
/// Which lines of a text are fenced code, fences included. A fence that is never closed is text: it must not swallow the rest of a list.
/// </summary>
internal static class FencedCode
{
    /// <summary>The lines that are not code, in order.</summary>
    public static IEnumerable<ListLine> Without(IReadOnlyList<ListLine> lines)
    {
        var fences = lines.Select(Fence.Of).ToArray();
        var unclosed = new Dictionary<char, int>();
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

    /// <summary>Remembers the shortest fence of each kind that nothing below closes: many of them must not each search to the end.</summary>
    private static int? ClosingLine(Fence?[] fences, int at, Fence open, Dictionary<char, int> unclosed)
    {
        if (unclosed.TryGetValue(open.Mark, out var hopeless) && open.Length >= hopeless)
        {
            return null;
        }

        var close = Array.FindIndex(fences, at + 1, fence => fence?.Closes(open) ?? false);
        if (close >= 0)
        {
            return close;
        }

        unclosed[open.Mark] = open.Length;
        return null;
    }

    /// <summary>A line of at least three backticks or tildes.</summary>
    /// <param name="Mark">Which of the two.</param>
    /// <param name="Length">How many.</param>
    /// <param name="IsBare">Whether nothing follows them: only then can it close.</param>
    private sealed record Fence(char Mark, int Length, bool IsBare)
    {
        public bool Closes(Fence open) => IsBare && Mark == open.Mark && Length >= open.Length;

        public static Fence? Of(ListLine line)
        {
            var text = line.Text.AsSpan().Trim();
            if (text.IsEmpty || text[0] is not ('`' or '~'))
            {
                return null;
            }

            var rest = text.TrimStart(text[0]);
            var length = text.Length - rest.Length;
            return length < 3 || (text[0] == '`' && rest.Contains('`')) ? null : new(text[0], length, rest.IsEmpty);
        }
    }
}

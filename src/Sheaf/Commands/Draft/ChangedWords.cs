namespace Sheaf.Commands;

/// <summary>Two versions of a line, cut down to where they differ and a few words around it.</summary>
internal static class ChangedWords
{
    private const int Around = 24;
    private const int Longest = 120;

    public static (string Was, string Now) Of(string was, string now)
    {
        var start = was.AsSpan().CommonPrefixLength(now);
        var (most, same) = (Math.Min(was.Length, now.Length) - start, 0);
        while (same < most && was[^(same + 1)] == now[^(same + 1)])
        {
            same++;
        }

        return (Part(was, start, was.Length - same), Part(now, start, now.Length - same));
    }

    private static string Part(string text, int start, int end)
    {
        var from = start <= Around ? 0 : WordBefore(text, start - Around);
        var to = end + Around >= text.Length ? text.Length : WordAfter(text, end + Around);
        var part = to - from > Longest ? string.Concat(text.AsSpan(from, Longest), "…") : text[from..to];
        return $"{(from > 0 ? "…" : "")}{part}{(to < text.Length && to - from <= Longest ? "…" : "")}";
    }

    private static int WordBefore(string text, int at) => text.LastIndexOf(' ', at) + 1;

    private static int WordAfter(string text, int at) => text.IndexOf(' ', at) is >= 0 and var end ? end : text.Length;
}

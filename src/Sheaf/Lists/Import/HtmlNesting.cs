namespace Sheaf.Lists.Import;

/// <summary>
/// How deeply the elements of a page are nested, counted without parsing it. HTML parsers take time by the square of the number of elements
/// that are opened and never closed: twenty thousand links in each other took eleven seconds, forty thousand three minutes.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Newsletters nest tables some forty deep.</summary>
    private const int DeepestPage = 256;

    /// <summary>Elements that need no end tag, or have none: opening them often is no nesting.</summary>
    private static readonly HashSet<string> EndWithoutTag = new(StringComparer.OrdinalIgnoreCase)
    {
        "li", "dt", "dd", "p", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp", "rt", "area", "base",
        "br",
        "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head", "body",
    };

    /// <summary>Whether a parser could take very long over the page.</summary>
    public static bool IsHopeless(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var endless = EndWithoutTag.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length && depth <= DeepestPage; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = NameAt(html.AsSpan(at + (isEnd ? 2 : 1)));
            if (name.IsEmpty || endless.Contains(name))
            {
                continue;
            }

            var count = names.TryGetValue(name, out var known) ? known : 0;
            var change = isEnd ? (count > 0 ? -1 : 0) : 1;
            names[name] = count + change;
            depth += change;
        }

        return depth > DeepestPage;
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 20 && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return text[..length];
    }
}

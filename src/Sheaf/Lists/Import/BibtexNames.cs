namespace Sheaf.Lists.Import;

/// <summary>The persons of a BibTeX field: separated by <c>and</c> outside braces.</summary>
internal static class BibtexNames
{
    public static IEnumerable<string> Divide(string field)
    {
        var text = string.Join(' ', field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && text.AsSpan(at).StartsWith(" and ", StringComparison.OrdinalIgnoreCase))
            {
                // Of two in a row the second begins with the blank that ends the first: nobody stands between them.
                if (at > start)
                {
                    yield return text[start..at];
                }

                start = at + 5;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}

namespace Sheaf.Lists;

/// <summary>An inline link of Markdown, <c>[text](target)</c>, by its places in one line.</summary>
/// <param name="Start">Of the opening bracket.</param>
/// <param name="End">After the closing parenthesis.</param>
/// <param name="Text">What stands between the brackets.</param>
/// <param name="Target">Where the target begins: what is found from here on belongs to it.</param>
internal sealed record MarkdownLink(int Start, int End, Range Text, int Target)
{
    /// <summary>
    /// All links of a line that are not inside another one, in order. A target is what Markdown allows in it less square brackets, which
    /// no arXiv address has: so a scan that fails stops where the next one can begin, and the whole stays linear on hostile text.
    /// </summary>
    public static List<MarkdownLink> FindAll(string line)
    {
        var links = new List<MarkdownLink>();
        var open = new Stack<int>();
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    open.Push(at);
                    break;
                case ']' when open.TryPop(out var start) && EndOfTarget(line, at + 1) is { } end:
                    links.Add(new(start, end, (start + 1)..at, at + 2));
                    open.Clear();
                    at = end - 1;
                    break;
            }
        }

        return links;
    }

    private static int? EndOfTarget(string line, int parenthesis)
    {
        if (parenthesis >= line.Length || line[parenthesis] != '(')
        {
            return null;
        }

        var depth = 0;
        for (var at = parenthesis; at < line.Length && line[at] is not ('[' or ']'); at++)
        {
            depth += line[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return null;
    }
}

namespace Sheaf.Lists.Import;

/// <summary>Which items of a list lead to a paper.</summary>
internal static class ItemsWithPapers
{
    /// <summary>Which items have, on their own line or further indented below, a reference to a paper.</summary>
    public static bool[] Find(ListPage page)
    {
        var leads = new bool[page.Count];
        var open = new Stack<(int Indent, int Line)>();
        for (var line = 0; line < page.Count; line++)
        {
            if (page[line].IsWhiteSpace)
            {
                continue;
            }

            while (open.TryPeek(out var item) && page[line].Indent <= item.Indent)
            {
                open.Pop();
            }

            if (page.IsItem(line))
            {
                open.Push((page[line].Indent, line));
            }

            if (page.HasReference(line))
            {
                // Whoever is marked has marked those around it.
                foreach (var item in open.TakeWhile(item => !leads[item.Line]))
                {
                    leads[item.Line] = true;
                }
            }
        }

        return leads;
    }
}

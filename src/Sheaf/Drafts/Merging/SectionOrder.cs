namespace Sheaf.Drafts.Merging;

/// <summary>Puts the sections of a text into the order that another text has them in, each with everything in it.</summary>
internal static class SectionOrder
{
    /// <param name="text">The text.</param>
    /// <param name="place">The place of a section's heading in the other text; -1 where it has none, and the section stays where it is.</param>
    /// <returns>The text itself where its sections are in order.</returns>
    public static MarkdownOutline Of(MarkdownOutline text, Func<int, int> place)
    {
        var parts = text.Headings.ToLookup(text.HeadingOf);
        var order = new List<int>(text.Blocks.Count);
        Append(-1);
        return order.SequenceEqual(Enumerable.Range(0, order.Count)) ? text : new MarkdownOutline(Ordered(text, order), text.Tail);

        void Append(int heading)
        {
            order.AddRange(text.Under(heading));
            foreach (var part in InOrder([.. parts[heading]], place))
            {
                order.Add(part);
                Append(part);
            }
        }
    }

    /// <summary>Those that have a place change places among themselves.</summary>
    private static IEnumerable<int> InOrder(List<int> parts, Func<int, int> place)
    {
        var sorted = new Queue<int>(parts.Where(part => place(part) >= 0).OrderBy(place));
        return parts.Select(part => place(part) >= 0 ? sorted.Dequeue() : part);
    }

    /// <summary>What stands before the text stays before it.</summary>
    private static List<Block> Ordered(MarkdownOutline text, List<int> order)
    {
        var (first, opening) = (text.Blocks[0], text.Blocks[order[0]]);
        return
        [
            .. order.Select(at => text.Blocks[at]).Select(block => first == opening ? block
                : block == opening ? block.After(first.Gap)
                : block == first ? block.After(opening.Gap)
                : block),
        ];
    }
}

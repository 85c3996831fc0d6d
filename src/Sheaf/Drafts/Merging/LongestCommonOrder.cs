namespace Sheaf.Drafts.Merging;

/// <summary>What stands in the same order in two texts, counted by weight. In time n log n.</summary>
internal static class LongestCommonOrder
{
    /// <summary>
    /// Of things in the order of one text, those that are in every heaviest common order: whatever could have been moved is not.
    /// </summary>
    /// <param name="things">Their places in the other text, each once, and their weights.</param>
    public static bool[] Certain(IReadOnlyList<(int Place, long Weight)> things)
    {
        var up = Heaviest(things);
        var down = Heaviest([.. things.Reverse().Select(thing => (-thing.Place, thing.Weight))]);
        var whole = up.DefaultIfEmpty().Max();
        var spans = Enumerable.Range(0, things.Count)
            .Where(at => up[at] + down[^(at + 1)] - things[at].Weight == whole)
            .Select(at => (At: at, From: up[at] - things[at].Weight, To: up[at]))
            .OrderBy(span => span.From).ToList();

        // Every heaviest order fills the whole with spans side by side; a span that overlaps with another can be done without.
        var isCertain = new bool[things.Count];
        var reach = 0L;
        for (var at = 0; at < spans.Count; at++)
        {
            isCertain[spans[at].At] = spans[at].From >= reach && (at + 1 == spans.Count || spans[at + 1].From >= spans[at].To);
            reach = Math.Max(reach, spans[at].To);
        }

        return isCertain;
    }

    /// <summary>Those of one heaviest common order, always the same one.</summary>
    public static bool[] One(IReadOnlyList<(int Place, long Weight)> things)
    {
        var up = Heaviest(things);
        var isIn = new bool[things.Count];
        var (left, before) = (up.DefaultIfEmpty().Max(), int.MaxValue);
        for (var at = things.Count - 1; at >= 0; at--)
        {
            if (up[at] == left && left > 0 && things[at].Place < before)
            {
                isIn[at] = true;
                (left, before) = (left - things[at].Weight, things[at].Place);
            }
        }

        return isIn;
    }

    /// <summary>For each thing the weight of the heaviest order that ends with it.</summary>
    private static long[] Heaviest(IReadOnlyList<(int Place, long Weight)> things)
    {
        var ranks = new int[things.Count];
        foreach (var (at, rank) in Enumerable.Range(0, things.Count).OrderBy(at => things[at].Place).Select((at, rank) => (at, rank + 1)))
        {
            ranks[at] = rank;
        }

        var best = new long[things.Count + 1];
        var heaviest = new long[things.Count];
        for (var at = 0; at < things.Count; at++)
        {
            for (var below = ranks[at]; below > 0; below &= below - 1)
            {
                heaviest[at] = Math.Max(heaviest[at], best[below]);
            }

            heaviest[at] += things[at].Weight;
            for (var above = ranks[at]; above <= things.Count; above += above & -above)
            {
                best[above] = Math.Max(best[above], heaviest[at]);
            }
        }

        return heaviest;
    }
}

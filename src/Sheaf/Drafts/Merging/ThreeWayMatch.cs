using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>The three texts of a merge side by side, and what the person did with each block of the middle one.</summary>
internal sealed class ThreeWayMatch
{
    private readonly Matching<LastIndex, FreshIndex> _lastToFresh;
    private readonly Matching<LastIndex, EditedIndex> _lastToEdited;
    private readonly Matching<FreshIndex, EditedIndex> _freshToEdited;
    private readonly bool[] _isTouched;
    private readonly bool[] _isMoved;

    private ThreeWayMatch(
        MarkdownOutline<LastIndex> last, MarkdownOutline<EditedIndex> edited, MarkdownOutline<FreshIndex> fresh, DeletionMarkers left)
    {
        (Last, Edited, Fresh, Left) = (last, edited, fresh, left);
        _lastToFresh = new(last, fresh, byPerson: false);
        _lastToEdited = new(last, edited, byPerson: true);
        _freshToEdited = new(fresh, edited, byPerson: true);
        _isTouched = [.. edited.Indices.Select(FindTouched)];
        _isMoved = FindMoved();
        Theirs = FindTheirs();
    }

    /// <summary>Compares the texts, with the sections that the fresh text has in another order put into that order first.</summary>
    /// <param name="last">What Sheaf last wrote; empty where nobody knows.</param>
    /// <param name="edited">What the person made of it.</param>
    /// <param name="fresh">What Sheaf would write now.</param>
    /// <param name="left">What it would not.</param>
    public static ThreeWayMatch Of(
        MarkdownOutline<LastIndex> last, MarkdownOutline<EditedIndex> edited, MarkdownOutline<FreshIndex> fresh, DeletionMarkers left)
    {
        var texts = new ThreeWayMatch(last, edited, fresh, left);
        var ordered = SectionOrder.Of(last, heading => texts.FreshOf(heading));
        return ordered == last
            ? texts
            : new ThreeWayMatch(ordered, SectionOrder.Of(edited, at => texts.IsMoved(at) ? null : texts.FreshOf(at)), fresh, left);
    }

    public MarkdownOutline<LastIndex> Last { get; }

    public MarkdownOutline<EditedIndex> Edited { get; }

    public MarkdownOutline<FreshIndex> Fresh { get; }

    public DeletionMarkers Left { get; }

    /// <summary>The papers of which the person has written an entry.</summary>
    public IReadOnlySet<ArxivIdentifier> Theirs { get; }

    public LastIndex? LastOf(EditedIndex edited) => _lastToEdited.Ours(edited);

    public LastIndex? LastOf(FreshIndex fresh) => _lastToFresh.Ours(fresh);

    public FreshIndex? FreshOf(EditedIndex edited) => _lastToFresh.Theirs(LastOf(edited));

    public FreshIndex? FreshOf(LastIndex? last) => _lastToFresh.Theirs(last);

    public EditedIndex? EditedOf(LastIndex last) => _lastToEdited.Theirs(last);

    /// <summary>Where a block of the fresh text stands in the person's; null where it does not.</summary>
    public EditedIndex? EditedOf(FreshIndex fresh) => LastOf(fresh) is { } last ? EditedOf(last)
        : _freshToEdited.Theirs(fresh) is { } own && LastOf(own) is null ? own
        : null;

    public bool IsTouched(EditedIndex edited) => _isTouched[edited.Value];

    public bool IsMoved(EditedIndex edited) => _isMoved[edited.Value];

    /// <summary>Whether it is where and as Sheaf wrote it.</summary>
    public bool IsUntouched(EditedIndex edited) => LastOf(edited) is not null && !IsTouched(edited) && !IsMoved(edited);

    /// <summary>The paper in whose section a block of the person's text is, or which it heads; null for none.</summary>
    public ArxivIdentifier? SectionPaper(EditedIndex edited) => _lastToEdited.PaperOfTheirs(edited);

    private bool FindTouched(EditedIndex edited)
    {
        if (LastOf(edited) is not { } last)
        {
            return true;
        }

        var (was, now) = (Last[last], Edited[edited]);
        return was.Kind != now.Kind || was.Words != now.Words
            || (Last.PaperAt(last) is { } paper && Left.Has(paper, inDepth: !Last.IsEntry(last)));
    }

    private bool[] FindMoved()
    {
        var found = Last.Indices.Where(last => !_lastToEdited.IsGuess(last) && EditedOf(last) is not null).ToList();
        var places = found.ConvertAll(last => EditedOf(last)!.Value.Value);
        var weights = found.Select(last => Last[last].Kind == BlockKind.Heading ? found.Count + 1L : 1);
        var certain = LongestCommonOrder.Certain([.. places.Zip(weights)]);
        var isMoved = new bool[Edited.Blocks.Count];
        for (var at = 0; at < places.Count; at++)
        {
            isMoved[places[at]] = !certain[at];
        }

        return isMoved;
    }

    private HashSet<ArxivIdentifier> FindTheirs()
    {
        var theirs = new HashSet<ArxivIdentifier>();
        foreach (var at in Edited.Indices.Where(at => IsTouched(at) && Edited[at].IsListed && SectionPaper(at) is null))
        {
            var fromSheaf = LastOf(at) is { } last ? Last[last].Identifiers : [];
            theirs.UnionWith(Edited[at].Identifiers.Except(fromSheaf));
        }

        return theirs;
    }
}

/// <summary>Puts the sections of a text into the order that the fresh text has them in, each with everything in it.</summary>
internal static class SectionOrder
{
    /// <param name="text">The text.</param>
    /// <param name="place">
    /// The place of a section's heading in the fresh text; null where it has none, and the section stays where it is.
    /// </param>
    /// <returns>The text itself where its sections are in order.</returns>
    public static MarkdownOutline<TIndex> Of<TIndex>(MarkdownOutline<TIndex> text, Func<TIndex, FreshIndex?> place)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        var parts = text.Headings.ToLookup(text.HeadingOf);
        var order = new List<TIndex>(text.Blocks.Count);
        Append(null);
        return order.SequenceEqual(text.Indices) ? text : new MarkdownOutline<TIndex>(Ordered(text, order), text.Tail);

        void Append(TIndex? heading)
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
    private static IEnumerable<TIndex> InOrder<TIndex>(List<TIndex> parts, Func<TIndex, FreshIndex?> place)
    {
        var sorted = new Queue<TIndex>(parts.Where(part => place(part) is not null).OrderBy(part => place(part)!.Value.Value));
        return parts.Select(part => place(part) is not null ? sorted.Dequeue() : part);
    }

    /// <summary>What stands before the text stays before it.</summary>
    private static List<Block> Ordered<TIndex>(MarkdownOutline<TIndex> text, List<TIndex> order)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        var (first, opening) = (text.Blocks[0], text[order[0]]);
        return
        [
            .. order.Select(at => text[at]).Select(block => first == opening ? block
                : block == opening ? block.After(first.Gap)
                : block == first ? block.After(opening.Gap)
                : block),
        ];
    }
}

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

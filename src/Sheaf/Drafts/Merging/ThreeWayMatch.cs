using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>The three texts of a merge side by side, and what the person did with each block of the middle one.</summary>
internal sealed class ThreeWayMatch
{
    private readonly Matching _facts;
    private readonly Matching _work;
    private readonly Matching _written;
    private readonly bool[] _isTouched;
    private readonly bool[] _isMoved;

    private ThreeWayMatch(MarkdownOutline last, MarkdownOutline edited, MarkdownOutline fresh, DeletionMarkers left)
    {
        (Last, Edited, Fresh, Left) = (last, edited, fresh, left);
        _facts = new Matching(last, fresh, byPerson: false);
        _work = new Matching(last, edited, byPerson: true);
        _written = new Matching(fresh, edited, byPerson: true);
        _isTouched = [.. Enumerable.Range(0, edited.Blocks.Count).Select(FindTouched)];
        _isMoved = FindMoved();
        Theirs = FindTheirs();
    }

    /// <summary>Compares the texts, with the sections that the fresh text has in another order put into that order first.</summary>
    /// <param name="last">What Sheaf last wrote; empty where nobody knows.</param>
    /// <param name="edited">What the person made of it.</param>
    /// <param name="fresh">What Sheaf would write now.</param>
    /// <param name="left">What it would not.</param>
    public static ThreeWayMatch Of(MarkdownOutline last, MarkdownOutline edited, MarkdownOutline fresh, DeletionMarkers left)
    {
        var texts = new ThreeWayMatch(last, edited, fresh, left);
        var ordered = SectionOrder.Of(last, texts.FreshOfLast);
        return ordered == last ? texts
            : new ThreeWayMatch(ordered, SectionOrder.Of(edited, heading => texts.IsMoved(heading) ? -1 : texts.FreshOf(heading)), fresh, left);
    }

    public MarkdownOutline Last { get; }

    public MarkdownOutline Edited { get; }

    public MarkdownOutline Fresh { get; }

    public DeletionMarkers Left { get; }

    /// <summary>The papers of which the person has written an entry.</summary>
    public IReadOnlySet<ArxivIdentifier> Theirs { get; }

    public int LastOf(int edited) => _work.Ours(edited);

    public int LastOfFresh(int fresh) => _facts.Ours(fresh);

    public int FreshOf(int edited) => _facts.Theirs(LastOf(edited));

    public int FreshOfLast(int last) => _facts.Theirs(last);

    public int EditedOfLast(int last) => _work.Theirs(last);

    /// <summary>Where a block of the fresh text stands in the person's; -1 where it does not.</summary>
    public int EditedOf(int fresh)
    {
        var last = LastOfFresh(fresh);
        var own = last >= 0 ? -1 : _written.Theirs(fresh);
        return last >= 0 ? _work.Theirs(last) : own >= 0 && LastOf(own) < 0 ? own : -1;
    }

    public bool IsTouched(int edited) => _isTouched[edited];

    public bool IsMoved(int edited) => _isMoved[edited];

    /// <summary>Whether it is where and as Sheaf wrote it.</summary>
    public bool IsUntouched(int edited) => LastOf(edited) >= 0 && !_isTouched[edited] && !_isMoved[edited];

    /// <summary>The paper in whose section a block of the person's text is, or which it heads; null for none.</summary>
    public ArxivIdentifier? SectionPaper(int edited) => _work.PaperOfTheirs(edited);

    /// <summary>The paper that a block which Sheaf last wrote belongs to, as an entry or as part of its section; null for none.</summary>
    public ArxivIdentifier? PaperOfLast(int last) => PaperOf(Last, last);

    public ArxivIdentifier? PaperOfFresh(int fresh) => PaperOf(Fresh, fresh);

    /// <summary>Whether a block is an entry of the list, no part of a paper's section.</summary>
    public static bool IsEntry(MarkdownOutline text, int at) =>
        text.Blocks[at].Kind is BlockKind.Item or BlockKind.TableRow && text.Blocks[at].Identifier is not null && text.PaperOf(text.HeadingOf(at)) is null;

    private static ArxivIdentifier? PaperOf(MarkdownOutline text, int at) =>
        text.Blocks[at].Kind == BlockKind.Heading ? text.PaperOf(at)
        : text.PaperOf(text.HeadingOf(at)) ?? (IsEntry(text, at) ? text.Blocks[at].Identifier : null);

    private bool FindTouched(int edited)
    {
        var last = LastOf(edited);
        if (last < 0)
        {
            return true;
        }

        var (was, now) = (Last.Blocks[last], Edited.Blocks[edited]);
        return was.Kind != now.Kind || was.Words != now.Words
            || (PaperOfLast(last) is { } paper && Left.Has(paper, inDepth: !IsEntry(Last, last)));
    }

    private bool[] FindMoved()
    {
        var pairs = Enumerable.Range(0, Last.Blocks.Count).Where(last => EditedOfLast(last) >= 0 && !_work.IsGuess(last)).ToList();
        var certain = LongestCommonOrder.Certain([.. pairs.Select(last => (EditedOfLast(last), Last.Blocks[last].Kind == BlockKind.Heading ? pairs.Count + 1L : 1))]);
        var isMoved = new bool[Edited.Blocks.Count];
        for (var at = 0; at < pairs.Count; at++)
        {
            isMoved[EditedOfLast(pairs[at])] = !certain[at];
        }

        return isMoved;
    }

    private HashSet<ArxivIdentifier> FindTheirs()
    {
        var theirs = new HashSet<ArxivIdentifier>();
        foreach (var at in Enumerable.Range(0, Edited.Blocks.Count).Where(at => _isTouched[at] && Edited.Blocks[at].Kind is BlockKind.Item or BlockKind.TableRow && SectionPaper(at) is null))
        {
            var sheafs = LastOf(at) is >= 0 and var last ? Last.Blocks[last].Identifiers : [];
            theirs.UnionWith(Edited.Blocks[at].Identifiers.Except(sheafs));
        }

        return theirs;
    }
}

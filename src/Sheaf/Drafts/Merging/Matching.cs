using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// Which block of one text is which of another: papers by their identifiers, headings by their words or by the paper they are about,
/// everything else by what it says and, within its section, by what it is.
/// </summary>
internal sealed class Matching<TOurs, TTheirs>
    where TOurs : struct, IBlockIndex<TOurs>
    where TTheirs : struct, IBlockIndex<TTheirs>
{
    private readonly MarkdownOutline<TOurs> _ours;
    private readonly MarkdownOutline<TTheirs> _theirs;
    private readonly bool _byPerson;
    private readonly TTheirs?[] _forward;
    private readonly TOurs?[] _back;
    private readonly bool[] _isGuess;

    /// <param name="ours">What Sheaf wrote.</param>
    /// <param name="theirs">Another text of Sheaf's, or a person's.</param>
    /// <param name="byPerson">Whether a person may have changed it: then more is taken for the same.</param>
    public Matching(MarkdownOutline<TOurs> ours, MarkdownOutline<TTheirs> theirs, bool byPerson)
    {
        (_ours, _theirs, _byPerson) = (ours, theirs, byPerson);
        _forward = new TTheirs?[ours.Blocks.Count];
        _back = new TOurs?[theirs.Blocks.Count];
        _isGuess = new bool[ours.Blocks.Count];
        PairHeadings();
        PairOpenings();
        PairEntries();
        PairRenamedSections();
        PairParts();
        if (byPerson)
        {
            PairEverywhere();
        }
    }

    /// <summary>The other text's block; null for none.</summary>
    public TTheirs? Theirs(TOurs? ours) => ours is { } at ? _forward[at.Value] : null;

    /// <summary>The block here; null for none.</summary>
    public TOurs? Ours(TTheirs? theirs) => theirs is { } at ? _back[at.Value] : null;

    /// <summary>
    /// Whether only kind and place say that it is the same block: good for telling what it was, not for telling where it went.
    /// </summary>
    public bool IsGuess(TOurs ours) => _isGuess[ours.Value];

    /// <summary>The paper whose section a block of the other text is in, or heads; null for none.</summary>
    public ArxivIdentifier? PaperOfTheirs(TTheirs theirs)
    {
        TTheirs? nearest = _theirs[theirs].Kind == BlockKind.Heading ? theirs : _theirs.HeadingOf(theirs);
        while (nearest is { } heading)
        {
            if (Ours(heading) is { } found)
            {
                return _ours.PaperOf(found);
            }

            nearest = _theirs.HeadingOf(heading);
        }

        return null;
    }

    private bool IsLoose(TOurs ours) => Theirs(ours) is null;

    private bool IsLoose(TTheirs theirs) => Ours(theirs) is null;

    private void PairHeadings()
    {
        var (ours, theirs) = (_ours.Headings.ToList(), _theirs.Headings.ToList());
        Pair(ours, theirs, one => one.Paper is { } paper ? (paper, one.Block.Words) : null);
        Pair(ours.Where(at => _ours.PaperOf(at) is null), theirs, one => one.Block.Words);
        Pair(ours, theirs, one => one.Paper is { } paper ? (paper, one.Block.Level) : null);
        if (_byPerson)
        {
            PairByLinks(theirs);
            Pair(ours, theirs, one => one.Block.Words);
        }

        // In another language a part has another heading.
        Pair(ours, theirs, one => one.Block.Part);
        Pair(ours.Take(1), theirs.Take(1), one => one.Block.Level == 1 ? "title" : null);
    }

    /// <summary>An introduction that has headings takes the line that counts the papers under another one.</summary>
    private void PairOpenings()
    {
        if (DraftOpening.Find(_ours) is { } ours && DraftOpening.Find(_theirs) is { } theirs)
        {
            Join(ours, theirs);
        }
    }

    /// <summary>A person may have written above the link of a paper's section, and linked other papers there.</summary>
    private void PairByLinks(IEnumerable<TTheirs> theirs)
    {
        var waiting = _ours.Headings.Where(at => IsLoose(at) && _ours.PaperOf(at) is not null).GroupBy(at => _ours.PaperOf(at)!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var heading in theirs.Where(heading => IsLoose(heading) && _theirs[heading].Level > 1))
        {
            var linked = _theirs.Under(heading).Select(at => _theirs[at]).Where(block => !block.IsListed)
                .Select(block => block.Identifier).OfType<ArxivIdentifier>();
            var found = linked.Where(waiting.ContainsKey).Select(paper => waiting[paper]).Where(IsLoose).Take(1).ToList();
            if (found is [var first])
            {
                Join(first, heading);
            }
        }
    }

    private void PairEntries()
    {
        var ours = Entries(_ours, heading => _ours.PaperOf(heading) is not null);
        var theirs = Entries(_theirs, heading =>
            Ours(heading) is { } found ? _ours.PaperOf(found) is not null : !_byPerson && _theirs.PaperOf(heading) is not null);
        Pair(ours, theirs, one => (one.Block.Identifier!.Value, one.Block.Words, IsApart(one)));
        Pair(ours, theirs, one => (one.Block.Identifier!.Value, IsApart(one)));
        if (_byPerson)
        {
            PairWithin(ours, theirs);
        }
    }

    /// <summary>A suggestion that the editor has put on the list is new there; a person's own text may have it anywhere.</summary>
    private bool IsApart(OutlinedBlock one) => !_byPerson && one.IsSuggested;

    /// <summary>A person may have put another link before an entry's own, or one entry into another.</summary>
    private void PairWithin(IEnumerable<TOurs> ours, IEnumerable<TTheirs> theirs)
    {
        var waiting = ours.Where(IsLoose).GroupBy(at => _ours[at].Identifier!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var at in waiting.Count == 0 ? [] : theirs.Where(IsLoose))
        {
            if (_theirs[at].Identifiers.FirstOrDefault(waiting.ContainsKey) is { } inner && waiting.Remove(inner, out var found))
            {
                Join(found, at);
            }
        }
    }

    /// <summary>A section that has most of the papers of one that is gone is that one.</summary>
    private void PairRenamedSections()
    {
        foreach (var heading in _theirs.Headings.Where(heading => IsLoose(heading) && _theirs[heading].Level > 1))
        {
            var papers = _theirs.Under(heading).Where(at => _theirs[at].IsListed)
                .Select(at => Ours(at)).OfType<TOurs>().Select(_ours.HeadingOf).ToList();
            var most = papers.GroupBy(from => from).MaxBy(group => group.Count());
            if (most?.Key is { } renamed && IsLoose(renamed) && most.Count() * 2 > papers.Count
                && most.Count() * 2 > _ours.Under(renamed).Count(at => _ours[at].IsListed))
            {
                Join(renamed, heading);
            }
        }
    }

    private void PairParts()
    {
        foreach (var heading in _ours.Sections.Where(heading => heading is not { } at || !IsLoose(at)))
        {
            var ours = _ours.Under(heading).Where(IsLoose).ToList();
            var theirs = _theirs.Under(Theirs(heading)).Where(IsLoose).ToList();
            Pair(ours, theirs, one => (one.Block.Kind, one.Block.Words));
            Pair(ours, theirs, one => one.Block.Label is { } label ? (one.Block.Kind, label) : null, isGuess: true);
            Pair(ours, theirs, one => one.Block.Label is null or Block.OpeningLabel ? one.Block.Kind : null, isGuess: true);
        }
    }

    private void PairEverywhere() => Pair(
        [.. _ours.Indices.Where(at => IsLoose(at) && _ours[at].Kind != BlockKind.Heading)],
        [.. _theirs.Indices.Where(at => IsLoose(at) && _theirs[at].Kind != BlockKind.Heading)],
        one => (one.Block.Kind, one.Block.Words));

    private static List<TIndex> Entries<TIndex>(MarkdownOutline<TIndex> text, Func<TIndex, bool> isPaper)
        where TIndex : struct, IBlockIndex<TIndex> =>
    [
        .. text.Indices.Where(at =>
            text[at] is { IsListed: true, Identifier: not null } && !(text.HeadingOf(at) is { } heading && isPaper(heading))),
    ];

    /// <summary>Pairs what has equal keys, the first here with the first there, and so on.</summary>
    private void Pair<TKey>(IEnumerable<TOurs> ours, IEnumerable<TTheirs> theirs, Func<OutlinedBlock, TKey?> key, bool isGuess = false)
        where TKey : struct => Pair(ours, theirs, one => key(one) is { } value ? (object)value : null, isGuess);

    private void Pair(IEnumerable<TOurs> ours, IEnumerable<TTheirs> theirs, Func<OutlinedBlock, object?> key, bool isGuess = false)
    {
        var waiting = ours.Where(IsLoose).Select(at => (At: at, Key: key(_ours.InOutline(at)))).Where(one => one.Key is not null)
            .GroupBy(one => one.Key!, one => one.At).ToDictionary(group => group.Key, group => new Queue<TOurs>(group));
        foreach (var at in waiting.Count == 0 ? [] : theirs.Where(IsLoose))
        {
            if (key(_theirs.InOutline(at)) is { } wanted && waiting.TryGetValue(wanted, out var found) && found.TryDequeue(out var first))
            {
                Join(first, at);
                _isGuess[first.Value] = isGuess;
            }
        }
    }

    private void Join(TOurs ours, TTheirs theirs) => (_forward[ours.Value], _back[theirs.Value]) = (theirs, ours);
}

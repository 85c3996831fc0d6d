using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// Which block of one manuscript is which of another: papers by their identifiers, headings by their words or by the paper they are about,
/// everything else by what it says and, within its section, by what it is.
/// </summary>
internal sealed class Matching
{
    private readonly MarkdownOutline _ours;
    private readonly MarkdownOutline _theirs;
    private readonly bool _byPerson;
    private readonly int[] _forward;
    private readonly int[] _back;
    private readonly bool[] _isGuess;

    /// <param name="ours">What Sheaf wrote.</param>
    /// <param name="theirs">Another text of Sheaf's, or a person's.</param>
    /// <param name="byPerson">Whether a person may have changed it: then more is taken for the same.</param>
    public Matching(MarkdownOutline ours, MarkdownOutline theirs, bool byPerson)
    {
        (_ours, _theirs, _byPerson) = (ours, theirs, byPerson);
        _forward = [.. Enumerable.Repeat(-1, ours.Blocks.Count)];
        _back = [.. Enumerable.Repeat(-1, theirs.Blocks.Count)];
        _isGuess = new bool[ours.Blocks.Count];
        PairHeadings();
        PairEntries();
        PairRenamedSections();
        PairParts();
        if (byPerson)
        {
            PairEverywhere();
        }
    }

    /// <summary>The other text's block; -1 for none.</summary>
    public int Theirs(int ours) => ours < 0 ? -1 : _forward[ours];

    /// <summary>The block here; -1 for none.</summary>
    public int Ours(int theirs) => theirs < 0 ? -1 : _back[theirs];

    /// <summary>Whether only kind and place say that it is the same block: good for telling what it was, not for telling where it went.</summary>
    public bool IsGuess(int ours) => _isGuess[ours];

    /// <summary>The paper whose section a block of the other text is in, or heads; null for none.</summary>
    public ArxivIdentifier? PaperOfTheirs(int theirs)
    {
        for (var heading = _theirs.Blocks[theirs].Kind == BlockKind.Heading ? theirs : _theirs.HeadingOf(theirs); heading >= 0; heading = _theirs.HeadingOf(heading))
        {
            if (_back[heading] >= 0)
            {
                return _ours.PaperOf(_back[heading]);
            }
        }

        return null;
    }

    private void PairHeadings()
    {
        var (ours, theirs) = (_ours.Headings.ToList(), _theirs.Headings.ToList());
        Pair(ours, theirs, (text, at) => text.PaperOf(at) is { } paper ? (paper, text.Blocks[at].Words) : null);
        Pair(ours.Where(at => _ours.PaperOf(at) is null), theirs, (text, at) => text.Blocks[at].Words);
        Pair(ours, theirs, (text, at) => text.PaperOf(at) is { } paper ? (paper, text.Blocks[at].Level) : null);
        if (_byPerson)
        {
            PairByLinks(theirs);
            Pair(ours, theirs, (text, at) => text.Blocks[at].Words);
        }

        Pair(ours.Take(1), theirs.Take(1), (text, at) => text.Blocks[at].Level == 1 ? "title" : null);
    }

    /// <summary>A person may have written above the link of a paper's section, and linked other papers there.</summary>
    private void PairByLinks(IEnumerable<int> theirs)
    {
        var waiting = _ours.Headings.Where(at => _forward[at] < 0 && _ours.PaperOf(at) is not null).GroupBy(at => _ours.PaperOf(at)!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var heading in theirs.Where(heading => _back[heading] < 0 && _theirs.Blocks[heading].Level > 1))
        {
            var linked = _theirs.Under(heading).Where(at => !IsListed(_theirs, at)).Select(at => _theirs.Blocks[at].Identifier).OfType<ArxivIdentifier>();
            if (linked.Where(waiting.ContainsKey).Select(paper => (int?)waiting[paper]).FirstOrDefault(at => _forward[at!.Value] < 0) is { } found)
            {
                Join(found, heading);
            }
        }
    }

    private void PairEntries()
    {
        var ours = Entries(_ours, heading => _ours.PaperOf(heading) is not null);
        var theirs = Entries(_theirs, heading => _back[heading] >= 0 ? _ours.PaperOf(_back[heading]) is not null : !_byPerson && _theirs.PaperOf(heading) is not null);
        Pair(ours, theirs, (text, at) => (text.Blocks[at].Identifier!.Value, text.Blocks[at].Words, IsApart(text, at)));
        Pair(ours, theirs, (text, at) => (text.Blocks[at].Identifier!.Value, IsApart(text, at)));
        if (_byPerson)
        {
            PairWithin(ours, theirs);
        }
    }

    /// <summary>A suggestion that the editor has put on the list is new there; a person's own text may have it anywhere.</summary>
    private bool IsApart(MarkdownOutline text, int at) => !_byPerson && text.IsSuggested(at);

    /// <summary>A person may have put another link before an entry's own, or one entry into another.</summary>
    private void PairWithin(IEnumerable<int> ours, IEnumerable<int> theirs)
    {
        var waiting = ours.Where(at => _forward[at] < 0).GroupBy(at => _ours.Blocks[at].Identifier!.Value).ToDictionary(group => group.Key, group => group.First());
        foreach (var at in waiting.Count == 0 ? [] : theirs.Where(at => _back[at] < 0))
        {
            if (_theirs.Blocks[at].Identifiers.FirstOrDefault(waiting.ContainsKey) is { } inner && waiting.Remove(inner, out var found))
            {
                Join(found, at);
            }
        }
    }

    /// <summary>A section that has most of the papers of one that is gone is that one.</summary>
    private void PairRenamedSections()
    {
        foreach (var heading in _theirs.Headings.Where(heading => _back[heading] < 0 && _theirs.Blocks[heading].Level > 1))
        {
            var papers = _theirs.Under(heading).Where(at => _back[at] >= 0 && IsListed(_theirs, at)).Select(at => _ours.HeadingOf(_back[at])).ToList();
            var most = papers.GroupBy(from => from).MaxBy(group => group.Count());
            if (most is { Key: >= 0 } && _forward[most.Key] < 0 && most.Count() * 2 > papers.Count
                && most.Count() * 2 > _ours.Under(most.Key).Count(at => IsListed(_ours, at)))
            {
                Join(most.Key, heading);
            }
        }
    }

    private void PairParts()
    {
        foreach (var heading in _ours.Headings.Where(heading => _forward[heading] >= 0).Prepend(-1))
        {
            var ours = Parts(_ours, heading, _forward);
            var theirs = Parts(_theirs, heading < 0 ? -1 : _forward[heading], _back);
            Pair(ours, theirs, (text, at) => (text.Blocks[at].Kind, text.Blocks[at].Words));
            Pair(ours, theirs, (text, at) => text.Blocks[at].Label is { } label ? (text.Blocks[at].Kind, label) : null, isGuess: true);
            Pair(ours, theirs, (text, at) => text.Blocks[at].Label is null ? text.Blocks[at].Kind : null, isGuess: true);
        }
    }

    private void PairEverywhere() =>
        Pair(Loose(_ours, _forward), Loose(_theirs, _back), (text, at) => (text.Blocks[at].Kind, text.Blocks[at].Words));

    private static List<int> Entries(MarkdownOutline text, Func<int, bool> isPaper) =>
    [
        .. Enumerable.Range(0, text.Blocks.Count).Where(at => IsListed(text, at) && text.Blocks[at].Identifier is not null
            && !(text.HeadingOf(at) is >= 0 and var heading && isPaper(heading))),
    ];

    private static bool IsListed(MarkdownOutline text, int at) => text.Blocks[at].Kind is BlockKind.Item or BlockKind.TableRow;

    private static List<int> Parts(MarkdownOutline text, int heading, int[] matched) => [.. text.Under(heading).Where(at => matched[at] < 0)];

    private static List<int> Loose(MarkdownOutline text, int[] matched) =>
        [.. Enumerable.Range(0, text.Blocks.Count).Where(at => matched[at] < 0 && text.Blocks[at].Kind != BlockKind.Heading)];

    /// <summary>Pairs what has equal keys, the first here with the first there, and so on.</summary>
    private void Pair<TKey>(IEnumerable<int> ours, IEnumerable<int> theirs, Func<MarkdownOutline, int, TKey?> key, bool isGuess = false)
        where TKey : struct => Pair(ours, theirs, (text, at) => key(text, at) is { } value ? (object)value : null, isGuess);

    private void Pair(IEnumerable<int> ours, IEnumerable<int> theirs, Func<MarkdownOutline, int, object?> key, bool isGuess = false)
    {
        var waiting = ours.Where(at => _forward[at] < 0).Select(at => (At: at, Key: key(_ours, at))).Where(one => one.Key is not null)
            .GroupBy(one => one.Key!, one => one.At).ToDictionary(group => group.Key, group => new Queue<int>(group));
        foreach (var at in waiting.Count == 0 ? [] : theirs.Where(at => _back[at] < 0))
        {
            if (key(_theirs, at) is { } wanted && waiting.TryGetValue(wanted, out var found) && found.TryDequeue(out var first))
            {
                Join(first, at);
                _isGuess[first] = isGuess;
            }
        }
    }

    private void Join(int ours, int theirs) => (_forward[ours], _back[theirs]) = (theirs, ours);
}

using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>What becomes of each block of the person's text, and which blocks of the fresh text are written into it.</summary>
internal sealed class MergeDecisions
{
    private readonly ThreeWayMatch _texts;
    private readonly IReadOnlySet<ArxivIdentifier> _absent;
    private readonly bool _isFrozen;
    private readonly HashSet<int> _replaced = [];
    private readonly Dictionary<ArxivIdentifier, bool> _isWorkedOn = [];
    private readonly Verdict[] _verdicts;
    private readonly bool[] _isWritten;

    /// <param name="texts">The three texts.</param>
    /// <param name="absent">Papers that the fresh text lacks and the list does not: what Sheaf wrote of them stays.</param>
    public MergeDecisions(ThreeWayMatch texts, IReadOnlySet<ArxivIdentifier> absent)
    {
        (_texts, _absent) = (texts, absent);
        _isFrozen = Enumerable.Range(0, texts.Last.Blocks.Count).Any(last => texts.FreshOfLast(last) < 0 && IsAbsent(texts.PaperOfLast(last)));
        FindReplaced();
        _verdicts = [.. Enumerable.Range(0, texts.Edited.Blocks.Count).Select(Find)];
        _isWritten = FindWritten();
    }

    /// <summary>What becomes of a block of the person's text.</summary>
    public Verdict Of(int edited) => _verdicts[edited];

    /// <summary>Whether a block of the fresh text is to be written in.</summary>
    public bool IsWritten(int fresh) => fresh >= 0 && _isWritten[fresh];

    /// <summary>Whether Sheaf itself moves a block that nobody touched to another place.</summary>
    public bool IsReplaced(int fresh) => _replaced.Contains(fresh);

    private bool IsAbsent(ArxivIdentifier? paper) => paper is { } known && _absent.Contains(known);

    /// <summary>Of the untouched blocks of a section those that are not in their order any more, and those that have come from another section or were of another kind.</summary>
    private void FindReplaced()
    {
        foreach (var heading in _texts.Fresh.Headings.Prepend(-1))
        {
            var there = _texts.Fresh.Under(heading).Where(fresh => _texts.EditedOf(fresh) is >= 0 and var edited && _texts.IsUntouched(edited)).ToList();
            var settled = there.Where(fresh => IsSettled(fresh, heading)).ToList();
            var inOrder = LongestCommonOrder.One([.. settled.Select(fresh => (_texts.EditedOf(fresh), 1L))]);
            _replaced.UnionWith(there.Except(settled).Where(fresh => ThreeWayMatch.IsEntry(_texts.Fresh, fresh)));
            _replaced.UnionWith(settled.Where((_, at) => !inOrder[at]));
        }
    }

    private bool IsSettled(int fresh, int heading)
    {
        var last = _texts.LastOfFresh(fresh);
        var before = _texts.Last.HeadingOf(last);
        return _texts.Last.Blocks[last].Kind == _texts.Fresh.Blocks[fresh].Kind && (before < 0 ? heading < 0 : _texts.FreshOfLast(before) == heading);
    }

    private Verdict Find(int edited)
    {
        if (!_texts.IsUntouched(edited))
        {
            return Verdict.Stays;
        }

        var (last, fresh) = (_texts.LastOf(edited), _texts.FreshOf(edited));
        return fresh < 0 ? OfGone(edited, last)
            : _replaced.Contains(fresh) ? Verdict.Goes
            : _isFrozen && _texts.PaperOfLast(last) is null && _texts.Last.Blocks[last].Kind != BlockKind.Heading ? Verdict.Stays
            : Verdict.IsBroughtUpToDate;
    }

    private Verdict OfGone(int edited, int last)
    {
        var (block, paper) = (_texts.Last.Blocks[last], _texts.PaperOfLast(last));
        return IsAbsent(paper) || (_isFrozen && paper is null && block.Kind != BlockKind.Heading) ? Verdict.Stays
            : paper is { } gone && _texts.SectionPaper(edited) == gone && IsSectionGone(last) ? (IsWorkedOn(gone) ? Verdict.Stays : Verdict.Goes)
            : block.Kind is BlockKind.Heading or BlockKind.TableHead ? Verdict.GoesIfEmpty
            : paper is not null && IsSectionGone(last) ? Verdict.Stays
            : Verdict.Goes;
    }

    /// <summary>Whether a block is part of a paper's section that the fresh text has no more.</summary>
    private bool IsSectionGone(int last)
    {
        var heading = _texts.Last.Blocks[last].Kind == BlockKind.Heading ? last : _texts.Last.HeadingOf(last);
        return _texts.Last.PaperOf(heading) is not null && _texts.FreshOfLast(heading) < 0;
    }

    /// <summary>Whether the person did anything within a paper's section. It goes or stays as a whole: what was written there is about what stands there.</summary>
    private bool IsWorkedOn(ArxivIdentifier paper)
    {
        if (!_isWorkedOn.TryGetValue(paper, out var isWorkedOn))
        {
            var heading = _texts.Last.Headings.First(at => _texts.Last.PaperOf(at) == paper && _texts.FreshOfLast(at) < 0);
            var there = _texts.EditedOfLast(heading);
            isWorkedOn = there < 0
                || _texts.Last.Under(heading).Any(last => _texts.EditedOfLast(last) < 0)
                || Enumerable.Range(there, _texts.Edited.EndOf(there) - there).Any(edited => !_texts.IsUntouched(edited));
            _isWorkedOn[paper] = isWorkedOn;
        }

        return isWorkedOn;
    }

    private bool[] FindWritten()
    {
        var fresh = _texts.Fresh;
        var isWritten = new bool[fresh.Blocks.Count];
        foreach (var at in Enumerable.Range(0, isWritten.Length).Where(at => fresh.Blocks[at].Kind != BlockKind.Heading && ThreeWayMatch.IsEntry(fresh, at)))
        {
            isWritten[at] = IsReplaced(at) || (_texts.LastOfFresh(at) < 0 && IsNew(fresh.Blocks[at].Identifier!.Value));
        }

        foreach (var heading in fresh.Headings.Reverse().Where(heading => !IsTitle(heading) && _texts.LastOfFresh(heading) < 0 && _texts.EditedOf(heading) < 0))
        {
            isWritten[heading] = fresh.PaperOf(heading) is { } paper ? !_texts.Left.Has(paper, inDepth: true) : HasNews(heading, isWritten);
        }

        foreach (var at in Enumerable.Range(0, isWritten.Length).Where(at => fresh.Blocks[at].Kind != BlockKind.Heading && !ThreeWayMatch.IsEntry(fresh, at)))
        {
            isWritten[at] = IsReplaced(at) || (_texts.LastOfFresh(at) < 0 && IsWrittenUnder(fresh.HeadingOf(at), at, isWritten));
        }

        return isWritten;
    }

    /// <summary>A draft that is there has the title that its author wants, or none.</summary>
    private bool IsTitle(int heading) => heading == _texts.Fresh.Headings.First() && _texts.Fresh.EndOf(heading) == _texts.Fresh.Blocks.Count && _texts.Fresh.Blocks[heading].Level == 1;

    private bool IsNew(ArxivIdentifier paper) => !_texts.Theirs.Contains(paper) && !_texts.Left.Has(paper, inDepth: false);

    /// <summary>A heading comes with the papers under it that are written, or by itself where it never has any.</summary>
    private bool HasNews(int heading, bool[] isWritten)
    {
        var under = Enumerable.Range(heading + 1, _texts.Fresh.EndOf(heading) - heading - 1).ToList();
        return under.Any(at => isWritten[at]) || (_texts.Last.Blocks.Count > 0 && !under.Any(at => _texts.PaperOfFresh(at) is not null));
    }

    /// <summary>New parts come into sections that Sheaf writes now or wrote before; the others are as their author wanted them.</summary>
    private bool IsWrittenUnder(int heading, int at, bool[] isWritten)
    {
        if (heading < 0)
        {
            return _texts.Last.Blocks.Count > 0;
        }

        var isTheirs = _texts.Fresh.PaperOf(heading) is { } paper && _texts.Left.Has(paper, inDepth: true);
        return isWritten[heading] || (_texts.LastOfFresh(heading) >= 0 && !isTheirs) || IsMissingHead(heading, at, isWritten);
    }

    /// <summary>Rows need a table around them.</summary>
    private bool IsMissingHead(int heading, int at, bool[] isWritten) =>
        _texts.Fresh.Blocks[at].Kind == BlockKind.TableHead
        && _texts.Fresh.Under(heading).Any(row => isWritten[row])
        && _texts.EditedOf(heading) is >= 0 and var there && !_texts.Edited.Under(there).Any(row => _texts.Edited.Blocks[row].Kind == BlockKind.TableRow);
}

/// <summary>What becomes of a block of the person's text.</summary>
internal enum Verdict
{
    /// <summary>To the byte.</summary>
    Stays,

    /// <summary>Nobody touched it: it says what the fresh text says.</summary>
    IsBroughtUpToDate,
    Goes,

    /// <summary>A heading of Sheaf's that nothing may be left under.</summary>
    GoesIfEmpty,
}

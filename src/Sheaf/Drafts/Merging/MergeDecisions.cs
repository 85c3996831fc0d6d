using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>What becomes of each block of the person's text, and which blocks of the fresh text are written into it.</summary>
internal sealed class MergeDecisions
{
    private readonly ThreeWayMatch _texts;
    private readonly IReadOnlySet<ArxivIdentifier> _absent;
    private readonly bool _keepsUnownedBlocks;
    private readonly HashSet<FreshIndex> _replaced = [];
    private readonly Dictionary<ArxivIdentifier, bool> _isWorkedOn = [];
    private readonly Verdict[] _verdicts;
    private readonly bool[] _isWritten;

    /// <param name="texts">The three texts.</param>
    /// <param name="absent">Papers that the fresh text lacks and the list does not: what Sheaf wrote of them stays.</param>
    public MergeDecisions(ThreeWayMatch texts, IReadOnlySet<ArxivIdentifier> absent)
    {
        (_texts, _absent) = (texts, absent);
        _keepsUnownedBlocks = texts.Last.Indices.Any(last => texts.FreshOf(last) is null && IsAbsent(texts.Last.PaperAt(last)));
        FindReplaced();
        _verdicts = [.. texts.Edited.Indices.Select(Find)];
        _isWritten = new bool[texts.Fresh.Blocks.Count];
        FindWritten();
    }

    /// <summary>What becomes of a block of the person's text.</summary>
    public Verdict Of(EditedIndex edited) => _verdicts[edited.Value];

    /// <summary>Whether a block of the fresh text is to be written in.</summary>
    public bool IsWritten(FreshIndex? fresh) => fresh is { } at && _isWritten[at.Value];

    /// <summary>Whether Sheaf itself moves a block that nobody touched to another place.</summary>
    public bool IsMovedBySheaf(FreshIndex fresh) => _replaced.Contains(fresh);

    private bool IsAbsent(ArxivIdentifier? paper) => paper is { } known && _absent.Contains(known);

    /// <summary>
    /// Of the untouched blocks of a section those that are not in their order any more, and those that have come from another section or
    /// were of another kind.
    /// </summary>
    private void FindReplaced()
    {
        foreach (var heading in _texts.Fresh.Sections)
        {
            var there = _texts.Fresh.Under(heading)
                .Where(fresh => _texts.EditedOf(fresh) is { } edited && _texts.IsUntouched(edited)).ToList();
            var settled = there.Where(fresh => IsSettled(fresh, heading)).ToList();
            var inOrder = LongestCommonOrder.One([.. settled.Select(fresh => (_texts.EditedOf(fresh)!.Value.Value, 1L))]);
            _replaced.UnionWith(there.Except(settled).Where(_texts.Fresh.IsEntry));
            _replaced.UnionWith(settled.Where((_, at) => !inOrder[at]));
        }
    }

    private bool IsSettled(FreshIndex fresh, FreshIndex? heading) =>
        _texts.LastOf(fresh) is { } last && _texts.Last[last].Kind == _texts.Fresh[fresh].Kind
        && (_texts.Last.HeadingOf(last) is { } before ? _texts.FreshOf(before) == heading : heading is null);

    private Verdict Find(EditedIndex edited)
    {
        if (!_texts.IsUntouched(edited) || _texts.LastOf(edited) is not { } last)
        {
            return Verdict.Stays;
        }

        return _texts.FreshOf(last) is not { } fresh ? OfGone(edited, last)
            : IsMovedBySheaf(fresh) ? Verdict.Goes
            : _keepsUnownedBlocks && _texts.Last.PaperAt(last) is null && _texts.Last[last].Kind != BlockKind.Heading ? Verdict.Stays
            : Verdict.IsBroughtUpToDate;
    }

    private Verdict OfGone(EditedIndex edited, LastIndex last)
    {
        var (block, paper) = (_texts.Last[last], _texts.Last.PaperAt(last));
        return IsAbsent(paper) || (_keepsUnownedBlocks && paper is null && block.Kind != BlockKind.Heading) ? Verdict.Stays
            : paper is { } gone && _texts.SectionPaper(edited) == gone && IsSectionGone(last)
                ? (IsWorkedOn(gone) ? Verdict.Stays : Verdict.Goes)
            : block.Kind is BlockKind.Heading or BlockKind.TableHead ? Verdict.GoesIfEmpty
            : paper is not null && IsSectionGone(last) ? Verdict.Stays
            : Verdict.Goes;
    }

    /// <summary>Whether a block is part of a paper's section that the fresh text has no more.</summary>
    private bool IsSectionGone(LastIndex last)
    {
        var heading = _texts.Last[last].Kind == BlockKind.Heading ? last : _texts.Last.HeadingOf(last);
        return _texts.Last.PaperOf(heading) is not null && _texts.FreshOf(heading) is null;
    }

    /// <summary>
    /// Whether the person did anything within a paper's section. A section is kept or removed as a whole, because the editor's words in it
    /// refer to its text.
    /// </summary>
    private bool IsWorkedOn(ArxivIdentifier paper)
    {
        if (!_isWorkedOn.TryGetValue(paper, out var isWorkedOn))
        {
            var heading = _texts.Last.Headings.First(at => _texts.Last.PaperOf(at) == paper && _texts.FreshOf(at) is null);
            isWorkedOn = _texts.EditedOf(heading) is not { } there
                || _texts.Last.Under(heading).Any(last => _texts.EditedOf(last) is null)
                || _texts.Edited.Within(there).Prepend(there).Any(edited => !_texts.IsUntouched(edited));
            _isWorkedOn[paper] = isWorkedOn;
        }

        return isWorkedOn;
    }

    /// <summary>
    /// Entries first, then headings, the inner ones first, then what else stands under headings: each depends on those before.
    /// </summary>
    private void FindWritten()
    {
        var fresh = _texts.Fresh;
        foreach (var at in fresh.Indices.Where(fresh.IsEntry))
        {
            _isWritten[at.Value] = IsMovedBySheaf(at) || (_texts.LastOf(at) is null && IsNew(fresh[at].Identifier!.Value));
        }

        var newHeadings = fresh.Headings.Where(
            heading => !IsTitle(heading) && _texts.LastOf(heading) is null && _texts.EditedOf(heading) is null);
        foreach (var heading in newHeadings.Reverse())
        {
            _isWritten[heading.Value] = fresh.PaperOf(heading) is { } paper ? !_texts.Left.Has(paper, inDepth: true) : HasNews(heading);
        }

        foreach (var at in fresh.Indices.Where(at => fresh[at].Kind != BlockKind.Heading && !fresh.IsEntry(at)))
        {
            _isWritten[at.Value] = IsMovedBySheaf(at) || (_texts.LastOf(at) is null && IsWrittenUnder(fresh.HeadingOf(at), at));
        }
    }

    /// <summary>A draft that is there has the title that its author wants, or none.</summary>
    private bool IsTitle(FreshIndex heading) =>
        _texts.Fresh[heading].Level == 1
            && heading == _texts.Fresh.Headings.First()
            && _texts.Fresh.EndOf(heading) == _texts.Fresh.EndOf(null);

    private bool IsNew(ArxivIdentifier paper) => !_texts.Theirs.Contains(paper) && !_texts.Left.Has(paper, inDepth: false);

    /// <summary>A heading comes with the papers under it that are written, or by itself where it never has any.</summary>
    private bool HasNews(FreshIndex heading)
    {
        var under = _texts.Fresh.Within(heading).ToList();
        return under.Exists(at => IsWritten(at))
            || (_texts.Last.Blocks.Count > 0 && !under.Exists(at => _texts.Fresh.PaperAt(at) is not null));
    }

    /// <summary>New parts come into sections that Sheaf writes now or wrote before; the others are as their author wanted them.</summary>
    private bool IsWrittenUnder(FreshIndex? above, FreshIndex at)
    {
        if (above is not { } heading)
        {
            return _texts.Last.Blocks.Count > 0;
        }

        var isTheirs = _texts.Fresh.PaperOf(heading) is { } paper && _texts.Left.Has(paper, inDepth: true);
        return IsWritten(heading) || (_texts.LastOf(heading) is not null && !isTheirs) || IsMissingHead(heading, at);
    }

    /// <summary>Rows need a table around them.</summary>
    private bool IsMissingHead(FreshIndex heading, FreshIndex at) =>
        _texts.Fresh[at].Kind == BlockKind.TableHead
        && _texts.Fresh.Under(heading).Any(row => IsWritten(row))
        && _texts.EditedOf(heading) is { } there && !_texts.Edited.Under(there).Any(row => _texts.Edited[row].Kind == BlockKind.TableRow);
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

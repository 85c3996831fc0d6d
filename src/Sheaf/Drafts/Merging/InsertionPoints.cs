namespace Sheaf.Drafts.Merging;

/// <summary>
/// Where new blocks go in the person's text: directly above the first untouched one that follows in the order of the section, else after the
/// last untouched one, else at the section's end. What the person wrote or moved says nothing about the order.
/// </summary>
internal sealed class InsertionPoints
{
    private readonly ThreeWayMatch _texts;
    private readonly MergeDecisions _verdicts;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly Dictionary<int, int> _headings = [];

    public InsertionPoints(ThreeWayMatch texts, MergeDecisions verdicts)
    {
        (_texts, _verdicts) = (texts, verdicts);
        _next = [.. Enumerable.Repeat(-1, texts.Fresh.Blocks.Count)];
        _previous = [.. _next];
        foreach (var heading in texts.Fresh.Headings.Prepend(-1))
        {
            var under = texts.Fresh.Under(heading).ToList();
            FindAnchors(under, _previous);
            under.Reverse();
            FindAnchors(under, _next);
        }
    }

    /// <summary>The place before which a block of the fresh text goes; null where the person has deleted all that it could belong to.</summary>
    public int? Of(int fresh)
    {
        if (_texts.Fresh.Blocks[fresh].Kind == BlockKind.Heading)
        {
            return OfHeading(fresh);
        }

        var heading = _texts.Fresh.HeadingOf(fresh);
        return _verdicts.IsWritten(heading) ? OfHeading(heading)
            : _next[fresh] >= 0 ? _texts.EditedOf(_next[fresh])
            : _previous[fresh] >= 0 ? _texts.EditedOf(_previous[fresh]) + 1
            : EndOf(heading, fresh);
    }

    /// <summary>The block by whose place a new one finds its own; -1 where there is none.</summary>
    public int AnchorOf(int fresh) => _next[fresh] >= 0 ? _next[fresh] : _previous[fresh];

    /// <summary>Entries keep to entries, the other parts of a section to whatever is there.</summary>
    private void FindAnchors(List<int> under, int[] found)
    {
        var (entry, part) = (-1, -1);
        foreach (var at in under)
        {
            var isEntry = ThreeWayMatch.IsEntry(_texts.Fresh, at);
            found[at] = isEntry ? entry : part;
            if (IsAnchor(at))
            {
                (entry, part) = (isEntry ? at : entry, at);
            }
        }
    }

    private bool IsAnchor(int fresh) =>
        _texts.EditedOf(fresh) is >= 0 and var edited && _texts.IsUntouched(edited) && !_verdicts.IsReplaced(fresh)
        && _texts.Edited.Blocks[edited].Kind == _texts.Fresh.Blocks[fresh].Kind;

    private int? EndOf(int heading, int fresh)
    {
        var there = heading < 0 ? -1 : _texts.EditedOf(heading);
        if (heading >= 0 && there < 0)
        {
            var last = _texts.Fresh.Under(heading).Select(_texts.EditedOf).DefaultIfEmpty(-1).Max();
            return last >= 0 ? last + 1 : ThreeWayMatch.IsEntry(_texts.Fresh, fresh) ? OfHeading(heading) : null;
        }

        var kind = _texts.Fresh.Blocks[fresh].Kind;
        var table = kind == BlockKind.TableRow
            ? _texts.Edited.Under(there).LastOrDefault(at => _texts.Edited.Blocks[at].Kind is BlockKind.TableRow or BlockKind.TableHead, -1)
            : -1;
        return table >= 0 ? table + 1 : Closed(heading < 0 ? _texts.Edited.Under(-1).Count() : _texts.Edited.EndOf(there));
    }

    private int OfHeading(int heading) =>
        _headings.TryGetValue(heading, out var known) ? known : _headings[heading] = FindHeading(heading);

    /// <summary>Above the first section after it that is there; else at the end of what it is a part of.</summary>
    private int FindHeading(int heading)
    {
        var parent = _texts.Fresh.HeadingOf(heading);
        var end = _texts.Fresh.EndOf(parent);
        for (var next = _texts.Fresh.EndOf(heading); next < end; next = _texts.Fresh.EndOf(next))
        {
            if (IsThere(next))
            {
                return _texts.EditedOf(next);
            }
        }

        return parent < 0 ? Closed(_texts.Edited.Blocks.Count)
            : _verdicts.IsWritten(parent) ? OfHeading(parent)
            : _texts.EditedOf(parent) is >= 0 and var there ? Closed(_texts.Edited.EndOf(there))
            : AfterSiblings(heading, parent) ?? OfHeading(parent);
    }

    /// <summary>Where the person took away the heading above, the sections that were under it may be there still.</summary>
    private int? AfterSiblings(int heading, int parent)
    {
        for (var before = heading - 1; before > parent; before--)
        {
            if (_texts.Fresh.HeadingOf(before) == parent && IsThere(before))
            {
                return Closed(_texts.Edited.EndOf(_texts.EditedOf(before)));
            }
        }

        return null;
    }

    private bool IsThere(int heading) =>
        _texts.Fresh.Blocks[heading].Kind == BlockKind.Heading && _texts.EditedOf(heading) is >= 0 and var edited && !_texts.IsMoved(edited);

    /// <summary>Text after code that is never closed would be code.</summary>
    private int Closed(int place) => place > 0 && _texts.Edited.Blocks[place - 1].IsOpen ? place - 1 : place;
}

namespace Sheaf.Drafts.Merging;

/// <summary>
/// Where new blocks go in the person's text: directly above the first untouched one that follows in the order of the section, else after
/// the last untouched one, else at the section's end. What the person wrote or moved says nothing about the order.
/// </summary>
internal sealed class InsertionPoints
{
    private readonly ThreeWayMatch _texts;
    private readonly MergeDecisions _decisions;
    private readonly FreshIndex?[] _next;
    private readonly FreshIndex?[] _previous;
    private readonly Dictionary<FreshIndex, EditedIndex> _headings = [];

    public InsertionPoints(ThreeWayMatch texts, MergeDecisions decisions)
    {
        (_texts, _decisions) = (texts, decisions);
        _next = new FreshIndex?[texts.Fresh.Blocks.Count];
        _previous = new FreshIndex?[texts.Fresh.Blocks.Count];
        foreach (var heading in texts.Fresh.Sections)
        {
            var under = texts.Fresh.Under(heading).ToList();
            FindAnchors(under, _previous);
            under.Reverse();
            FindAnchors(under, _next);
        }
    }

    /// <summary>
    /// The place before which a block of the fresh text goes; null where the person has deleted all that it could belong to.
    /// </summary>
    public EditedIndex? Of(FreshIndex fresh)
    {
        if (_texts.Fresh[fresh].Kind == BlockKind.Heading)
        {
            return OfHeading(fresh);
        }

        return _texts.Fresh.HeadingOf(fresh) is { } heading && _decisions.IsWritten(heading) ? OfHeading(heading)
            : _next[fresh.Value] is { } next ? _texts.EditedOf(next)
            : _previous[fresh.Value] is { } previous ? _texts.EditedOf(previous)!.Value.After
            : EndOfSection(fresh);
    }

    /// <summary>The neighbour beside which a new block is inserted; null where there is none.</summary>
    public FreshIndex? AnchorOf(FreshIndex fresh) => _next[fresh.Value] ?? _previous[fresh.Value];

    /// <summary>Entries keep to entries, the other parts of a section to whatever is there.</summary>
    private void FindAnchors(List<FreshIndex> under, FreshIndex?[] found)
    {
        var (entry, part) = ((FreshIndex?)null, (FreshIndex?)null);
        foreach (var at in under)
        {
            var isEntry = _texts.Fresh.IsEntry(at);
            found[at.Value] = isEntry ? entry : part;
            if (IsAnchor(at))
            {
                (entry, part) = (isEntry ? at : entry, at);
            }
        }
    }

    private bool IsAnchor(FreshIndex fresh) =>
        _texts.EditedOf(fresh) is { } edited && _texts.IsUntouched(edited) && !_decisions.IsMovedBySheaf(fresh)
        && _texts.Edited[edited].Kind == _texts.Fresh[fresh].Kind;

    private EditedIndex? EndOfSection(FreshIndex fresh)
    {
        var heading = _texts.Fresh.HeadingOf(fresh);
        var there = heading is { } above ? _texts.EditedOf(above) : null;
        if (heading is { } gone && there is null)
        {
            return _texts.Fresh.Under(gone).Max(at => _texts.EditedOf(at)?.Value) is { } last ? new EditedIndex(last + 1)
                : _texts.Fresh.IsEntry(fresh) ? OfHeading(gone)
                : null;
        }

        if (there is { } at && !_texts.Fresh.IsEntry(fresh) && _texts.Fresh[fresh].Kind is not (BlockKind.TableHead or BlockKind.TableRow))
        {
            // Sections within this one come behind its own words.
            return fresh.Before == heading ? at.After : Closed(new(at.Value + 1 + _texts.Edited.Under(at).Count()));
        }

        var table = _texts.Fresh[fresh].Kind == BlockKind.TableRow
            ? _texts.Edited.Under(there).Where(at => _texts.Edited[at].Kind is BlockKind.TableRow or BlockKind.TableHead).ToList()
            : [];
        return table.Count > 0 ? table[^1].After
            : Closed(there is null ? new(_texts.Edited.Under(null).Count()) : _texts.Edited.EndOf(there));
    }

    private EditedIndex OfHeading(FreshIndex heading) =>
        _headings.TryGetValue(heading, out var known) ? known : _headings[heading] = FindHeading(heading);

    /// <summary>Above the first section after it that is there; else at the end of what it is a part of.</summary>
    private EditedIndex FindHeading(FreshIndex heading)
    {
        var parent = _texts.Fresh.HeadingOf(heading);
        var end = _texts.Fresh.EndOf(parent);
        for (var next = _texts.Fresh.EndOf(heading); next.Value < end.Value; next = _texts.Fresh.EndOf(next))
        {
            if (PlaceOfSection(next) is { } found)
            {
                return found;
            }
        }

        return parent is not { } part ? Closed(_texts.Edited.EndOf(null))
            : _decisions.IsWritten(part) ? OfHeading(part)
            : _texts.EditedOf(part) is { } there ? Closed(_texts.Edited.EndOf(there))
            : AfterSiblings(heading, part) ?? OfHeading(part);
    }

    /// <summary>Where the person took away the heading above, the sections that were under it may be there still.</summary>
    private EditedIndex? AfterSiblings(FreshIndex heading, FreshIndex parent)
    {
        for (var before = heading.Before; before is { } at && at != parent; before = at.Before)
        {
            if (_texts.Fresh.HeadingOf(at) == parent && PlaceOfSection(at) is { } found)
            {
                return Closed(_texts.Edited.EndOf(found));
            }
        }

        return null;
    }

    /// <summary>Where the person has a heading of the fresh text, and has not moved it; else null.</summary>
    private EditedIndex? PlaceOfSection(FreshIndex heading) =>
        _texts.Fresh[heading].Kind == BlockKind.Heading && _texts.EditedOf(heading) is { } edited && !_texts.IsMoved(edited)
            ? edited
            : null;

    /// <summary>Text after code that is never closed would be code.</summary>
    private EditedIndex Closed(EditedIndex place) => place.Before is { } before && _texts.Edited[before].IsOpen ? before : place;
}

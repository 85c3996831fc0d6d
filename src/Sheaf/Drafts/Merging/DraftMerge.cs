using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// Brings a draft up to date that a person has worked on. What the person wrote, changed, moved or deleted stays as it is; what Sheaf wrote
/// and nobody touched becomes what Sheaf would write now; new papers come in where they belong. Equal texts give an equal merge, and merging
/// again changes nothing.
/// </summary>
public static class DraftMerge
{
    /// <param name="last">What Sheaf last wrote, as <see cref="MergedDraft.Base"/> said; null where nobody knows: then all of the draft is the person's.</param>
    /// <param name="edited">The draft as it is, in any of Markdown's ways of writing.</param>
    /// <param name="fresh">What Sheaf would write now.</param>
    /// <param name="absent">Papers on the list of which nothing is known now: what was written of them stays.</param>
    public static MergedDraft Merge(string? last, string edited, string fresh, IReadOnlySet<ArxivIdentifier> absent)
    {
        var (text, left) = last is null ? ("", DeletionMarkers.Nothing) : DeletionMarkers.Read(last);
        var was = MarkdownOutlineParser.Read(text);
        var whole = WithAbsent(was, MarkdownOutlineParser.Read(fresh), absent) ?? fresh;
        var texts = ThreeWayMatch.Of(was, MarkdownOutlineParser.Read(edited), MarkdownOutlineParser.Read(whole), left);
        var verdicts = new MergeDecisions(texts, NoPapers);
        var merged = text == edited && left.IsNothing ? whole : Assembly.Write(texts, verdicts);
        (merged, whole) = DraftOpening.MadeTrue(texts, fresh, merged, whole);
        return new MergedDraft(merged, LeftAfter(texts).Written(whole), ChangeReport.Of(texts, verdicts));
    }

    private static IReadOnlySet<ArxivIdentifier> NoPapers { get; } = new HashSet<ArxivIdentifier>();

    /// <summary>The fresh text with what Sheaf last wrote of absent papers; null where it wrote nothing of them.</summary>
    private static string? WithAbsent(MarkdownOutline last, MarkdownOutline fresh, IReadOnlySet<ArxivIdentifier> absent)
    {
        if (absent.Count == 0)
        {
            return null;
        }

        var texts = ThreeWayMatch.Of(last, last, fresh, DeletionMarkers.Nothing);
        var isKept = Enumerable.Range(0, last.Blocks.Count).Any(at => texts.FreshOfLast(at) < 0 && texts.PaperOfLast(at) is { } paper && absent.Contains(paper));
        return isKept ? Assembly.Write(texts, new MergeDecisions(texts, absent)) : null;
    }

    /// <summary>What the base must remember beside the text, so that nothing comes back and nothing of the person's is taken for Sheaf's.</summary>
    private static DeletionMarkers LeftAfter(ThreeWayMatch texts)
    {
        var (listed, inDepth) = (texts.Left.Listed.ToHashSet(), texts.Left.InDepth.ToHashSet());
        for (var last = 0; last < texts.Last.Blocks.Count; last++)
        {
            if (texts.EditedOfLast(last) < 0 && texts.FreshOfLast(last) < 0 && texts.PaperOfLast(last) is { } deleted)
            {
                Remember(texts.Last, last, deleted);
            }
        }

        for (var fresh = 0; fresh < texts.Fresh.Blocks.Count; fresh++)
        {
            if (texts.LastOfFresh(fresh) < 0 && texts.PaperOfFresh(fresh) is { } own && (texts.EditedOf(fresh) >= 0 || texts.Theirs.Contains(own)))
            {
                Remember(texts.Fresh, fresh, own);
            }
        }

        return new(listed, inDepth);

        void Remember(MarkdownOutline text, int at, ArxivIdentifier paper)
        {
            if (text.IsSuggested(at))
            {
                return;
            }

            if (ThreeWayMatch.IsEntry(text, at))
            {
                listed.Add(paper);
            }
            else if (text.Blocks[at].Kind == BlockKind.Heading && (text != texts.Fresh || texts.EditedOf(at) >= 0))
            {
                inDepth.Add(paper);
            }
        }
    }
}

/// <summary>A draft brought up to date.</summary>
/// <param name="Text">The draft.</param>
/// <param name="Base">What is to be kept as what Sheaf last wrote.</param>
/// <param name="Changes">What was done.</param>
public sealed record MergedDraft(string Text, string Base, DraftChanges Changes);

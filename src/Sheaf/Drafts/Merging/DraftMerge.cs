using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// Brings a draft up to date that a person has worked on. What the person wrote, changed, moved or deleted stays as it is; what Sheaf wrote
/// and nobody touched becomes what Sheaf would write now; new papers come in where they belong. Equal texts give an equal merge, and
/// merging again changes nothing.
/// </summary>
internal static class DraftMerge
{
    /// <param name="last">
    /// What Sheaf last wrote, as <see cref="MergedDraft.Base"/> said; null where nobody knows: then all of the draft is the person's.
    /// </param>
    /// <param name="edited">The draft as it is, in any of Markdown's ways of writing.</param>
    /// <param name="fresh">What Sheaf would write now.</param>
    /// <param name="absent">Papers on the list of which nothing is known now: what was written of them stays.</param>
    public static MergedDraft Merge(string? last, string edited, string fresh, IReadOnlySet<ArxivIdentifier> absent)
    {
        var (text, left) = last is null ? ("", DeletionMarkers.Nothing) : DeletionMarkers.Read(last);
        var was = MarkdownOutlineParser.Read<LastIndex>(text);
        var whole = WithAbsent(was, fresh, absent) ?? fresh;
        var texts = ThreeWayMatch.Of(
            was, MarkdownOutlineParser.Read<EditedIndex>(edited), MarkdownOutlineParser.Read<FreshIndex>(whole), left);
        var decisions = new MergeDecisions(texts, NoPapers);
        var merged = text == edited && left.IsNothing ? whole : Assembly.Write(texts, decisions);
        (merged, whole) = DraftOpening.MadeTrue(texts, fresh, merged, whole);
        return new MergedDraft(merged, LeftAfter(texts).Written(whole), ChangeReport.Of(texts, decisions));
    }

    private static IReadOnlySet<ArxivIdentifier> NoPapers { get; } = new HashSet<ArxivIdentifier>();

    /// <summary>The fresh text with what Sheaf last wrote of absent papers; null where it wrote nothing of them.</summary>
    private static string? WithAbsent(MarkdownOutline<LastIndex> last, string fresh, IReadOnlySet<ArxivIdentifier> absent)
    {
        if (absent.Count == 0)
        {
            return null;
        }

        var untouched = new MarkdownOutline<EditedIndex>(last.Blocks, last.Tail);
        var texts = ThreeWayMatch.Of(last, untouched, MarkdownOutlineParser.Read<FreshIndex>(fresh), DeletionMarkers.Nothing);
        var isKept = last.Indices.Any(at => texts.FreshOf(at) is null && last.PaperAt(at) is { } paper && absent.Contains(paper));
        return isKept ? Assembly.Write(texts, new MergeDecisions(texts, absent)) : null;
    }

    /// <summary>
    /// What the base must remember beside the text, so that nothing comes back and nothing of the person's is taken for Sheaf's.
    /// </summary>
    private static DeletionMarkers LeftAfter(ThreeWayMatch texts)
    {
        var (listed, inDepth) = (texts.Left.Listed.ToHashSet(), texts.Left.InDepth.ToHashSet());
        foreach (var last in texts.Last.Indices)
        {
            if (texts.EditedOf(last) is null && texts.FreshOf(last) is null)
            {
                Remember(texts.Last, last, withSection: true);
            }
        }

        foreach (var fresh in texts.Fresh.Indices)
        {
            if (texts.LastOf(fresh) is null && texts.Fresh.PaperAt(fresh) is { } own
                && (texts.EditedOf(fresh) is not null || texts.Theirs.Contains(own)))
            {
                Remember(texts.Fresh, fresh, withSection: texts.EditedOf(fresh) is not null);
            }
        }

        return new(listed, inDepth);

        void Remember<TIndex>(MarkdownOutline<TIndex> text, TIndex at, bool withSection)
            where TIndex : struct, IBlockIndex<TIndex>
        {
            if (text.IsSuggested(at) || text.PaperAt(at) is not { } paper)
            {
                return;
            }

            if (text.IsEntry(at))
            {
                listed.Add(paper);
            }
            else if (text[at].Kind == BlockKind.Heading && withSection)
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
internal sealed record MergedDraft(string Text, string Base, DraftChanges Changes);

/// <summary>Puts the merged text together.</summary>
internal static class Assembly
{
    public static string Write(ThreeWayMatch texts, MergeDecisions decisions)
    {
        var formatting = new MarkdownFormatting(texts);
        var pieces = WithoutEmptyHeadings(Pieces(texts, decisions, formatting));
        var text = new StringBuilder();
        for (var at = 0; at < pieces.Count; at++)
        {
            var gap = at > 0 ? formatting.Gap(pieces[at - 1], pieces[at]) : texts.Edited.Blocks is [var first, ..] ? first.Gap : "";
            text.Append(gap).Append(pieces[at].Text);
        }

        return text.Append(pieces.Count == 0 ? texts.Edited.Tail : formatting.Tail(isEmpty: texts.Edited.Blocks.Count == 0)).ToString();
    }

    private static List<Piece> Pieces(ThreeWayMatch texts, MergeDecisions decisions, MarkdownFormatting formatting)
    {
        var places = new InsertionPoints(texts, decisions);
        var news = texts.Fresh.Indices.Where(at => decisions.IsWritten(at))
            .Select(fresh => (Fresh: fresh, Place: places.Of(fresh))).Where(one => one.Place is not null)
            .ToLookup(one => one.Place!.Value, one => one.Fresh);
        var pieces = new List<Piece>();
        foreach (var at in texts.Edited.Indices)
        {
            AddNew(at);
            if (decisions.Of(at) != Verdict.Goes)
            {
                pieces.Add(Kept(texts, decisions.Of(at), formatting, at));
            }
        }

        AddNew(texts.Edited.EndOf(null));
        return pieces;

        void AddNew(EditedIndex place) => pieces.AddRange(news[place].Select(fresh => new Piece(
            texts.Fresh[fresh].Kind, texts.Fresh[fresh].Level, formatting.New(fresh, places.AnchorOf(fresh)), null, fresh)));
    }

    private static Piece Kept(ThreeWayMatch texts, Verdict verdict, MarkdownFormatting formatting, EditedIndex edited)
    {
        var block = texts.Edited[edited];
        var text = verdict == Verdict.IsBroughtUpToDate ? formatting.UpToDate(edited) : block.Text;
        return new(block.Kind, block.Level, text, edited, texts.FreshOf(edited), verdict == Verdict.GoesIfEmpty);
    }

    private static List<Piece> WithoutEmptyHeadings(List<Piece> pieces)
    {
        var kept = new List<Piece>();
        foreach (var piece in Enumerable.Reverse(pieces).Where(piece => !(piece.GoesIfEmpty && IsEmpty(piece, kept.LastOrDefault()))))
        {
            kept.Add(piece);
        }

        kept.Reverse();
        return kept;
    }

    private static bool IsEmpty(Piece piece, Piece? next) => piece.Kind == BlockKind.TableHead
        ? next?.Kind != BlockKind.TableRow
        : next is null || (next.Kind == BlockKind.Heading && next.Level <= piece.Level);
}

/// <summary>
/// Papers that Sheaf writes no more in a draft, as the base remembers them in a comment at its end: what the editor deleted and the list
/// has no more, which must not come back when it is listed again; and what the editor wrote before Sheaf did.
/// </summary>
/// <param name="Listed">Entries of the list.</param>
/// <param name="InDepth">Sections of a paper.</param>
internal sealed partial record DeletionMarkers(IReadOnlySet<ArxivIdentifier> Listed, IReadOnlySet<ArxivIdentifier> InDepth)
{
    public static DeletionMarkers Nothing { get; } = new(new HashSet<ArxivIdentifier>(), new HashSet<ArxivIdentifier>());

    public bool IsNothing => Listed.Count + InDepth.Count == 0;

    /// <summary>Takes the comment off a base.</summary>
    public static (string Text, DeletionMarkers Left) Read(string text)
    {
        if (Comment().Match(text) is not { Success: true } comment)
        {
            return (text, Nothing);
        }

        return (text[..comment.Index], new(Papers(comment.Groups["listed"]), Papers(comment.Groups["depth"])));
    }

    /// <summary>Puts the comment on a base; without anything to remember, the text as it is.</summary>
    public string Written(string text) =>
        IsNothing ? text : $"{text}<!-- left to the editor:{Names(Listed)}; in depth:{Names(InDepth)} -->\n";

    public bool Has(ArxivIdentifier paper, bool inDepth) => (inDepth ? InDepth : Listed).Contains(paper);

    private static HashSet<ArxivIdentifier> Papers(Group names) =>
        [.. names.Value.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => ArxivIdentifier.TryParse(name, out var paper) ? paper : (ArxivIdentifier?)null).OfType<ArxivIdentifier>()];

    private static string Names(IEnumerable<ArxivIdentifier> papers) => string.Concat(papers.Order().Select(paper => $" {paper}"));

    [GeneratedRegex(
        @"<!-- left to the editor:(?<listed>[^;<>]*); in depth:(?<depth>[^;<>]*) -->\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}

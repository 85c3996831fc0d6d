using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>Tells what a merge does.</summary>
internal static partial class ChangeReport
{
    public static DraftChanges Of(ThreeWayMatch texts, MergeDecisions decisions)
    {
        var fromSheaf = texts.Edited.Indices.Where(at => PaperOf(texts, at) is not null).ToList();
        var worked = fromSheaf.Where(at => !texts.IsUntouched(at)).ToList();
        var gone = fromSheaf.Where(at => texts.FreshOf(at) is null).ToList();
        var stillThere = Papers(texts.Fresh);
        var thereBefore = Papers(texts.Last);
        var added = texts.Fresh.Indices.Where(fresh => decisions.IsWritten(fresh) && texts.LastOf(fresh) is null
            && (texts.Fresh[fresh].Kind == BlockKind.Heading || texts.Fresh.IsEntry(fresh)));
        return new DraftChanges(
            Names(added.Select(texts.Fresh.PaperAt).Where(paper => !thereBefore.Contains(paper))),
            Names(fromSheaf.Where(at => texts.IsUntouched(at) && FindChange(texts, at) is not null).Select(at => PaperOf(texts, at))),
            Names(gone.Where(at => decisions.Of(at) == Verdict.Goes && IsHead(texts, at)).Select(at => PaperOf(texts, at))
                .Where(paper => !stillThere.Contains(paper))),
            Names(gone.Where(at => decisions.Of(at) == Verdict.Stays && IsLeft(texts, at)).Select(at => PaperOf(texts, at))),
            Names(worked.Where(at => texts.FreshOf(at) is not null).Select(at => PaperOf(texts, at))),
            [.. from at in worked
                let change = FindChange(texts, at)
                where change is not null && texts.Edited[at].Words != change.Value.Now.Words
                select new FactChange(PaperOf(texts, at)!.Value.ToString(), OneLine(change.Value.Was), OneLine(change.Value.Now))]);
    }

    /// <summary>Of a paper whose section in depth alone comes or goes, the line in the list stays.</summary>
    private static HashSet<ArxivIdentifier?> Papers<TIndex>(MarkdownOutline<TIndex> text)
        where TIndex : struct, IBlockIndex<TIndex> => [.. text.Indices.Select(text.PaperAt)];

    /// <summary>A block on one line, without the sign of a list item.</summary>
    private static string OneLine(Block block) =>
        Blank().Replace(block.Text[Math.Min(block.Marker?.Width ?? 0, block.Text.Length)..], " ").Trim();

    private static ArxivIdentifier? PaperOf(ThreeWayMatch texts, EditedIndex edited) =>
        texts.LastOf(edited) is { } last ? texts.Last.PaperAt(last) : null;

    /// <summary>What Sheaf wrote of a block and what it would write now; null where it would write the same, or none of it.</summary>
    private static (Block Was, Block Now)? FindChange(ThreeWayMatch texts, EditedIndex edited) =>
        texts.LastOf(edited) is { } last && texts.FreshOf(last) is { } fresh && texts.Last[last].Words != texts.Fresh[fresh].Words
            ? (texts.Last[last], texts.Fresh[fresh])
            : null;

    /// <summary>Whether it is an entry, or the heading of a paper's section: what makes the paper be there.</summary>
    private static bool IsHead(ThreeWayMatch texts, EditedIndex edited) =>
        texts.LastOf(edited) is { } last && (texts.Last[last].Kind == BlockKind.Heading || texts.Last.IsEntry(last));

    /// <summary>Whether it is an entry, or part of a paper's section, that the fresh text has no more.</summary>
    private static bool IsLeft(ThreeWayMatch texts, EditedIndex edited) => texts.LastOf(edited) is { } last
        && (texts.Last.IsEntry(last)
            || texts.FreshOf(texts.Last[last].Kind == BlockKind.Heading ? last : texts.Last.HeadingOf(last)) is null);

    private static List<string> Names(IEnumerable<ArxivIdentifier?> papers) =>
        [.. papers.OfType<ArxivIdentifier>().Select(paper => paper.ToString()).Distinct()];

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}

/// <summary>What bringing a draft up to date does, by the identifiers of papers, each once.</summary>
/// <param name="Added">New in the draft.</param>
/// <param name="Updated">What Sheaf wrote of them, and nobody touched, says something else now.</param>
/// <param name="Removed">No longer on the list, and gone from the draft.</param>
/// <param name="Left">No longer on the list, but worked on by the person: still in the draft.</param>
/// <param name="Kept">Changed or moved by the person, and left as they are.</param>
/// <param name="ChangedUnderEdits">What Sheaf would say differently now where the person has worked.</param>
internal sealed record DraftChanges(
    IReadOnlyList<string> Added, IReadOnlyList<string> Updated, IReadOnlyList<string> Removed,
    IReadOnlyList<string> Left, IReadOnlyList<string> Kept, IReadOnlyList<FactChange> ChangedUnderEdits)
{
    public static DraftChanges None { get; } = new([], [], [], [], [], []);
}

/// <summary>Something that Sheaf would say differently now.</summary>
/// <param name="Id">The paper.</param>
/// <param name="Was">What Sheaf last wrote, on one line.</param>
/// <param name="Now">What it would write now, on one line.</param>
internal sealed record FactChange(string Id, string Was, string Now);

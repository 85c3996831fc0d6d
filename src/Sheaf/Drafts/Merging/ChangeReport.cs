using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>Tells what a merge does.</summary>
internal static partial class ChangeReport
{
    public static DraftChanges Of(ThreeWayMatch texts, MergeDecisions verdicts)
    {
        var edited = Enumerable.Range(0, texts.Edited.Blocks.Count).ToList();
        var sheafs = edited.Where(at => texts.LastOf(at) >= 0 && PaperOf(texts, at) is not null).ToList();
        var worked = sheafs.Where(at => !texts.IsUntouched(at)).ToList();
        var gone = sheafs.Where(at => texts.FreshOf(at) < 0).ToList();
        var stillThere = Papers(texts.Fresh, texts.PaperOfFresh);
        var thereBefore = Papers(texts.Last, texts.PaperOfLast);
        var added = Enumerable.Range(0, texts.Fresh.Blocks.Count).Where(fresh => verdicts.IsWritten(fresh) && texts.LastOfFresh(fresh) < 0
            && (texts.Fresh.Blocks[fresh].Kind == BlockKind.Heading || ThreeWayMatch.IsEntry(texts.Fresh, fresh)));
        return new DraftChanges(
            Names(added.Select(texts.PaperOfFresh).Where(paper => !thereBefore.Contains(paper))),
            Names(sheafs.Where(at => texts.IsUntouched(at) && IsChanged(texts, at)).Select(at => PaperOf(texts, at))),
            Names(gone.Where(at => verdicts.Of(at) == Verdict.Goes && IsHead(texts, at)).Select(at => PaperOf(texts, at)).Where(paper => !stillThere.Contains(paper))),
            Names(gone.Where(at => verdicts.Of(at) == Verdict.Stays && IsLeft(texts, at)).Select(at => PaperOf(texts, at))),
            Names(worked.Where(at => texts.FreshOf(at) >= 0).Select(at => PaperOf(texts, at))),
            [.. worked.Where(at => IsChanged(texts, at) && texts.Edited.Blocks[at].Words != Fresh(texts, at).Words).Select(at => Changed(texts, at))]);
    }

    /// <summary>Of a paper whose section in depth alone comes or goes, the line in the list stays.</summary>
    private static HashSet<ArxivIdentifier?> Papers(MarkdownOutline text, Func<int, ArxivIdentifier?> paperOf) =>
        [.. Enumerable.Range(0, text.Blocks.Count).Select(paperOf)];

    /// <summary>A block on one line, without the sign of a list item.</summary>
    private static string OneLine(Block block) => Blank().Replace(block.Text[Math.Min(block.Marker?.Width ?? 0, block.Text.Length)..], " ").Trim();

    private static ArxivIdentifier? PaperOf(ThreeWayMatch texts, int edited) => texts.PaperOfLast(texts.LastOf(edited));

    private static Block Fresh(ThreeWayMatch texts, int edited) => texts.Fresh.Blocks[texts.FreshOf(edited)];

    private static bool IsChanged(ThreeWayMatch texts, int edited) =>
        texts.FreshOf(edited) >= 0 && Fresh(texts, edited).Words != texts.Last.Blocks[texts.LastOf(edited)].Words;

    /// <summary>Whether it is an entry, or the heading of a paper's section: what makes the paper be there.</summary>
    private static bool IsHead(ThreeWayMatch texts, int edited)
    {
        var last = texts.LastOf(edited);
        return texts.Last.Blocks[last].Kind == BlockKind.Heading || ThreeWayMatch.IsEntry(texts.Last, last);
    }

    /// <summary>Whether it is an entry, or part of a paper's section, that the fresh text has no more.</summary>
    private static bool IsLeft(ThreeWayMatch texts, int edited)
    {
        var last = texts.LastOf(edited);
        var heading = texts.Last.Blocks[last].Kind == BlockKind.Heading ? last : texts.Last.HeadingOf(last);
        return ThreeWayMatch.IsEntry(texts.Last, last) || texts.FreshOfLast(heading) < 0;
    }

    private static FactChange Changed(ThreeWayMatch texts, int edited) => new(
        PaperOf(texts, edited)!.Value.ToString(), OneLine(texts.Last.Blocks[texts.LastOf(edited)]), OneLine(Fresh(texts, edited)));

    private static List<string> Names(IEnumerable<ArxivIdentifier?> papers) => [.. papers.OfType<ArxivIdentifier>().Select(paper => paper.ToString()).Distinct()];

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}

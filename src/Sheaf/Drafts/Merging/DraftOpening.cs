using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// The line under a draft's title that counts its papers. It counts what stands in the draft, so it follows what the editor deletes and keeps;
/// a line that the editor has rewritten is the editor's.
/// </summary>
internal static class DraftOpening
{
    /// <summary>The block that is the line; -1 where there is none.</summary>
    public static int Find(MarkdownOutline text)
    {
        for (var at = 0; at < text.Blocks.Count && text.Blocks[at] is not { Kind: BlockKind.Heading, Level: > 1 }; at++)
        {
            if (text.Blocks[at].Kind == BlockKind.Paragraph && DraftFigures.Read(text.Blocks[at].Words) is not null)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The merged text, and the base, with the true figures where Sheaf wrote the line and nobody has touched it.</summary>
    /// <param name="texts">The texts that were merged.</param>
    /// <param name="fresh">What Sheaf would write now. A template may count by rules of its own; then its line is left as it is.</param>
    /// <param name="merged">The draft after the merge.</param>
    /// <param name="whole">What is to be remembered.</param>
    public static (string Merged, string Whole) MadeTrue(ThreeWayMatch texts, string fresh, string merged, string whole)
    {
        var own = MarkdownOutlineParser.Read(fresh);
        if (Find(own) is not (>= 0 and var line) || DraftFigures.Read(own.Blocks[line].Words) != DraftContents.Of(own).Figures)
        {
            return (merged, whole);
        }

        // A line of the person's that differs from the true figures in the base is seen to be theirs the next time, too.
        var now = MarkdownOutlineParser.Read(merged);
        var figures = DraftContents.Of(now).Figures;
        return (IsTheirs(texts) ? merged : With(now, merged, figures), With(MarkdownOutlineParser.Read(whole), whole, figures));
    }

    private static bool IsTheirs(ThreeWayMatch texts) => Find(texts.Edited) is >= 0 and var there && !texts.IsUntouched(there);

    private static string With(MarkdownOutline read, string text, DraftFigures figures)
    {
        if (Find(read) is not (>= 0 and var line) || DraftFigures.Read(read.Blocks[line].Words) == figures)
        {
            return text;
        }

        var start = read.StartOf(line);
        return string.Concat(text.AsSpan(0, start), figures.ToString(), text.AsSpan(start + read.Blocks[line].Text.Length));
    }
}

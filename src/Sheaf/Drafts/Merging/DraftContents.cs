using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Markdown;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// The papers that a draft has, by where they stand: what its opening line counts, and what a check holds against the list.
/// </summary>
internal sealed partial class DraftContents
{
    private DraftContents()
    {
    }

    /// <summary>Papers with an entry in the list.</summary>
    public HashSet<ArxivIdentifier> Listed { get; } = [];

    /// <summary>Papers with a section of their own.</summary>
    public HashSet<ArxivIdentifier> InDepth { get; } = [];

    /// <summary>Papers with an entry among the late arrivals.</summary>
    public HashSet<ArxivIdentifier> Late { get; } = [];

    /// <summary>The line that counts the papers, from 1, and what it says; null where there is none.</summary>
    public (int Line, OpeningLine Said)? Opening { get; private set; }

    /// <summary>What the opening line should say.</summary>
    public DraftFigures Figures => new(Listed.Count, InDepth.Count, Late.Count);

    /// <summary>Every paper of the issue once.</summary>
    public IReadOnlySet<ArxivIdentifier> Papers => field ??= Listed.Concat(InDepth).Concat(Late).ToHashSet();

    /// <summary>Reads a draft, in any of Markdown's ways of writing.</summary>
    public static DraftContents Read(string text)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(text);
        var contents = Of(outline);
        if (DraftOpening.Find(outline) is { } opening)
        {
            var start = outline.StartOf(opening);
            contents.Opening =
                (MarkdownLine.Split(text).First(line => line.End >= start).Number, OpeningLine.Read(outline[opening].Words)!);
        }

        return contents;
    }

    internal static DraftContents Of<TIndex>(MarkdownOutline<TIndex> text)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        var contents = new DraftContents();
        var inDepth = text.Headings.Where(heading => IsInDepth(text, heading));
        contents.InDepth.UnionWith(inDepth.Select(heading => text.PaperOf(heading)!.Value));
        foreach (var at in text.Indices)
        {
            if (text[at] is { IsListed: true, Identifier: { } paper } && !text.IsSuggested(at) && !IsPartOfSection(text, at))
            {
                (text.IsLate(at) ? contents.Late : contents.Listed).UnionWith(Within(text[at]).Prepend(paper));
            }
        }

        return contents;
    }

    /// <summary>
    /// Entries that the editor has put together under one item, as Sheaf writes them; other links in an item belong to its note.
    /// </summary>
    private static IEnumerable<ArxivIdentifier> Within(Block block) =>
        from line in block.Kind == BlockKind.Item ? MarkdownLine.Split(block.Text) : []
        where line.Marker is { Indent.Length: > 0 }
        let entry = EntryEnd().Match(line.Text)
        where ArxivIdentifier.TryParse(entry.Groups["id"].Value, out _)
        select ArxivIdentifier.Parse(entry.Groups["id"].Value);

    /// <summary>Whether a heading is that of a paper's own section: it stands under another that has no list of its own.</summary>
    private static bool IsInDepth<TIndex>(MarkdownOutline<TIndex> text, TIndex heading)
        where TIndex : struct, IBlockIndex<TIndex> =>
        text.PaperOf(heading) is not null && text.HeadingOf(heading) is { } part && text[part].Level > 1
        && !text.Under(part).Any(at => text[at] is { IsListed: true, Identifier: not null });

    private static bool IsPartOfSection<TIndex>(MarkdownOutline<TIndex> text, TIndex at)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        for (var above = text.HeadingOf(at); above is { } heading; above = text.HeadingOf(heading))
        {
            if (IsInDepth(text, heading))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How an entry ends: with a day and a link, or with a link in angle brackets.</summary>
    [GeneratedRegex(
        @"(\), <?|, <)https://arxiv\.org/abs/(?<id>[^\s>]+)>?[ \t]*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EntryEnd();
}

/// <summary>
/// The line under a draft's title that counts its papers. It counts what stands in the draft, so it follows what the editor deletes and
/// keeps; a line that the editor has rewritten is the editor's.
/// </summary>
internal static class DraftOpening
{
    /// <summary>The block that is the line; null where there is none.</summary>
    public static TIndex? Find<TIndex>(MarkdownOutline<TIndex> text)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        foreach (var at in text.Indices.TakeWhile(at => !IsOfPapers(text, at)))
        {
            if (text[at].Kind == BlockKind.Paragraph && OpeningLine.Read(text[at].Words) is not null)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Whether a block begins the parts with papers; headings before them are of the introduction.</summary>
    private static bool IsOfPapers<TIndex>(MarkdownOutline<TIndex> text, TIndex at)
        where TIndex : struct, IBlockIndex<TIndex> =>
        text[at].Part is not null || text.PaperAt(at) is not null
        || (text[at] is { Kind: BlockKind.Heading, Level: > 1 } && text.Within(at).Any(inner => text.PaperAt(inner) is not null));

    /// <summary>The merged text, and the base, with the true figures where Sheaf wrote the line and nobody has touched it.</summary>
    /// <param name="texts">The texts that were merged.</param>
    /// <param name="fresh">What Sheaf would write now. A template may count by rules of its own; then its line is left as it is.</param>
    /// <param name="merged">The draft after the merge.</param>
    /// <param name="whole">What is to be remembered.</param>
    public static (string Merged, string Whole) MadeTrue(ThreeWayMatch texts, string fresh, string merged, string whole)
    {
        var own = MarkdownOutlineParser.Read<FreshIndex>(fresh);
        if (Find(own) is not { } line || OpeningLine.Read(own[line].Words)?.Figures != DraftContents.Of(own).Figures)
        {
            return (merged, whole);
        }

        // A line of the person's that differs from the true figures in the base is seen to be theirs the next time, too.
        var now = MarkdownOutlineParser.Read<EditedIndex>(merged);
        var figures = DraftContents.Of(now).Figures;
        return (IsTheirs(texts) ? merged : With(now, merged, figures), With(MarkdownOutlineParser.Read<FreshIndex>(whole), whole, figures));
    }

    private static bool IsTheirs(ThreeWayMatch texts) => Find(texts.Edited) is { } there && !texts.IsUntouched(there);

    private static string With<TIndex>(MarkdownOutline<TIndex> read, string text, DraftFigures figures)
        where TIndex : struct, IBlockIndex<TIndex>
    {
        if (Find(read) is not { } line || OpeningLine.Read(read[line].Words) is not { } said || said.Figures == figures)
        {
            return text;
        }

        var start = read.StartOf(line);
        return string.Concat(text.AsSpan(0, start), figures.In(said.Language), text.AsSpan(start + read[line].Text.Length));
    }
}

using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Merging;

/// <summary>The papers that a draft has, by where they stand: what its opening line counts, and what a check holds against the list.</summary>
public sealed partial class DraftContents
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
    public (int Line, DraftFigures Said)? Opening { get; private set; }

    /// <summary>What the opening line should say.</summary>
    public DraftFigures Figures => new(Listed.Count, InDepth.Count, Late.Count);

    /// <summary>Every paper of the issue once.</summary>
    public IReadOnlySet<ArxivIdentifier> Papers => field ??= Listed.Concat(InDepth).Concat(Late).ToHashSet();

    /// <summary>Reads a draft, in any of Markdown's ways of writing.</summary>
    public static DraftContents Read(string text)
    {
        var manuscript = MarkdownOutlineParser.Read(text);
        var contents = Of(manuscript);
        if (DraftOpening.Find(manuscript) is >= 0 and var line)
        {
            var before = text.AsSpan(0, manuscript.StartOf(line)).ToString().ReplaceLineEndings("\n");
            contents.Opening = (before.AsSpan().Count('\n') + 1, DraftFigures.Read(manuscript.Blocks[line].Words)!);
        }

        return contents;
    }

    internal static DraftContents Of(MarkdownOutline text)
    {
        var contents = new DraftContents();
        contents.InDepth.UnionWith(text.Headings.Where(heading => IsInDepth(text, heading)).Select(heading => text.PaperOf(heading)!.Value));
        for (var at = 0; at < text.Blocks.Count; at++)
        {
            if (text.Blocks[at] is { Kind: BlockKind.Item or BlockKind.TableRow, Identifier: { } paper } && !text.IsSuggested(at) && !IsPartOfSection(text, at))
            {
                (text.IsLate(at) ? contents.Late : contents.Listed).UnionWith(Within(text.Blocks[at]).Prepend(paper));
            }
        }

        return contents;
    }

    /// <summary>Entries that the editor has put together under one item, as Sheaf writes them; other links in an item belong to its note.</summary>
    private static IEnumerable<ArxivIdentifier> Within(Block block) =>
        from entry in block.Kind == BlockKind.Item ? InnerEntry().Matches(block.Text).AsEnumerable() : []
        where ArxivIdentifier.TryParse(entry.Groups["id"].Value, out _)
        select ArxivIdentifier.Parse(entry.Groups["id"].Value);

    /// <summary>Whether a heading is that of a paper's own section: it stands under another that has no list of its own.</summary>
    private static bool IsInDepth(MarkdownOutline text, int heading) =>
        text.PaperOf(heading) is not null && text.HeadingOf(heading) is >= 0 and var part && text.Blocks[part].Level > 1
        && !text.Under(part).Any(at => text.Blocks[at] is { Kind: BlockKind.Item or BlockKind.TableRow, Identifier: not null });

    private static bool IsPartOfSection(MarkdownOutline text, int at)
    {
        for (var heading = text.HeadingOf(at); heading >= 0; heading = text.HeadingOf(heading))
        {
            if (IsInDepth(text, heading))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A list item in an item that ends as an entry does: with a day and a link, or with a link in angle brackets.</summary>
    [GeneratedRegex(
        @"^[ \t]+([-*+]|[0-9]{1,9}[.)])[ \t].*(\), <?|, <)https://arxiv\.org/abs/(?<id>[^\s>]+)>?[ \t\r]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex InnerEntry();
}

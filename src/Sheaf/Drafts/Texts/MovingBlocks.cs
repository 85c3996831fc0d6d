using System.Security.Cryptography;
using System.Text;
using Sheaf.Drafts.Merging;

namespace Sheaf.Drafts.Texts;

/// <summary>
/// Moves a block of a draft to another place: an entry with its note, or a heading with all that stands under it. Two neighbouring runs of
/// text change places, so that no character is lost; a text in which the blocks would not be the same ones afterwards is not made.
/// </summary>
internal static class MovingBlocks
{
    private const string Gone = "The draft has been changed at that place since it was shown: load the page again.";

    private const string Unclear =
        "Whether the words at the end of the section are a note of the last paper cannot be told, so it was left where it is: indent them "
        + "if they are, or move it by hand, in the text.";

    private const string Parted =
        "There it would come between another paper and its note, so it was left where it is: move it by hand, in the text.";

    /// <summary>The entries and headings of a draft, in its order, but for its title.</summary>
    public static IReadOnlyList<MovableBlock> Read(string text)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(text);
        var keys = KeysOf(outline);
        string KeyAt(int at) => at < keys.Count ? keys[at] : "";
        var shown = outline.Indices.Where(at => outline[at].Kind == BlockKind.Heading ? outline[at].Level > 1 : outline.IsEntry(at))
            .ToList();
        return
        [
            .. shown.Select((at, number) => new MovableBlock(
                KeyAt(at.Value), outline[at].Text, outline[at].Level,
                Up(outline, shown, number) is { } up ? KeyAt(up) : null,
                Down(outline, shown, number) is { } down ? KeyAt(down) : null)),
        ];
    }

    /// <param name="text">The draft.</param>
    /// <param name="block">The key of what is moved.</param>
    /// <param name="before">The key of the block that it is to stand before; null or empty for the end.</param>
    /// <returns>The draft with the block at its new place, or why there is none.</returns>
    public static (string? Text, string? Refusal) Move(string text, string block, string? before)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(text);
        var keys = KeysOf(outline);
        var (from, to) = (keys.IndexOf(block), string.IsNullOrEmpty(before) ? keys.Count : keys.IndexOf(before));
        if (from < 0 || to < 0)
        {
            return (null, Gone);
        }

        var blocks = outline.Blocks;
        var isHeading = blocks[from].Kind == BlockKind.Heading;
        var end = isHeading ? outline.EndOf(EditedIndex.At(from)).Value : EndOfEntry(blocks, from);
        if (to >= from && to <= end)
        {
            return (text, null);
        }

        if (!isHeading && (MayEndSection(blocks, end) || MayEndSection(blocks, to)))
        {
            return (null, Unclear);
        }

        var (first, middle, last) = to < from ? (to, from, end) : (from, end, to);
        Block[] wanted =
            [.. blocks.Take(first), .. blocks.Take(last).Skip(middle), .. blocks.Take(middle).Skip(first), .. blocks.Skip(last)];
        if (!OwnersOf(wanted).ToHashSet().SetEquals(OwnersOf(blocks)))
        {
            return (null, Parted);
        }

        var ending = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var widen in new Func<string, string>[] { gap => gap, gap => Widened(gap, ending) })
        {
            var moved = Exchanged(blocks, outline.Tail, (first, middle, last), widen);
            if (MarkdownOutlineParser.Read<EditedIndex>(moved).Blocks.Select(Shape).SequenceEqual(wanted.Select(Shape)))
            {
                return (moved, null);
            }
        }

        return (null, "There it would be read as part of its neighbours, so it was left where it is: move it by hand, in the text.");
    }

    /// <summary>The place behind an entry and its note: the words up to the next entry, item, table, rule or heading.</summary>
    private static int EndOfEntry(IReadOnlyList<Block> blocks, int entry)
    {
        var end = entry + 1;
        while (blocks[entry].Kind == BlockKind.Item && end < blocks.Count && IsWords(blocks[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsWords(Block block) =>
        !block.IsListed && block.Kind is not (BlockKind.Heading or BlockKind.TableHead or BlockKind.Break);

    /// <summary>Whether words that stand before a place may be a note of the last entry of a section, or end that section.</summary>
    private static bool MayEndSection(IReadOnlyList<Block> blocks, int at)
    {
        var above = at - 1;
        while (above >= 0 && IsWords(blocks[above]))
        {
            above--;
        }

        return above < at - 1 && above >= 0 && blocks[above].Kind == BlockKind.Item
            && (at == blocks.Count || blocks[at].Kind is BlockKind.Heading or BlockKind.Break);
    }

    /// <summary>All words that are no entry, with the list item that they stand behind.</summary>
    private static IEnumerable<(Block Words, Block? Owner)> OwnersOf(IEnumerable<Block> blocks)
    {
        Block? owner = null;
        foreach (var block in blocks)
        {
            if (IsWords(block))
            {
                yield return (block, owner);
            }
            else
            {
                owner = block.Kind == BlockKind.Item ? block : null;
            }
        }
    }

    private static (BlockKind Kind, string Text) Shape(Block block) => (block.Kind, block.Text);

    private static string Exchanged(
        IReadOnlyList<Block> blocks, string tail, (int First, int Middle, int Last) at, Func<string, string> widen)
    {
        var text = new StringBuilder();
        void Add(int from, int to, string gap)
        {
            text.Append(gap).Append(blocks[from].Text);
            for (var number = from + 1; number < to; number++)
            {
                text.Append(blocks[number].Gap).Append(blocks[number].Text);
            }
        }

        if (at.First > 0)
        {
            Add(0, at.First, blocks[0].Gap);
        }

        Add(at.Middle, at.Last, at.First > 0 ? widen(blocks[at.First].Gap) : blocks[0].Gap);
        Add(at.First, at.Middle, widen(blocks[at.Middle].Gap));
        if (at.Last < blocks.Count)
        {
            Add(at.Last, blocks.Count, widen(blocks[at.Last].Gap));
        }

        return text.Append(tail).ToString();
    }

    /// <summary>With a blank line in it.</summary>
    private static string Widened(string gap, string ending)
    {
        while (gap.Count(letter => letter == '\n') < 2)
        {
            gap += ending;
        }

        return gap;
    }

    private static int? Up(MarkdownOutline<EditedIndex> outline, List<EditedIndex> shown, int number)
    {
        var at = shown[number];
        if (outline[at].Kind == BlockKind.Heading)
        {
            return Sibling(outline, shown.Take(number).Reverse(), at)?.Value;
        }

        return number == 0 ? null
            : shown[number - 1] is var above && outline[above].Kind != BlockKind.Heading ? above.Value
            : above.Before is { } end && outline.HeadingOf(end) is { } section && outline[section].Level > 1
                && outline.PaperOf(section) is null ? above.Value
            : null;
    }

    private static int? Down(MarkdownOutline<EditedIndex> outline, List<EditedIndex> shown, int number)
    {
        var at = shown[number];
        if (outline[at].Kind == BlockKind.Heading)
        {
            return Sibling(outline, shown.Skip(number + 1), at) is { } next ? outline.EndOf(next).Value : null;
        }

        return number + 1 == shown.Count ? null
            : shown[number + 1] is var below && outline[below].Kind != BlockKind.Heading ? EndOfEntry(outline.Blocks, below.Value)
            : outline.PaperOf(below) is null && outline.Under(below).Any(outline.IsEntry) ? BeginOfList(outline, below)
            : null;
    }

    /// <summary>The place before the first entry under a heading, and before the table that it is a row of.</summary>
    private static int BeginOfList(MarkdownOutline<EditedIndex> outline, EditedIndex heading)
    {
        var first = outline.Under(heading).First(outline.IsEntry).Value;
        return outline.Blocks[first - 1].Kind == BlockKind.TableHead ? first - 1 : first;
    }

    /// <summary>The first of these that is a heading beside another, under the same heading.</summary>
    private static EditedIndex? Sibling(MarkdownOutline<EditedIndex> outline, IEnumerable<EditedIndex> others, EditedIndex heading)
    {
        foreach (var other in others.Where(other => outline[other].Kind == BlockKind.Heading))
        {
            if (outline[other].Level <= outline[heading].Level)
            {
                return outline[other].Level == outline[heading].Level ? other : null;
            }
        }

        return null;
    }

    /// <summary>What a block says, and which of those that say the same it is.</summary>
    private static List<string> KeysOf(MarkdownOutline<EditedIndex> outline)
    {
        var seen = new Dictionary<string, int>();
        return
        [
            .. outline.Blocks.Select(block =>
            {
                var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(block.Text)).AsSpan(0, 8));
                var before = seen.GetValueOrDefault(digest);
                seen[digest] = before + 1;
                return before == 0 ? digest : FormattableString.Invariant($"{digest}-{before}");
            }),
        ];
    }
}

/// <summary>A part of a draft that can be moved.</summary>
/// <param name="Key">Stays while the part says the same.</param>
/// <param name="Text">Of a heading the heading alone.</param>
/// <param name="Level">Of a heading; 0 for an entry.</param>
/// <param name="Up">The block that it comes to stand before one step up, empty for the end; null where there is no such step.</param>
/// <param name="Down">The same one step down.</param>
internal sealed record MovableBlock(string Key, string Text, int Level, string? Up, string? Down);

using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;
using Sheaf.Markdown;

namespace Sheaf.Drafts.Edited;

/// <summary>A piece of an edited draft, in Markdown.</summary>
internal abstract record EditedPart;

/// <param name="Level">1 to 6.</param>
/// <param name="Words">Without the signs that make it a heading.</param>
/// <param name="Paper">Of a section about one paper, which it is; else null.</param>
internal sealed record EditedHeading(int Level, string Words, ArxivIdentifier? Paper) : EditedPart;

/// <summary>An entry of the list.</summary>
/// <param name="Paper">The paper it is about.</param>
/// <param name="Line">Its first paragraph; null where it begins with anything else.</param>
/// <param name="Below">What follows it, as in <see cref="EditedProse"/>; none is blank.</param>
internal sealed record EditedEntry(ArxivIdentifier Paper, string? Line, IReadOnlyList<string> Below) : EditedPart;

/// <summary>Anything else, the tables of entries too.</summary>
/// <param name="Chunks">Each to be read alone: paragraphs, whole lists, whole tables. None is blank.</param>
internal sealed record EditedProse(IReadOnlyList<string> Chunks) : EditedPart;

/// <summary>Takes an edited draft to pieces.</summary>
internal static partial class EditedParts
{
    /// <summary>In the order of the text. Front matter is none of them; it is for programs.</summary>
    public static IReadOnlyList<EditedPart> Of(string text)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(text);
        var parts = new List<EditedPart>();
        var prose = new List<Block>();
        foreach (var at in outline.Indices)
        {
            var block = outline[at];
            if (block.Kind != BlockKind.Heading && !(block.Kind == BlockKind.Item && outline.IsEntry(at)))
            {
                prose.Add(block);
                continue;
            }

            AddProse();
            parts.Add(block.Kind == BlockKind.Heading
                ? new EditedHeading(block.Level, WordsOf(block), outline.PaperOf(at))
                : EntryOf(block));
        }

        AddProse();
        return parts;

        void AddProse()
        {
            if (Chunks(prose) is { Count: > 0 } chunks)
            {
                parts.Add(new EditedProse(chunks));
            }

            prose.Clear();
        }
    }

    private static EditedEntry EntryOf(Block item)
    {
        var blocks = MarkdownOutlineParser.Read<EditedIndex>(WithoutMarker(item)).Blocks;
        var line = blocks is [{ Kind: BlockKind.Paragraph } first, ..] ? first.Text : null;
        return new(item.Identifier!.Value, line, Chunks(line is null ? blocks : [.. blocks.Skip(1)]));
    }

    /// <summary>Items of one list, and rows of one table, stay together; so do the lines of a comment that is cut by blank ones.</summary>
    private static List<string> Chunks(IReadOnlyList<Block> blocks)
    {
        var chunks = new List<StringBuilder>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            if (block.Kind == BlockKind.FrontMatter)
            {
                continue;
            }

            var goesOn = at > 0 && block.Kind switch
            {
                BlockKind.Item => blocks[at - 1].Kind == BlockKind.Item,
                BlockKind.TableRow => blocks[at - 1].Kind is BlockKind.TableHead or BlockKind.TableRow,
                _ => IsIndented(block) && FootnoteStart().IsMatch(chunks.LastOrDefault()?.ToString() ?? ""),
            };
            if (goesOn && chunks[^1].Length + block.Gap.Length + block.Text.Length <= ProseHtml.Longest)
            {
                chunks[^1].Append(block.Gap).Append(block.Text);
            }
            else
            {
                chunks.Add(new StringBuilder(block.Text));
            }
        }

        return [.. chunks.Select(chunk => chunk.ToString())];
    }

    private static bool IsIndented(Block block) => block.Text is ['\t', ..] or [' ', ' ', ' ', ' ', ..];

    private static string WordsOf(Block heading)
    {
        var lines = MarkdownLine.Split(heading.Text);
        return lines[0].HeadingLevel > 0 ? lines[0].HeadingText : heading.Text[..lines[^1].Start].Trim();
    }

    /// <summary>The text of an item, moved out. Its lines may be less far in than its marker is wide.</summary>
    private static string WithoutMarker(Block item)
    {
        var width = item.Marker?.Width ?? 0;
        var text = new StringBuilder(item.Text.Length);
        foreach (var line in MarkdownLine.Split(item.Text))
        {
            var from = line.Number == 1 ? Math.Min(width, line.Text.Length) : BlanksUpTo(line.Text, width);
            text.Append(line.Text, from, line.Text.Length - from).Append(line.Ending);
        }

        return text.ToString();
    }

    private static int BlanksUpTo(string line, int width)
    {
        var (at, column) = (0, 0);
        while (at < line.Length && line[at] is ' ' or '\t' && column < width)
        {
            column = line[at++] == '\t' ? (column / 4 * 4) + 4 : column + 1;
        }

        return at;
    }

    [GeneratedRegex(@"^ {0,3}\[\^[^\]\s]+\]:", RegexOptions.CultureInvariant)]
    internal static partial Regex FootnoteStart();
}

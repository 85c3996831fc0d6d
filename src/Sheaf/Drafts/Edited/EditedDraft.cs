using System.Text;
using Sheaf.Drafts.Merging;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// A draft as its editor has finished it: what leaves the house. Sheaf's marks are gone, and its block of papers that may have been missed,
/// but for what the editor wrote there.
/// </summary>
internal sealed class EditedDraft
{
    private EditedDraft(string text) => Text = text;

    /// <summary>The editor's Markdown, with the line endings and blanks that it had.</summary>
    public string Text { get; }

    /// <summary>The papers by where they stand.</summary>
    public DraftContents Contents => field ??= DraftContents.Read(Text);

    /// <summary>What it is made of, in its order.</summary>
    public IReadOnlyList<EditedPart> Parts => field ??= EditedParts.Of(Text);

    /// <summary>Reads a draft, in any of Markdown's ways of writing.</summary>
    /// <param name="text">As it stands, without a byte order mark.</param>
    /// <param name="lastWritten">What Sheaf last wrote there, its base; null where nobody knows.</param>
    public static EditedDraft Read(string text, string? lastWritten) => new(SheafMarks.Without(WithoutMissed(text, lastWritten)));

    /// <summary>
    /// Without the papers that may have been missed: all in that part that Sheaf wrote as it stands there, and where nobody knows what
    /// Sheaf wrote, the papers without a word of a person's. The heading goes with the last of them.
    /// </summary>
    private static string WithoutMissed(string text, string? lastWritten)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(text);
        if (!outline.Indices.Any(at => outline.IsSuggested(at)))
        {
            return text;
        }

        var gone = Gone(outline, lastWritten is null ? null : MissedIn(DeletionMarkers.Read(lastWritten).Text));
        var rest = new StringBuilder(text.Length);
        string? skipped = null;
        foreach (var at in outline.Indices)
        {
            var block = outline[at];
            if (gone[at.Value])
            {
                skipped ??= block.Gap;
                continue;
            }

            rest.Append(skipped?.Length > block.Gap.Length ? skipped : block.Gap).Append(block.Text);
            skipped = null;
        }

        return rest.Append(outline.Tail).ToString();
    }

    private static bool[] Gone(MarkdownOutline<EditedIndex> outline, HashSet<(BlockKind, string)>? written)
    {
        var gone = new bool[outline.Blocks.Count];
        foreach (var at in outline.Indices.Where(at => outline.IsSuggested(at)))
        {
            gone[at.Value] = written?.Contains((outline[at].Kind, outline[at].Words)) ?? IsWithoutWords(outline[at]);
        }

        foreach (var at in outline.Indices.Where(at => outline[at].Kind == BlockKind.TableHead && outline.IsSuggested(at)))
        {
            var next = at.Value + 1;
            while (next < gone.Length && gone[next])
            {
                next++;
            }

            gone[at.Value] = gone.ElementAtOrDefault(at.Value) && (next == gone.Length || outline.Blocks[next].Kind != BlockKind.TableRow);
        }

        foreach (var heading in outline.Headings.Where(at => outline.IsMissedHeading(at)))
        {
            gone[heading.Value] = outline.Within(heading).All(at => gone[at.Value]);
        }

        return gone;
    }

    private static HashSet<(BlockKind, string)> MissedIn(string lastWritten)
    {
        var outline = MarkdownOutlineParser.Read<LastIndex>(lastWritten);
        return [.. outline.Indices.Where(at => outline.IsSuggested(at)).Select(at => (outline[at].Kind, outline[at].Words))];
    }

    /// <summary>A paper whose words end with Sheaf's mark, or with its line alone; the names of a table's columns.</summary>
    private static bool IsWithoutWords(Block block)
    {
        if (block is not { IsListed: true, Identifier: { } paper })
        {
            return block.Kind == BlockKind.TableHead;
        }

        var end = block.Text.TrimEnd(' ', '\t', '|', '>');
        var isMarked = SheafMarks.Without(block.Text).Length < block.Text.Length;
        return (isMarked && (block.Kind == BlockKind.TableRow || end.EndsWith("--", StringComparison.Ordinal)))
            || (end.EndsWith($"arxiv.org/abs/{paper}", StringComparison.Ordinal) && !block.Text.AsSpan().ContainsAny('\r', '\n'));
    }
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Merging;

/// <summary>A Markdown text in blocks, with its outline.</summary>
internal sealed class MarkdownOutline
{
    private readonly int[] _headings;
    private readonly int[] _ends;
    private readonly ArxivIdentifier?[] _papers;

    /// <param name="blocks">In their order.</param>
    /// <param name="tail">What is left of the text after the last block.</param>
    public MarkdownOutline(IReadOnlyList<Block> blocks, string tail)
    {
        (Blocks, Tail) = (blocks, tail);
        _headings = new int[blocks.Count];
        _ends = new int[blocks.Count];
        _papers = new ArxivIdentifier?[blocks.Count];
        ReadOutline();
    }

    public static MarkdownOutline Empty { get; } = new([], "");

    public IReadOnlyList<Block> Blocks { get; }

    public string Tail { get; }

    /// <summary>Where a block begins in the text.</summary>
    public int StartOf(int at) => Blocks.Take(at).Sum(block => block.Gap.Length + block.Text.Length) + Blocks[at].Gap.Length;

    /// <summary>The heading that a block stands under, that a heading is a part of; -1 where there is none.</summary>
    public int HeadingOf(int at) => _headings[at];

    /// <summary>The place after everything under a heading, the headings that are parts of it too; after the last block for -1.</summary>
    public int EndOf(int heading) => heading < 0 ? Blocks.Count : _ends[heading];

    /// <summary>The blocks directly under a heading, up to the next heading of any level; for -1 those before the first.</summary>
    public IEnumerable<int> Under(int heading)
    {
        for (var at = heading + 1; at < Blocks.Count && Blocks[at].Kind != BlockKind.Heading; at++)
        {
            yield return at;
        }
    }

    public IEnumerable<int> Headings => Enumerable.Range(0, Blocks.Count).Where(at => Blocks[at].Kind == BlockKind.Heading);

    /// <summary>
    /// The one paper that a heading is about: that of the first link under it, if not in a list or table. Null for a heading that has a list
    /// under it, and for the title.
    /// </summary>
    public ArxivIdentifier? PaperOf(int heading) => heading < 0 ? null : _papers[heading];

    /// <summary>Whether a block is of the part with papers that are on no list: what becomes of it there says nothing of the paper's entry in the list.</summary>
    public bool IsSuggested(int at) => IsUnder(at, DraftSection.MayHaveMissed);

    /// <summary>Whether a block is of the part with papers of the month before.</summary>
    public bool IsLate(int at) => IsUnder(at, DraftSection.LateArrivals);

    private bool IsUnder(int at, string part) => HeadingOf(at) is >= 0 and var heading && Blocks[heading].Words == $"2 {part}";

    private void ReadOutline()
    {
        var open = new Stack<int>();
        for (var at = 0; at < Blocks.Count; at++)
        {
            if (Blocks[at].Kind == BlockKind.Heading)
            {
                while (open.TryPeek(out var above) && Blocks[above].Level >= Blocks[at].Level)
                {
                    _ends[open.Pop()] = at;
                }
            }

            _headings[at] = open.TryPeek(out var heading) ? heading : -1;
            if (Blocks[at].Kind == BlockKind.Heading)
            {
                open.Push(at);
            }
        }

        foreach (var heading in open)
        {
            _ends[heading] = Blocks.Count;
        }

        foreach (var heading in Headings.Where(heading => Blocks[heading].Level > 1))
        {
            var first = Under(heading).Prepend(heading).FirstOrDefault(at => Blocks[at].Identifier is not null, -1);
            _papers[heading] = first < 0 || Blocks[first].Kind is BlockKind.Item or BlockKind.TableRow ? null : Blocks[first].Identifier;
        }
    }
}

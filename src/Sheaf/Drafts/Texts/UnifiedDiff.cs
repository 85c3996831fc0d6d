using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Sheaf.Drafts.Texts;

/// <summary>What differs between two texts, as a unified diff.</summary>
internal static class UnifiedDiff
{
    private const int Around = 3;

    /// <summary>The lines of a unified diff; none where the texts have the same lines.</summary>
    public static IEnumerable<string> Lines(string before, string after, string name)
    {
        var hunks = Hunks(before, after);
        return hunks.Count == 0
            ? []
            : hunks.SelectMany(hunk => hunk.Lines.Prepend(hunk.Header)).Prepend($"+++ {name}").Prepend($"--- {name}");
    }

    /// <summary>Changes with the lines around them; those that are close together are in one hunk.</summary>
    public static IReadOnlyList<DiffHunk> Hunks(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        return [.. Grouped(diff.DiffBlocks).Select(hunk => Hunk(diff, hunk))];
    }

    private static IEnumerable<List<DiffBlock>> Grouped(IEnumerable<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.DeleteStartA - (hunk[^1].DeleteStartA + hunk[^1].DeleteCountA) > 2 * Around)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        if (hunk.Count > 0)
        {
            yield return hunk;
        }
    }

    private static DiffHunk Hunk(DiffResult diff, List<DiffBlock> blocks)
    {
        var (old, now, lines) = (diff.PiecesOld, diff.PiecesNew, new List<string>());
        var lead = Math.Min(Around, blocks[0].DeleteStartA);
        var from = blocks[0].DeleteStartA - lead;
        var to = Math.Min(old.Count, blocks[^1].DeleteStartA + blocks[^1].DeleteCountA + Around);
        var grown = blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        var header = $"@@ -{Range(from, to - from)} +{Range(blocks[0].InsertStartB - lead, to - from + grown)} @@";
        foreach (var block in blocks)
        {
            lines.AddRange(Part(old, ref from, block.DeleteStartA, ' '));
            lines.AddRange(Part(old, ref from, block.DeleteStartA + block.DeleteCountA, '-'));
            lines.AddRange(now.Skip(block.InsertStartB).Take(block.InsertCountB).Select(line => $"+{line}"));
        }

        lines.AddRange(Part(old, ref from, to, ' '));
        return new(header, lines);
    }

    private static List<string> Part(IReadOnlyList<string> lines, ref int from, int to, char sign)
    {
        var part = lines.Skip(from).Take(to - from).Select(line => $"{sign}{line}").ToList();
        from = to;
        return part;
    }

    private static string Range(int start, int count) => count == 0 ? $"{start},0" : count == 1 ? $"{start + 1}" : $"{start + 1},{count}";
}

/// <summary>Neighbouring changes.</summary>
/// <param name="Header">Which lines they are about: <c>@@ -1,3 +1,4 @@</c>.</param>
/// <param name="Lines">Each after its sign: a blank, <c>-</c> or <c>+</c>.</param>
internal sealed record DiffHunk(string Header, IReadOnlyList<string> Lines);

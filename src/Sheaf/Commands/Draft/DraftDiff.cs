using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using Sheaf.Drafts;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>What bringing a draft up to date would change, as a unified diff.</summary>
internal static class DraftDiff
{
    private const int Around = 3;

    /// <summary>Shows it on standard output, in colour on a terminal.</summary>
    public static WrittenDraft Show(Terminal terminal, DraftPreview preview)
    {
        var lines = Lines(preview.Before, preview.After, Workspace.ForReaders(preview.Outcome.Path)).ToList();
        var page = new ColouredPage(terminal);
        foreach (var line in lines)
        {
            page.Line(line, line[0] switch { '-' => "red", '+' => "green", '@' => "cyan", _ => "" });
        }

        if (lines.Count == 0)
        {
            terminal.Note($"{Workspace.ForReaders(preview.Outcome.Path)} would not change.");
        }

        return new("planned", preview.Outcome.Path)
        {
            Changes = preview.Outcome.Changes,
            Diff = string.Concat(lines.Select(line => $"{line}\n")),
        };
    }

    /// <summary>The lines of a unified diff; none where the texts have the same lines.</summary>
    public static IEnumerable<string> Lines(string before, string after, string name)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        if (diff.DiffBlocks.Count == 0)
        {
            return [];
        }

        return Hunks(diff.DiffBlocks).SelectMany(hunk => Hunk(diff, hunk)).Prepend($"+++ {name}").Prepend($"--- {name}");
    }

    /// <summary>Changes that are close together are shown together.</summary>
    private static IEnumerable<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
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

        yield return hunk;
    }

    private static IEnumerable<string> Hunk(DiffResult diff, List<DiffBlock> blocks)
    {
        var (old, now) = (diff.PiecesOld, diff.PiecesNew);
        var lead = Math.Min(Around, blocks[0].DeleteStartA);
        var from = blocks[0].DeleteStartA - lead;
        var to = Math.Min(old.Count, blocks[^1].DeleteStartA + blocks[^1].DeleteCountA + Around);
        var grown = blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        yield return $"@@ -{Range(from, to - from)} +{Range(blocks[0].InsertStartB - lead, to - from + grown)} @@";
        foreach (var block in blocks)
        {
            foreach (var line in Part(old, ref from, block.DeleteStartA, ' ')
                .Concat(Part(old, ref from, block.DeleteStartA + block.DeleteCountA, '-')))
            {
                yield return line;
            }

            for (var at = block.InsertStartB; at < block.InsertStartB + block.InsertCountB; at++)
            {
                yield return $"+{now[at]}";
            }
        }

        foreach (var line in Part(old, ref from, to, ' '))
        {
            yield return line;
        }
    }

    private static List<string> Part(IReadOnlyList<string> lines, ref int from, int to, char sign)
    {
        var part = lines.Skip(from).Take(to - from).Select(line => $"{sign}{line}").ToList();
        from = to;
        return part;
    }

    private static string Range(int start, int count) => count == 0 ? $"{start},0" : count == 1 ? $"{start + 1}" : $"{start + 1},{count}";
}

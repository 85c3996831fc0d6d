using DiffPlex;
using DiffPlex.Chunkers;

namespace Sheaf.Drafts.Texts;

/// <summary>
/// A text that was typed into a box of a page. Such a box has line endings of its own, whatever the text had that was put into it, and no
/// character U+0000; so what was not touched is taken from the text that was put into it, to the byte.
/// </summary>
internal static class TypedText
{
    private const char Nothing = '\0';
    private const char Replacement = '\ufffd';

    /// <param name="before">The text that was put into the box.</param>
    /// <param name="typed">What the box holds, with any line endings.</param>
    public static string Restore(string before, string typed)
    {
        if (before.Length == 0)
        {
            return typed.ReplaceLineEndings("\n");
        }

        var (old, now) = (Lines(before), Lines(typed));
        var ending = old.FirstOrDefault(line => line.Ending.Length > 0).Ending ?? "\n";
        var diff = Differ.Instance.CreateDiffs(
            Shown(old), Shown(now), ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(text => text.Split('\n')));
        var lines = new List<(string Text, string Ending)>(now.Count);
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            lines.AddRange(old.Skip(at).Take(block.DeleteStartA - at));
            lines.AddRange(now.Skip(block.InsertStartB).Take(block.InsertCountB).Select(line => (line.Text, ending)));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        lines.AddRange(old.Skip(at));
        return string.Concat(lines.Select((line, number) =>
            number == lines.Count - 1 ? line.Text : line.Text + (line.Ending.Length > 0 ? line.Ending : ending)));
    }

    private static string Shown(IEnumerable<(string Text, string Ending)> lines) =>
        string.Join('\n', lines.Select(line => line.Text)).Replace(Nothing, Replacement);

    /// <summary>The lines of a text; the last one, which may be empty, has no ending.</summary>
    private static List<(string Text, string Ending)> Lines(string text)
    {
        var lines = new List<(string, string)>();
        var start = 0;
        while (text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length)
        {
            var end = start + length;
            var ending = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? "\r\n" : text[end].ToString();
            lines.Add((text[start..end], ending));
            start = end + ending.Length;
        }

        lines.Add((text[start..], ""));
        return lines;
    }
}

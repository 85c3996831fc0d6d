namespace Sheaf.Drafts.Merging;

/// <summary>Where a list item ends: with it go the lines that are moved in under it, blank lines between them, and text that runs on without being moved in.</summary>
internal static class ItemEnd
{
    /// <summary>Editors move notes in by two blanks, whatever the width of the marker.</summary>
    private const int Least = 2;

    /// <returns>The line after the item's last.</returns>
    public static int Of(IReadOnlyList<MarkdownLine> lines, int first)
    {
        var inside = lines[first].Indent + Least;
        var (end, isAfterBlank) = (first + 1, false);
        (char Mark, int Length, bool IsBare)? code = null;
        for (var at = first + 1; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.IsBlank)
            {
                isAfterBlank = true;
                continue;
            }

            if (line.Indent >= inside)
            {
                code = code is { } open ? (Closes(line, open) ? null : open) : line.Fence;
            }
            else if (code is not null || isAfterBlank || line.Interrupts || line.IsItem)
            {
                break;
            }

            (end, isAfterBlank) = (at + 1, false);
        }

        return end;
    }

    private static bool Closes(MarkdownLine line, (char Mark, int Length, bool IsBare) open) =>
        line.Fence is { IsBare: true } fence && fence.Mark == open.Mark && fence.Length >= open.Length;
}

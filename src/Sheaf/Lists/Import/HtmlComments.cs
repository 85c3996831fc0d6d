namespace Sheaf.Lists.Import;

/// <summary>Entries that somebody took out of a Markdown list by a comment of HTML around them.</summary>
internal static class HtmlComments
{
    /// <summary>Strikes out the lines of comments that name papers, as <c>//</c> does. A comment that is never closed is text.</summary>
    public static IReadOnlyList<ShownLine> StrikeOut(IReadOnlyList<ShownLine> lines)
    {
        var struck = new bool[lines.Count];
        var close = -1;
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            var text = lines[at].Text.Trim();
            close = text.Contains("-->", StringComparison.Ordinal) ? at : close;
            if (close >= 0 && text.StartsWith("<!--", StringComparison.Ordinal) && lines[close].Text.TrimEnd().EndsWith("-->", StringComparison.Ordinal))
            {
                for (var line = at; line <= close && !struck[line]; line++)
                {
                    struck[line] = true;
                }
            }
        }

        return Array.IndexOf(struck, true) < 0 ? lines : [.. lines.Select((line, at) => struck[at] && NamesPaper(line) ? line with { Text = $"// {line.Text}" } : line)];
    }

    private static bool NamesPaper(ShownLine line) => ReferenceMark.FindAll(line.Text).Count > 0;
}

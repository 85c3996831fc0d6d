using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Merging;

namespace Sheaf.Publishing;

/// <summary>The title of an issue: its first heading of the highest level.</summary>
internal static class IssueTitle
{
    /// <summary>On one line, without Markdown; null where there is none.</summary>
    public static string? Of(string markdown)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(markdown);
        var heading = outline.Headings.Select(at => outline[at]).FirstOrDefault(block => block.Level == 1);
        return heading is null || NoteHtml.WordsOfHeading(heading.Text) is not { Length: > 0 } title ? null : title;
    }
}

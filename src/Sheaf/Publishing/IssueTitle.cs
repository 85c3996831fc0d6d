using Markdig;
using Sheaf.Drafts.Merging;
using Sheaf.Text;

namespace Sheaf.Publishing;

/// <summary>The title of an issue: its first heading of the highest level.</summary>
internal static class IssueTitle
{
    /// <summary>On one line, without Markdown; null where there is none.</summary>
    public static string? Of(string markdown)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(markdown);
        var heading = outline.Headings.Select(at => outline[at]).FirstOrDefault(block => block.Level == 1);
        return heading is null || PlainLine.Of(Markdig.Markdown.ToPlainText(heading.Text)) is not { Length: > 0 } title ? null : title;
    }
}

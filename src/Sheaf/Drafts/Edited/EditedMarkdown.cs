namespace Sheaf.Drafts.Edited;

/// <summary>The edited draft as Markdown: every byte as it was, but for what <see cref="EditedDraft"/> leaves out.</summary>
internal static class EditedMarkdown
{
    /// <summary>Line endings, blanks, comments and front matter are the editor's. Equal drafts give equal text.</summary>
    public static string Render(EditedDraft draft) => draft.Text;
}

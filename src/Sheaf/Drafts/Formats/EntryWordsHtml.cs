using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Formats;

/// <summary>What stands below a paper of the list, as HTML: the editor's words, or a sentence of the abstract that says what it is.</summary>
internal static class EntryWordsHtml
{
    /// <summary>Null where there is neither.</summary>
    public static string? Html(DraftEntry entry) => entry switch
    {
        { Note: { } note } => NoteHtml.Of(note),
        { Suggestion: { } sentence } => Suggested(sentence),
        _ => null,
    };

    private static string Suggested(string sentence) =>
        new HtmlText().Raw("<p class=\"suggested\"><em class=\"mark\">Suggested</em> ").Tex(PaperText.LineOf(sentence) ?? "").Raw("</p>\n").ToString();
}

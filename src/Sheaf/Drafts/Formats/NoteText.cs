using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>The editor's words as text of several lines: spaces and line breaks stay, what is invisible or no character goes.</summary>
internal static class NoteText
{
    public static string Of(string note) => InvisibleCharacters.Remove(note, tab: "    ");
}

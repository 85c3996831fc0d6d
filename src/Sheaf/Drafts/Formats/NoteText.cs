using System.Text;
using Sheaf.Drafts.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>The editor's words as text of several lines: spaces and line breaks stay, what is invisible or no character goes.</summary>
internal static class NoteText
{
    public static string Of(string note)
    {
        var clean = new StringBuilder(note.Length);
        foreach (var rune in note.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || PlainLine.IsVisible(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value == '\t')
            {
                clean.Append("    ");
            }
        }

        return clean.ToString();
    }
}

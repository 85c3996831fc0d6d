using System.Buffers;
using System.Text;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>The editor's words as text of several lines: spaces and line breaks stay, what is invisible or no character goes.</summary>
internal static class NoteText
{
    private static readonly SearchValues<char> Clean = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n']);

    public static string Of(string note) => note.AsSpan().ContainsAnyExcept(Clean) ? Cleaned(note) : note;

    private static string Cleaned(string note)
    {
        var clean = new StringBuilder(note.Length);
        Span<char> letters = stackalloc char[2];
        foreach (var rune in note.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' || PlainLine.IsVisible(rune))
            {
                clean.Append(letters[..rune.EncodeToUtf16(letters)]);
            }
            else if (rune.Value == '\t')
            {
                clean.Append("    ");
            }
        }

        return clean.ToString();
    }
}

using System.Text;

namespace Sheaf.Text;

/// <summary>Text from outside made one line that shows what it holds.</summary>
internal static class PlainLine
{
    /// <summary>
    /// White space of any kind becomes single spaces. Dropped are control characters, broken surrogates and what is no character, and
    /// invisible characters, the bidirectional overrides among them; the joiners that scripts and emoji need stay.
    /// </summary>
    public static string Of(string text) => IsPlain(text) ? text : Cleaned(text);

    /// <summary>Whether it is a line of ASCII already, as nearly all texts of arXiv are.</summary>
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && text is not ([' ', ..] or [.., ' '])
            && !text.Contains("  ", StringComparison.Ordinal);

    private static string Cleaned(string text)
    {
        var line = new StringBuilder(text.Length);
        var isSpaceDue = false;
        for (int at = 0, length; at < text.Length; at += length)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && Rune.IsWhiteSpace(rune))
            {
                isSpaceDue = line.Length > 0;
            }
            else if (isWhole && !InvisibleCharacters.Contain(rune))
            {
                line.Append(isSpaceDue ? " " : "").Append(text, at, length);
                isSpaceDue = false;
            }
        }

        return line.ToString();
    }
}

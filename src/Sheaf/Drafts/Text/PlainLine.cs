using System.Globalization;
using System.Text;

namespace Sheaf.Drafts.Text;

/// <summary>Text from outside made one line that shows what it holds.</summary>
public static class PlainLine
{
    /// <summary>
    /// White space of any kind becomes single spaces. Dropped are control characters, broken surrogates, and invisible characters, the
    /// bidirectional overrides among them; the joiners that scripts and emoji need stay.
    /// </summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        var isSpaceDue = false;
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            at += isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && Rune.IsWhiteSpace(rune))
            {
                isSpaceDue = line.Length > 0;
            }
            else if (isWhole && IsVisible(rune))
            {
                line.Append(isSpaceDue ? " " : "").Append(rune.ToString());
                isSpaceDue = false;
            }
        }

        return line.ToString();
    }

    private static bool IsVisible(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);
}

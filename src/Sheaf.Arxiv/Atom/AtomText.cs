using System.Text;

namespace Sheaf.Arxiv.Atom;

/// <summary>Cleans the texts of an answer (field guide 10): control characters go, white space becomes single, accents join their letters.</summary>
internal static class AtomText
{
    /// <summary>Everything on one line.</summary>
    public static string OneLine(string text) => IsClean(text) ? text : Clean(text, paragraphBreak: ' ');

    /// <summary>
    /// Each paragraph on a line. A paragraph begins where a line begins with a space; any other line break only wraps, as it does
    /// in the abstracts of the service before 2025.
    /// </summary>
    public static string Paragraphs(string text) => IsClean(text) ? text : Clean(text, paragraphBreak: '\n');

    // Nearly every text is clean already; these few vectorised looks are then all that it costs.
    private static bool IsClean(ReadOnlySpan<char> text) =>
        text.IsEmpty
        || (text[0] != ' '
            && text[^1] != ' '
            && !text.ContainsAnyInRange('\0', '\u001F')
            && !text.Contains('\u007F')
            && text.IndexOf("  ") < 0
            && (System.Text.Ascii.IsValid(text) || IsCleanBeyondAscii(text)));

    private static bool IsCleanBeyondAscii(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\u0080', '\u009F')
        && !text.ContainsAnyInRange('\u0300', '\u036F')
        && !text.ContainsAnyInRange('\u2028', '\u2029')
        && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    private static string Clean(string text, char paragraphBreak)
    {
        var clean = new StringBuilder(text.Length);
        var gap = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (IsSpace(text[i]))
            {
                var begins = text[i] is ' ' or '\t' && i > 0 && text[i - 1] is '\n' or '\r';
                gap = begins || gap == paragraphBreak ? paragraphBreak : ' ';
            }
            else if (!char.IsControl(text[i]) && !IsHalfCharacter(text, i))
            {
                Append(clean, gap, text[i]);
                gap = '\0';
            }
        }

        return clean.ToString();
    }

    private static void Append(StringBuilder clean, char gap, char character)
    {
        if (clean.Length > 0 && gap != '\0')
        {
            clean.Append(gap);
        }

        if (clean.Length > 0 && Accents.TryJoin(clean[^1], character, out var joined))
        {
            clean[^1] = joined;
        }
        else
        {
            clean.Append(character);
        }
    }

    private static bool IsSpace(char character) =>
        character is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    // A surrogate without its other half, as a numeric character reference can make one: no text, and no encoding can hold it.
    private static bool IsHalfCharacter(string text, int at) =>
        (char.IsHighSurrogate(text[at]) && !(at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])))
        || (char.IsLowSurrogate(text[at]) && !(at > 0 && char.IsHighSurrogate(text[at - 1])));
}

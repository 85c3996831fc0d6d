using System.Text;
using Sheaf.Arxiv.Tex;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// Cleans texts that arXiv answers with (field guide 10): control characters go, white space becomes single, accents join their letters.
/// </summary>
internal static class MetadataText
{
    /// <summary>Everything on one line.</summary>
    public static string OneLine(string text) => Clean(text, paragraphBreak: ' ');

    /// <summary>
    /// Each paragraph on a line. A paragraph begins where a line begins with a space; any other line break only wraps, as it does
    /// in the abstracts of the service before 2025.
    /// </summary>
    public static string Paragraphs(string text) => Clean(text, paragraphBreak: '\n');

    private static string Clean(string text, char paragraphBreak)
    {
        var trimmed = text.AsSpan().Trim(" \n");
        return !IsClean(trimmed) ? CleanCharacters(trimmed, paragraphBreak)
            : trimmed.Length == text.Length ? text
            : trimmed.ToString();
    }

    // Nearly every text is clean but for its ends; these few vectorised looks are then all that it costs.
    private static bool IsClean(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\0', '\u001F')
        && !text.Contains('\u007F')
        && text.IndexOf("  ") < 0
        && (Ascii.IsValid(text) || IsCleanBeyondAscii(text));

    private static bool IsCleanBeyondAscii(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\u0080', '\u009F')
        && !text.ContainsAnyInRange('\u0300', '\u036F')
        && !text.ContainsAnyInRange('\u2028', '\u2029')
        && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    // The clean text is never longer: whatever is put in stands for something left out.
    private static string CleanCharacters(ReadOnlySpan<char> text, char paragraphBreak)
    {
        var clean = text.Length <= 2048 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is > ' ' and <= '~')
            {
                clean[length++] = text[i];
            }
            else if (IsSpace(text[i]))
            {
                PutSpace(clean, ref length, BeginsParagraph(text, i) ? paragraphBreak : ' ');
            }
            else if (!char.IsControl(text[i]) && !IsHalfCharacter(text, i))
            {
                PutBeyondAscii(clean, ref length, text[i]);
            }
        }

        return clean[..length].TrimEnd(" \n").ToString();
    }

    // Space is single, and of several kinds in one place a paragraph's beginning prevails.
    private static void PutSpace(Span<char> clean, ref int length, char space)
    {
        if (length == 0)
        {
            return;
        }

        if (clean[length - 1] is not (' ' or '\n'))
        {
            clean[length++] = space;
        }
        else if (space == '\n')
        {
            clean[length - 1] = space;
        }
    }

    private static void PutBeyondAscii(Span<char> clean, ref int length, char character)
    {
        if (length > 0 && Accents.TryJoin(clean[length - 1], character, out var joined))
        {
            clean[length - 1] = joined;
        }
        else
        {
            clean[length++] = character;
        }
    }

    private static bool BeginsParagraph(ReadOnlySpan<char> text, int at) =>
        text[at] is ' ' or '\t' && at > 0 && text[at - 1] is '\n' or '\r';

    private static bool IsSpace(char character) =>
        character is ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    // A surrogate without its other half, as a numeric character reference can make one: no text, and no encoding can hold it.
    private static bool IsHalfCharacter(ReadOnlySpan<char> text, int at) =>
        (char.IsHighSurrogate(text[at]) && !(at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])))
        || (char.IsLowSurrogate(text[at]) && !(at > 0 && char.IsHighSurrogate(text[at - 1])));
}

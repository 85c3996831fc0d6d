using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sheaf.Text;

/// <summary>
/// Characters that show nothing, by which text can hide, be turned around, or look empty: controls, breaks between lines, formatting, what
/// Unicode keeps from ever being a character, and the fillers and blanks that count as letters or signs. The two joiners and the selectors
/// of a variation are not among them: scripts, formulas and emoji need them.
/// </summary>
internal static class InvisibleCharacters
{
    /// <summary>Unicode's Default_Ignorable_Code_Point beyond the format characters, and two signs that are drawn as nothing.</summary>
    private static readonly (int First, int Last)[] Fillers =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x2800, 0x2800), (0x3164, 0x3164),
        (0xFDD0, 0xFDEF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1D159, 0x1D159), (0xE0000, 0xE0FFF),
    ];

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n']);

    /// <summary>Text of several lines without them. Line ends become LF.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tab">What stands for a tab, which shows as blanks.</param>
    public static string Remove(string text, string tab)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        Span<char> letters = stackalloc char[2];
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                visible.Append(tab);
            }
            else if (rune.Value == '\n' || !Contain(rune))
            {
                visible.Append(letters[..rune.EncodeToUtf16(letters)]);
            }
        }

        return visible.ToString();
    }

    /// <summary>Text without them, and without white space, at its ends.</summary>
    public static string Trim(string text)
    {
        var rest = text.AsSpan();
        while (Rune.DecodeFromUtf16(rest, out var first, out var length) == OperationStatus.Done && IsUnseen(first))
        {
            rest = rest[length..];
        }

        while (Rune.DecodeLastFromUtf16(rest, out var last, out var length) == OperationStatus.Done && IsUnseen(last))
        {
            rest = rest[..^length];
        }

        return rest.Length == text.Length ? text : rest.ToString();
    }

    /// <summary>
    /// Whether it comes between two letters without parting them, for the eye: such a character, or a joiner, but no control and nothing
    /// that is drawn as a blank.
    /// </summary>
    public static bool PartNoWord(char character) => character is '\u200C' or '\u200D'
        || (character is not (<= '\u009F' or '\u2800')
            && !char.IsWhiteSpace(character)
            && Rune.TryCreate(character, out var rune)
            && Contain(rune));

    /// <summary>Whether it is such a character.</summary>
    public static bool Contain(Rune rune) => !rune.IsAscii
        ? rune.Value is not (0x200C or 0x200D) && (IsByCategory(rune) || (rune.Value & 0xFFFE) == 0xFFFE || IsFiller(rune.Value))
        : Rune.IsControl(rune);

    private static bool IsUnseen(Rune rune) => Rune.IsWhiteSpace(rune) || Contain(rune);

    private static bool IsByCategory(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsFiller(int code) => Array.Exists(Fillers, range => code >= range.First && code <= range.Last);
}

using System.Globalization;
using System.Text;

namespace Sheaf.Formulas;

/// <summary>
/// Words in a formula. Temml writes bold and other ones in the letters that Unicode keeps for formulas; search, speech and people who copy
/// them want plain letters, and the looks as a class.
/// </summary>
internal static class PlainWords
{
    private const string Bold = "tml-bold", Italic = "tml-italic", Sans = "tml-sans", Mono = "tml-mono";

    /// <summary>Where the 52 letters of an alphabet begin, A to Z and a to z.</summary>
    private static readonly (int First, string Looks)[] Alphabets =
    [
        (0x1D400, Bold), (0x1D434, Italic), (0x1D468, $"{Bold} {Italic}"), (0x1D5A0, Sans), (0x1D5D4, $"{Sans} {Bold}"),
        (0x1D608, $"{Sans} {Italic}"), (0x1D63C, $"{Sans} {Bold} {Italic}"), (0x1D670, Mono),
    ];

    private static readonly (int Zero, string Looks)[] Digits =
        [(0x1D7CE, Bold), (0x1D7E2, Sans), (0x1D7EC, $"{Sans} {Bold}"), (0x1D7F6, Mono)];

    /// <summary>The words and their classes; as they are, and null, where there are looks of several kinds or of none.</summary>
    public static (string Words, string? Classes) Of(string text)
    {
        string? looks = null;
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var (letter, own) = Of(rune);
            if (own is not null && looks is not null && own != looks)
            {
                return (text, null);
            }

            looks ??= own;
            words.Append(letter);
        }

        return (words.ToString(), looks);
    }

    private static (string Letter, string? Looks) Of(Rune rune)
    {
        foreach (var (first, looks) in Alphabets)
        {
            if (rune.Value >= first && rune.Value < first + 52)
            {
                return (((char)((rune.Value - first) % 26 + (rune.Value - first < 26 ? 'A' : 'a'))).ToString(), looks);
            }
        }

        foreach (var (zero, looks) in Digits)
        {
            if (rune.Value >= zero && rune.Value < zero + 10)
            {
                return ((rune.Value - zero).ToString(CultureInfo.InvariantCulture), looks);
            }
        }

        // The italic h was there before the alphabet that lacks it.
        return rune.Value == 0x210E ? ("h", Italic) : (rune.ToString(), null);
    }
}

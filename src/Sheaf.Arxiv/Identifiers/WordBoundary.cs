using System.Globalization;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Where an identifier may stand alone in a text. A number that touches a letter, a digit, a decimal point or the sign of an amount is a
/// part of something else. Letters of scripts that do not separate words, as Chinese, count as separators.
/// </summary>
internal static class WordBoundary
{
    private const string JoinsBefore = "./\\=%&?@#+^";
    private const string JoinsAfter = "%=@+^";

    public static bool IsBefore(string text, int at)
    {
        // An underscore is emphasis at the edge of a word, and like a hyphen a joint within one. Longer rows of them are rules.
        var before = at - 1;
        while (before >= 0 && at - before < 4 && text[before] is '_' or '-')
        {
            before--;
        }

        return before < 0 || !(IsLetterOrDigit(text[before]) || Joins(text[before], JoinsBefore));
    }

    public static bool IsAfter(string text, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var next = end + 1 < text.Length ? text[end + 1] : ' ';
        return text[end] switch
        {
            '.' => !char.IsAsciiDigit(next),
            '_' => !IsLetterOrDigit(next),
            var character => !IsLetterOrDigit(character) && !Joins(character, JoinsAfter),
        };
    }

    /// <summary>A letter of a script that separates words by spaces, or a decimal digit.</summary>
    public static bool IsLetterOrDigit(char character) =>
        char.IsLetterOrDigit(character) && char.GetUnicodeCategory(character) != UnicodeCategory.OtherLetter;

    private static bool Joins(char character, string joints) => char.IsAscii(character)
        ? character == '$' || joints.Contains(character)
        : char.GetUnicodeCategory(character) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol;
}

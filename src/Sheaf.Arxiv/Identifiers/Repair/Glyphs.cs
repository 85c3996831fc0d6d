namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>
/// Characters that stand for ASCII or for nothing. Tables of our own, since the programs run without the tables of a culture.
/// </summary>
internal static class Glyphs
{
    public const char SoftHyphen = '\u00ad';

    /// <summary>Zero-width characters, joiners, direction marks, byte order marks, soft hyphens.</summary>
    public static bool IsInvisible(char character) => character is SoftHyphen or '\u034f' or '\u061c' or '\u180e' or '\ufeff'
        or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or (>= '\ufe00' and <= '\ufe0f');

    public static bool IsDash(char character) => character is (>= '\u2010' and <= '\u2015') or '\u2212' or '\ufe58' or '\ufe63' or '\uff0d';

    public static bool IsPoint(char character) => character is '．' or '。' or '｡' or '․' or '﹒' or '٫';

    public static bool IsSlash(char character) => character is '／' or '⁄' or '∕';

    public static bool IsColon(char character) => character is '：' or '﹕' or '∶';

    /// <summary>The ASCII letter of a full-width one; null for anything else.</summary>
    public static char? FullWidthLetter(char character) =>
        character is (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') ? (char)(character - 'Ａ' + 'A') : null;

    /// <summary>Whether it may stand beside a point or a slash within a link or an identifier.</summary>
    public static bool MayBePart(char character) =>
        char.IsAsciiLetterOrDigit(character)
            || "./:".Contains(character)
            || char.IsDigit(character)
            || FullWidthLetter(character) is not null
            || IsInvisible(character)
            || IsSlash(character)
            || IsPoint(character)
            || char.IsHighSurrogate(character)
            || Numeral(character) is not null;

    /// <summary>The digit that a Chinese numeral stands for; null for anything else.</summary>
    public static int? Numeral(char character) => character switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '兩' or '俩' or '贰' or '弐' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => null,
    };

    /// <summary>The digit that a letter is taken for by eye; null for anything else.</summary>
    public static int? LookAlike(char character) => character switch
    {
        'O' or 'o' => 0,
        'l' or 'I' => 1,
        _ => null,
    };
}

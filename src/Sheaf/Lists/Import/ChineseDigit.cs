namespace Sheaf.Lists.Import;

/// <summary>Chinese numerals that stand for a single digit.</summary>
internal static class ChineseDigit
{
    /// <summary>The digit, <c>0</c> to <c>9</c>; null for any other character.</summary>
    public static char? ValueOf(char numeral) => numeral switch
    {
        '〇' or '零' => '0',
        '两' => '2',
        _ => "一二三四五六七八九".IndexOf(numeral) is >= 0 and var at ? (char)('1' + at) : null,
    };
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>Days as lists print them: <c>30 Apr</c>, <c>Apr 22</c>, <c>3 August 2020</c>, <c>2024-04-30</c>, <c>4月30日</c>.</summary>
internal static partial class DayInText
{
    // Web copies write some digits as Chinese numerals: 二5 Apr.
    private const string Digit = "[0-9〇零一二两三四五六七八九]";

    private const string Pattern =
        $@"(?<text>(?<iso>(?<year>[0-9]{{4}})[-/.](?<number>[0-9]{{1,2}})[-/.](?<day>[0-9]{{1,2}}))"
        + @"|(?<day>[0-9]{1,2})\.\s?(?<number>[0-9]{1,2})\.\s?(?<year>(19|20)[0-9]{2})"
        + $@"|(?<day>{Digit}{{1,2}})(st|nd|rd|th|er|\.)?\s{{1,3}}(de\s)?(?<month>\p{{L}}{{3,10}})\.?"
        + $@"(,?\s{{1,3}}(de\s)?(?<year>{Digit}{{4}}))?"
        + $@"|(?<month>\p{{L}}{{3,9}})\.?\s{{1,3}}(?<day>{Digit}{{1,2}})(st|nd|rd|th)?(,?\s{{1,3}}(?<year>{Digit}{{4}}))?"
        + @"|((?<year>[0-9]{4})\s?[年년]\s?)?(?<number>[0-9]{1,2})\s?[月월]\s?(?<day>[0-9]{1,2})\s?[日号일])";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>
    /// The months in the languages lists come in: English, German, French, Spanish, Italian, Portuguese, Dutch, Russian. A list may shorten
    /// them to three letters.
    /// </summary>
    private static readonly string[][] Months =
    [
        ["january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "января", "январь"],
        ["february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "февраля", "февраль"],
        ["march", "märz", "mars", "marzo", "março", "maart", "mrt", "марта", "март"],
        ["april", "avril", "abril", "aprile", "апреля", "апрель"], ["may", "mai", "mayo", "maggio", "maio", "mei", "мая", "май"],
        ["june", "juni", "juin", "junio", "giugno", "junho", "июня", "июнь"],
        ["july", "juli", "juillet", "julio", "luglio", "julho", "июля", "июль"],
        ["august", "août", "aout", "agosto", "augustus", "августа", "август"],
        ["september", "septembre", "septiembre", "settembre", "setembro", "сентября", "сентябрь"],
        ["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "октября", "октябрь"],
        ["november", "novembre", "noviembre", "novembro", "ноября", "ноябрь"],
        ["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "декабря", "декабрь"],
    ];

    private static readonly Dictionary<string, int> OtherAbbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["févr"] = 2,
        ["fév"] = 2,
        ["mär"] = 3,
        ["mrt"] = 3,
        ["avr"] = 4,
        ["juil"] = 7,
        ["août"] = 8,
        ["okt"] = 10,
        ["déc"] = 12,
        ["dez"] = 12,
    };

    /// <summary>A text that is a day and nothing else; also a moment, whose day it is: <c>2024-04-30T17:59:59Z</c>.</summary>
    public static ClaimedDay? Read(string text) => Whole().Match(text.Trim()) is { Success: true } match ? Of(match) : null;

    /// <summary>A day in parentheses, the last one, and the text without it; null and the same text where there is none.</summary>
    public static (ClaimedDay? Day, string Words) InParentheses(string text)
    {
        var match = Parenthesised().Matches(text).LastOrDefault(one => Of(one) is not null);
        return match is null
            ? (null, text)
            : (Of(match), $"{text[..match.Index].TrimEnd()} {text[(match.Index + match.Length)..].TrimStart()}".Trim());
    }

    /// <summary>A day that begins a text and is set off from the rest: <c>8 Feb, Title</c>.</summary>
    public static (ClaimedDay? Day, string Words) Leading(string text) =>
        First().Match(text) is { Success: true } match && Of(match) is { } day ? (day, text[match.Length..]) : (null, text);

    /// <summary>A day after the last comma of a text.</summary>
    public static (ClaimedDay? Day, string Words) Trailing(string text)
    {
        var comma = text.TrimEnd().TrimEnd(',', '.').LastIndexOf(", ", StringComparison.Ordinal);
        return comma >= 0 && Read(text[(comma + 1)..].Trim(' ', ',', '.')) is { } day ? (day, text[..comma]) : (null, text);
    }

    private static ClaimedDay? Of(Match match)
    {
        var month = match.Groups["number"].Success ? Number(match.Groups["number"].Value) : MonthOf(match.Groups["month"].Value);
        var day = Number(match.Groups["day"].Value);
        var year = match.Groups["year"].Success ? Number(match.Groups["year"].Value) : (int?)null;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new(day, month, year, match.Groups["text"].Value) : null;
    }

    /// <summary>
    /// The month that a word names in one of the languages that lists come in, 1 to 12, whole or shortened as there is usual; null for
    /// other words.
    /// </summary>
    public static int? MonthNamed(string word) =>
        Array.FindIndex(
            Months,
            month => month.Contains(word, StringComparer.OrdinalIgnoreCase)
                || (word.Length is 3 or 4 && month[0].StartsWith(word, StringComparison.OrdinalIgnoreCase))) is var whole and >= 0
                    ? whole + 1
        : OtherAbbreviations.TryGetValue(word, out var number) ? number
        : null;

    private static int MonthOf(string word) =>
        Array.FindIndex(Months, month => month.Any(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))) + 1;

    private static int Number(string digits) =>
        int.Parse(
            string.Concat(digits.Select(digit => ChineseDigit.ValueOf(digit) ?? digit)), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex($@"^{Pattern}(T[0-9:.]{{4,20}}(Z|[+-][0-9:]{{2,6}})?)?\z", Options)]
    private static partial Regex Whole();

    [GeneratedRegex($@"[(\uff08]\s?{Pattern}\s?[)\uff09]", Options)]
    private static partial Regex Parenthesised();

    [GeneratedRegex($@"^{Pattern}\s?([,:;|\uff0c\uff1a]|[—–-]\s)\s*", Options)]
    private static partial Regex First();
}

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

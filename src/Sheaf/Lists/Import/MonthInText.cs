using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Months as headings name them: <c>April 2024</c>, <c>2024-04</c>, <c>2024年4月</c>, <c>Avril 2024</c>, <c>April '24</c>.</summary>
internal static partial class MonthInText
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const int LongestHeading = 300;

    private static readonly SearchValues<char> Marks = SearchValues.Create(" \t*_#=:-–—~[](){}<>|.,/\u00a0\uff1a年月【】");

    /// <summary>The month that a heading names; null where it names none, or several.</summary>
    /// <param name="heading">As written.</param>
    /// <param name="year">The year that a heading above names, for one that names a month alone.</param>
    public static Month? Read(string heading, int? year = null)
    {
        if (heading.Length > LongestHeading)
        {
            return null;
        }

        var named = Named().Matches(heading).Select(match => Of(match)).OfType<Month>().Distinct().ToList();
        return named.Count == 1 ? named[0]
            : named.Count == 0 && year is { } known && Alone().Match(heading) is { Success: true } alone ? Of(alone, known)
            : null;
    }

    /// <summary>The one year that a heading names; null where it names none, or several.</summary>
    public static int? YearOf(string heading) =>
        heading.Length <= LongestHeading && Year().Matches(heading).Select(match => match.Value).Distinct().ToList() is [var only]
            ? int.Parse(only, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether a line says a month and nothing else, but for marks around it: <c>**April 2024**</c>.</summary>
    public static bool IsOnly(string line) =>
        line.Length <= 40 && Read(line) is not null && Named().Replace(line, "").AsSpan().IndexOfAnyExcept(Marks) < 0;

    private static Month? Of(Match match)
    {
        var year = match.Groups["short"].Success ? $"20{match.Groups["short"].Value}" : match.Groups["year"].Value;
        return Of(match, int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static Month? Of(Match match, int year)
    {
        var number = match.Groups["number"] is { Length: > 0 } digits
            ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture)
            : DayInText.MonthNamed(match.Groups["month"].Value);
        return number is { } known && Month.TryCreate(year, known, out var month) ? month : null;
    }

    // With days before or behind the name too: April 22 - 28, 2024; 22. April 2024.
    [GeneratedRegex(
        @"(?<![0-9.])(?<year>(19|20)[0-9]{2})\s?([-/._–]\s?(?<number>0?[1-9]|1[0-2])(?![0-9])|[年년]\s?(?<number>0?[1-9]|1[0-2])\s?[月월])"
            + @"|(?<![0-9])(?<number>0?[1-9]|1[0-2])\s?[-/.]\s?(?<year>(19|20)[0-9]{2})(?![0-9])"
            + @"|(?<![0-9])(?<number>0?[1-9]|1[0-2])\s?[月월],?\s?(?<year>(19|20)[0-9]{2})(?![0-9])"
            + @"|(?<!\p{L})(?<month>\p{L}{3,10})\.?([\s_,-]{1,3}[0-9]{1,2}(st|nd|rd|th)?(\s?[-–—]\s?[0-9]{1,2}(st|nd|rd"
            + @"|th)?)?(?![0-9]))?[\s_,-]{1,3}(of\s|de\s|del\s)?\(?(['’](?<short>[0-9]{2})|(?<year>(19|20)[0-9]{2}))(?![0-9])"
            + @"|(?<![0-9])(?<year>(19|20)[0-9]{2})[\s_,:-]{1,3}(?<month>\p{L}{3,10})(?!\p{L})",
        Options)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^\W*((papers|best|highlights)\s+(of|in|from)\s+)?((?<month>\p{L}{3,10})|(?<number>0?[1-9]|1[0-2])\s?[月월])(\s+(papers"
        + @"|highlights|picks))?\W*\z", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<![0-9.])(19|20)[0-9]{2}(?![0-9])", Options)]
    private static partial Regex Year();
}

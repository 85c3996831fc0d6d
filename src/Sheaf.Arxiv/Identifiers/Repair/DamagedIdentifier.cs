using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>
/// What an identifier may have been before a program or a hand damaged it: a spreadsheet that took it for a number and dropped its zeros, a
/// point that became another sign or moved, letters for digits. All of this is guesses for a person to choose from.
/// </summary>
internal static partial class DamagedIdentifier
{
    // Some digits more than the longest decimal fraction that a program prints.
    private const int Longest = 40;

    /// <summary>What is wrong with a word that stands where an identifier should; null for what can have been none.</summary>
    public static string? ProblemOf(string word)
    {
        if (word.Length > Longest || !word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var bare = Around().Replace(word, "");
        var digits = WithDigits(bare);
        return Exponent().IsMatch(bare) ? $"a spreadsheet has written it as {word} and rounded it"
            : MayMean(word).Count == 0 && Number(digits) is null ? null
            : digits != bare ? $"{word} has letters among its digits"
            : Number(bare) is { } number ? ProblemOf(number)
            : OldWithoutSlash().IsMatch(bare) ? $"{word} has no slash between archive and number"
            : Solid().IsMatch(bare) ? $"{word} has no point after its first four digits"
            : Displaced().IsMatch(bare) ? $"{word} has its point in the wrong place: it stands after the first four digits"
            : Grouped().IsMatch(bare) || OtherSign().IsMatch(bare) ? $"{word} has another sign where identifiers have a point"
            : null;
    }

    /// <summary>The identifiers that may have been meant, likeliest first: zeros at the end are lost more often.</summary>
    public static IReadOnlyList<ArxivIdentifier> MayMean(string written)
    {
        if (written.Length > Longest)
        {
            return [];
        }

        var word = Around().Replace(WithDigits(written), "");
        return [.. Spellings(word).Select(Read).OfType<ArxivIdentifier>().Distinct()];
    }

    private static IEnumerable<string> Spellings(string word) =>
        Exponent().Match(word) is { Success: true } exponent ? FromExponent(exponent)
        : Number(word) is { } number ? FromNumber(number.Groups["month"].Value, number.Groups["number"].Value)
        : Grouped().Match(word) is { Success: true } grouped
            ? FromNumber(grouped.Groups["thousand"].Value + grouped.Groups["month"].Value, grouped.Groups["number"].Value)
        : OtherSign().Match(word) is { Success: true } other ? FromNumber(other.Groups["month"].Value, other.Groups["number"].Value)
        : OldWithoutSlash().Match(word) is { Success: true } old
            ? [$"{old.Groups["archive"].Value}/{old.Groups["number"].Value.PadLeft(7, '0')}"]
        : Solid().IsMatch(word) || Displaced().IsMatch(word) ? FromDigits(string.Concat(word.Where(char.IsAsciiDigit)))
        : [];

    // Of 706.0001 the first zero is lost; of a fraction with more digits than there can be, what rounds to it is meant.
    private static IEnumerable<string> FromNumber(string month, string number)
    {
        month = month.PadLeft(4, '0');
        if (MonthOf(month) is not { } named)
        {
            yield break;
        }

        var width = IdentifierGrammar.Width(named);
        if (number.Length <= width)
        {
            yield return $"{month}.{number.PadRight(width, '0')}";
            yield return $"{month}.{number.PadLeft(width, '0')}";
        }
        else if (number.Length == width + 1)
        {
            yield return $"{month}.{(number[0] == '0' ? number[1..] : number[..^1])}";
            yield return $"{month}.{(number[^1] == '0' ? number[..^1] : number[1..])}";
        }
        else if (decimal.TryParse($"0.{number}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction))
        {
            yield return month + Math.Round(fraction, width).ToString(width == 4 ? "F4" : "F5", CultureInfo.InvariantCulture)[1..];
        }
    }

    private static IEnumerable<string> FromExponent(Match match)
    {
        var digits = match.Groups["first"].Value + match.Groups["rest"].Value;
        return digits.Length > 4 ? match.Groups["exponent"].Value switch
        {
            "2" => FromNumber(digits[..3], digits[3..]),
            "3" => FromNumber(digits[..4], digits[4..]),
            "8" => FromDigits(digits.PadRight(9, '0')),
            _ => [],
        } : [];
    }

    private static IEnumerable<string> FromDigits(string digits) => digits.Length switch
    {
        7 => [$"0{digits[..3]}.{digits[3..]}"],
        8 or 9 => [$"{digits[..4]}.{digits[4..]}"],
        _ => [],
    };

    private static string? ProblemOf(Match number)
    {
        var month = number.Groups["month"].Value;
        return number.Value.Contains(',') ? $"{number.Value} has a comma where identifiers have a point"
            : month.Length == 4 ? IdentifierGrammar.ReadKnown(number.Value, out _)
            : $"{number.Value} lacks a digit before its point; identifiers of 2007 to 2009 begin with a zero";
    }

    // A number whose digits before the point name a month.
    private static Match? Number(string word) =>
        Decimal().Match(word) is { Success: true } number && MonthOf(number.Groups["month"].Value.PadLeft(4, '0')) is not null
            ? number
            : null;

    private static Month? MonthOf(string digits)
    {
        var yearAndMonth = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return Month.TryCreate(2000 + (yearAndMonth / 100), yearAndMonth % 100, out var month) && month >= IdentifierGrammar.FirstNewMonth
            ? month
            : null;
    }

    private static ArxivIdentifier? Read(string spelling) =>
        IdentifierGrammar.ReadKnown(spelling, out var reference) is null ? reference.Identifier : null;

    private static string WithDigits(string word) => MaySpellDigits().Replace(word, digits => string.Concat(digits.Value.Select(Digit)));

    private static char Digit(char character) =>
        (Glyphs.Numeral(character) ?? Glyphs.LookAlike(character)) is { } digit ? (char)('0' + digit) : character;

    // Numbers with two digits or more that stand beside a letter or numeral taken for one.
    [GeneratedRegex(
        $@"(?<![A-Za-z]){Substitution.AnyDigit}{{4,5}}[^A-Za-z0-9]{{0,2}}{Substitution.AnyDigit}{{3,6}}(?![A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex MaySpellDigits();

    // What may belong to an identifier beside the number.
    [GeneratedRegex(
        @"^(arxiv:?\s?)|([vV][0-9]{1,3})?(\.pdf)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?<first>[0-9])([.,](?<rest>[0-9]{1,16}))?[eE]\+?0{0,2}(?<exponent>[238])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^(?<month>[0-9]{3,4})[.,](?<number>[0-9]{1,20})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();

    // 2,404.19756
    [GeneratedRegex(@"^(?<thousand>[0-9])[.,'’\s](?<month>[0-9]{3})[.,](?<number>[0-9]{1,6})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?<month>[0-9]{4})(\.\.|\s?[.,;:_/·'’\s–—−-]\s?)(?<number>[0-9]{4,5})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OtherSign();

    [GeneratedRegex(@"^[0-9]{7,9}\z")]
    private static partial Regex Solid();

    [GeneratedRegex(@"^(?=([.,]?[0-9]){8,9}\z)[0-9]{1,8}[.,][0-9]{1,8}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Displaced();

    [GeneratedRegex(
        @"^(?<archive>[a-zA-Z]{2,8}(-[a-zA-Z]{2,8})?)(\.[a-zA-Z-]{2,10})?[-_./\s]?(?<number>[0-9]{6,7})\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OldWithoutSlash();
}

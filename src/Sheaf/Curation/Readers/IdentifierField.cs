using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation.Readers;

/// <summary>
/// Values of fields and columns made for identifiers. Programs for tables take identifiers for numbers: <c>2404.10000</c> becomes
/// <c>2404.1</c>, <c>0706.0001</c> becomes <c>706.0001</c>. What was meant is for a person to say.
/// </summary>
internal static partial class IdentifierField
{
    /// <summary>Of what is looked at closely; a longer value is text.</summary>
    private const int LongestValue = 60;

    /// <summary>The references of a value; where it has none, the identifier that it was before it was damaged.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isOurs">Whether the field is made for arXiv's identifiers, and not for those of any archive.</param>
    public static IReadOnlyList<FoundReference> Read(string value, bool isOurs)
    {
        var isShort = value.Length <= LongestValue;
        if (isShort && LettersForDigits(value) is { } misspelled)
        {
            return [misspelled];
        }

        var token = isShort ? Token(value) : null;
        if (token is { Reference: not null })
        {
            return [token];
        }

        var found = IdentifierFinder.Find(value);
        if (!isShort || found.Any(one => one.Reference is not null))
        {
            return found;
        }

        var damaged = isOurs ? Damaged(value, token) : Shortened(value) is { MayMean.Count: > 0 } shortened ? shortened : token;
        return damaged is null ? found : [damaged];
    }

    /// <summary>A value that was an identifier of arXiv's; null where it was none.</summary>
    public static FoundReference? Damaged(string value) =>
        value.Length <= LongestValue ? LettersForDigits(value) ?? Damaged(value, Token(value)) : null;

    private static FoundReference? Token(string value) =>
        IdentifierFinder.ReadToken(value.Trim()) is { } token ? token with { Index = token.Index + value.Length - value.TrimStart().Length }
            : null;

    private static FoundReference? Damaged(string value, FoundReference? token) =>
        Shortened(value) ?? Mended(value) ?? Divided(value) ?? token;

    /// <summary>
    /// <c>2505.O0045</c>. Behind a link's host the letter is read as the digit; a cell of a table may hold anything, and a person has to
    /// say.
    /// </summary>
    private static FoundReference? LettersForDigits(string value)
    {
        if (value.AsSpan().IndexOfAny("OolI") < 0 || LookAlike().Match(value) is not { Success: true } match)
        {
            return null;
        }

        var digits = string.Concat(match.Groups["number"].Value
            .Select(sign => sign switch { 'O' or 'o' => '0', 'l' or 'I' => '1', ',' => '.', _ => sign }));
        return ArxivIdentifier.TryParse(digits, out var identifier) ? Damage(value, "has letters in place of digits", [identifier]) : null;
    }

    /// <summary>A number with a decimal point or comma in it.</summary>
    private static FoundReference? Shortened(string value) =>
        Decimal().Match(value) is { Success: true } match
            ? Damage(value, "lost digits or signs, as identifiers do in a spreadsheet",
                Candidates(match.Groups["month"].Value.PadLeft(4, '0'), match.Groups["number"].Value))
        : Scientific().IsMatch(value) ? Damage(value, "is what a spreadsheet makes of an identifier that it takes for a number", [])
        : null;

    /// <summary>The damage that is mended in links is mended here, too: <c>2405.00二08</c>.</summary>
    private static FoundReference? Mended(string value)
    {
        const string Proof = "arXiv:";
        var word = value.Trim();
        return IdentifierFinder.Find(Proof + word) is [var only] && only.Length == Proof.Length + word.Length
            && (only.Reference is not null || only.MayMean.Count > 0)
            ? only with { Index = 0, Length = value.Length, Text = word }
            : null;
    }

    /// <summary><c>2404 00001</c>, <c>240400001</c>, <c>2404-00001</c></summary>
    private static FoundReference? Divided(string value) =>
        Separated().Match(value) is { Success: true } match
            && Candidates(match.Groups["month"].Value, match.Groups["number"].Value) is { Count: > 0 } candidates
            ? Damage(value, "lacks the full stop of an identifier", candidates)
            : null;

    private static ArxivIdentifier? Read(string spelling) => ArxivIdentifier.TryParse(spelling, out var identifier) ? identifier : null;

    private static FoundReference Damage(string value, string problem, IReadOnlyList<ArxivIdentifier> mayMean)
    {
        var written = value.Trim();
        return new(value.IndexOf(written, StringComparison.Ordinal), written.Length, written, null,
            $"{written} {problem}") { MayMean = mayMean };
    }

    /// <summary>Spreadsheets lose the zeros at the end; people leave out those at the beginning of the number.</summary>
    private static List<ArxivIdentifier> Candidates(string month, string number)
    {
        // 2404.197560000001 is 2404.19756 in binary and back.
        var fraction = decimal.Parse($"0.{number}", CultureInfo.InvariantCulture);
        var digits = number.Length <= 5 ? number : decimal.Round(fraction, 5).ToString("F5", CultureInfo.InvariantCulture)[2..];
        string[] numbers = [digits, digits.PadRight(5, '0'), digits.PadRight(4, '0'), digits.PadLeft(5, '0'), digits.PadLeft(4, '0')];
        return [.. numbers.Select(one => Read($"{month}.{one}"))
            .OfType<ArxivIdentifier>().Distinct()];
    }

    [GeneratedRegex(@"^\s*(arxiv:\s?)?(?<number>[0-9OolI]{4}[.,][0-9OolI]{4,5})\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LookAlike();

    [GeneratedRegex(
        @"^\s*(arxiv:\s?)?(?<month>[0-9]{3,4})[.,](?<number>[0-9]{1,20})(v[0-9]{1,3})?\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^\s*[0-9]([.,][0-9]{1,9})?[eE]\+?0?[23]\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^\s*(?<month>[0-9]{4})[\s:;_/·-]{0,2}(?<number>[0-9]{4,5})(v[0-9]{1,3})?\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Separated();
}

using System.Globalization;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Identifiers that are written just as arXiv writes them, which are almost all. Reading them needs none of the patterns of
/// <see cref="IdentifierGrammar"/>, which stays the judge of every other spelling.
/// </summary>
internal static class CanonicalSpelling
{
    /// <summary>Reads such an identifier. False says nothing about the text.</summary>
    public static bool TryRead(string text, out EprintReference reference)
    {
        reference = default;
        var slash = text.IndexOf('/');
        var number = slash < 0 ? 5 : slash + 5;
        if (text.Length < number + 3 || (slash < 0 ? text[4] != '.' : !Taxonomy.IsArchive(text[..slash])))
        {
            return false;
        }

        var end = text.AsSpan(number).IndexOfAnyExceptInRange('0', '9') is >= 0 and var length ? number + length : text.Length;
        return Digits(text.AsSpan(slash + 1, 4)) is { } yearAndMonth
            && TryReadMonth(yearAndMonth, isOld: slash >= 0, out var month)
            && end - number == IdentifierGrammar.Width(month)
            && text.AsSpan(number, end - number).ContainsAnyExcept('0')
            && TryReadVersion(text.AsSpan(end), out var version)
            && (reference = new(new(end == text.Length ? text : text[..end], month), version)) is var _;
    }

    private static bool TryReadMonth(int yearAndMonth, bool isOld, out Month month)
    {
        var (year, number) = (yearAndMonth / 100, yearAndMonth % 100);
        return Month.TryCreate(isOld && year >= 91 ? 1900 + year : 2000 + year, number, out month)
            && isOld == month < IdentifierGrammar.FirstNewMonth && month >= IdentifierGrammar.FirstOldMonth;
    }

    private static bool TryReadVersion(ReadOnlySpan<char> text, out int? version)
    {
        version = text.Length is > 1 and < 10 && text[0] == 'v' && text[1] != '0' ? Digits(text[1..]) : null;
        return text.IsEmpty || version is not null;
    }

    private static int? Digits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? null : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

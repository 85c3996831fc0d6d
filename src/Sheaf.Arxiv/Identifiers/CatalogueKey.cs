using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Keys of the Astrophysics Data System: nineteen characters, of which the first four are the year and the last one the author's initial.
/// <c>2024arXiv240400001S</c> is 2404.00001, <c>2014arXiv1404.1234S</c> is 1404.1234, <c>1999hep.th....1001W</c> is hep-th/9901001.
/// </summary>
internal static partial class CatalogueKey
{
    private const int Length = 19;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Modern = @"[aA]r[xX]iv(?<modern>[0-9]{9}|[0-9]{4}\.[0-9]{4})";
    private const string Old = @"(?<archive>[a-z]{2,8}(\.[a-z]{2,8})?)\.{1,9}(?<month>[0-9]{1,2})(?<number>[0-9]{3})";
    private const string Pattern = $"(?<year>(19|20)[0-9]{{2}})({Modern}|{Old})[A-Z.](?![A-Za-z0-9])";

    /// <summary>Such a key at a place of a text.</summary>
    public static CandidateSpan? At(string text, int at) =>
        at + Length <= text.Length && char.IsAsciiLetter(text[at + 4])
        && Here().Match(text, at) is { Success: true } match && Read(match) is { } reference
            ? CandidateSpan.Of(reference, at..(at + Length), at + Length)
            : null;

    /// <summary>The first such key anywhere in an address.</summary>
    public static (EprintReference Reference, Range Identifier)? Find(string address)
    {
        for (var match = Anywhere().Match(address); match.Success; match = match.NextMatch())
        {
            if (Read(match) is { } reference)
            {
                return (reference, match.Index..(match.Index + Length));
            }
        }

        return null;
    }

    private static EprintReference? Read(Match match)
    {
        var modern = match.Groups["modern"].Value.Replace(".", "", StringComparison.Ordinal);
        var written = modern.Length > 0 ? $"{modern[..4]}.{modern[4..]}"
            : $"{match.Groups["archive"].Value.Replace('.', '-')}/{YearAndMonth(match)}{match.Groups["number"].Value}";
        return match.Length == Length && IdentifierGrammar.ReadKnown(written, out var reference) is null ? reference : null;
    }

    private static string YearAndMonth(Match match) => match.Groups["year"].Value[2..] + match.Groups["month"].Value.PadLeft(2, '0');

    [GeneratedRegex($@"\G{Pattern}", Options)]
    private static partial Regex Here();

    [GeneratedRegex($"(?<![A-Za-z0-9]){Pattern}", Options)]
    private static partial Regex Anywhere();
}

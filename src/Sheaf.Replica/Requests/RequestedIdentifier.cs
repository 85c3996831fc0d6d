using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Requests;

/// <summary>
/// An identifier as arXiv's web site understands what a visitor typed (field guide 1.1 and 1.2): it repairs much, silently, and sends the
/// visitor to the canonical address.
/// </summary>
internal sealed partial record RequestedIdentifier(string Id, int? Version)
{
    private const int LongestText = 200;

    /// <summary>The identifier as arXiv writes it, with the version that was asked for.</summary>
    public string Canonical => Version is { } version ? $"{Id}v{version}" : Id;

    /// <summary>Old scheme: <c>hep-th</c> of <c>hep-th/9901001</c>; null in the new scheme.</summary>
    public string? Archive => Id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Id[..slash] : null;

    /// <summary>The month in the identifier as arXiv writes it in listing addresses, such as <c>2024-05</c>.</summary>
    public string ListingMonth
    {
        get
        {
            var yymm = Archive is { } archive ? Id.Substring(archive.Length + 1, 4) : Id[..4];
            var century = Archive is not null && string.CompareOrdinal(yymm, "91") > 0 ? "19" : "20";
            return $"{century}{yymm[..2]}-{yymm[2..]}";
        }
    }

    /// <summary>Whether the web site looks at the text at all: what fails here is an invalid, not an unrecognised identifier.</summary>
    public static bool IsWorthParsing(string text) => text.Length <= LongestText && FirstEight().IsMatch(text);

    public static bool TryParse(string text, [NotNullWhen(true)] out RequestedIdentifier? identifier)
    {
        identifier = null;
        if (text.Length > LongestText)
        {
            return false;
        }

        var repaired = Repair(text);
        if (New().Match(repaired) is { Success: true } modern)
        {
            identifier = OfNewScheme(modern);
        }
        else if (Old().Match(repaired) is { Success: true } old)
        {
            identifier = OfOldScheme(old);
        }

        return identifier is not null;
    }

    private static string Repair(string text)
    {
        text = Extension().Replace(text, "");
        text = text.StartsWith('/') ? text[1..] : text;
        text = Prefix().Replace(text, "");
        text = Slashes().Replace(text, "/");
        text = Hyphens().Replace(text, "-");
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        text = slash < 0 ? text.ToLowerInvariant() : text[..slash].ToLowerInvariant() + text[slash..];
        return MissingHyphen().Replace(text, "$1-$2$3", 1);
    }

    private static RequestedIdentifier? OfNewScheme(Match match)
    {
        var yymm = match.Groups["yymm"].Value;
        var number = Int(match.Groups["num"]);
        var fiveDigits = string.CompareOrdinal(yymm, "1501") >= 0;
        if (!IsMonth(match) || number == 0 || string.CompareOrdinal(yymm, "0704") < 0 || (!fiveDigits && number > 9999))
        {
            return null;
        }

        return TryVersion(match, out var version)
            ? new RequestedIdentifier($"{yymm}.{number.ToString(fiveDigits ? "00000" : "0000", CultureInfo.InvariantCulture)}", version)
            : null;
    }

    private static RequestedIdentifier? OfOldScheme(Match match)
    {
        var yymm = match.Groups["yymm"].Value;
        var year = Int(match.Groups["yy"]);
        var month = ((year >= 91 ? 1900 + year : 2000 + year) * 100) + Int(match.Groups["mm"]);
        if (!IsMonth(match) || month is < 199107 or > 200703 || Int(match.Groups["num"]) == 0)
        {
            return null;
        }

        var id = $"{match.Groups["archive"].Value}/{yymm}{match.Groups["num"].Value}";
        return TryVersion(match, out var version) ? new RequestedIdentifier(id, version) : null;
    }

    private static bool IsMonth(Match match) => Int(match.Groups["mm"]) is >= 1 and <= 12;

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static bool TryVersion(Match match, out int? version)
    {
        version = null;
        if (!match.Groups["version"].Success)
        {
            return true;
        }

        var isNumber = int.TryParse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture, out var number);
        version = number;
        return isNumber;
    }

    [GeneratedRegex(@"^[./0-9a-zA-Z:-]{8}")]
    private static partial Regex FirstEight();

    [GeneratedRegex(@"\.(?:pdf|ps|gz|ps\.gz)\z")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\Aarxiv:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("--+")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"([^a\-])(ph|ex|th|qc|mat|lat|sci)(/|\z)")]
    private static partial Regex MissingHyphen();

    [GeneratedRegex(
        @"\A(?<archive>[a-z]+(?:-[a-z]{2,})?)(?:\.[a-zA-Z\-]{2,})?/(?<yymm>(?<yy>[0-9]{2})(?<mm>[0-9]{2}))(?<num>[0-9]{3})(?:v"
        + @"(?<version>[1-9][0-9]*))?(?:[#/].*)?\z")]
    private static partial Regex Old();

    [GeneratedRegex(
        @"\A(?<yymm>(?<yy>[0-9]{2})(?<mm>[0-9]{2}))\.(?<num>[0-9]{4,5})(?:v(?<version>[1-9][0-9]*))?(?:[#/].*)?\z")]
    private static partial Regex New();
}

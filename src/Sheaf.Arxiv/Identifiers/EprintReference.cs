using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>An identifier and, where one was named, a version of it: <c>2405.00208v3</c>. Without a version it means the most recent one.</summary>
/// <param name="Identifier">The e-print.</param>
/// <param name="Version">The version named, from 1; null when none was.</param>
public readonly partial record struct EprintReference(ArxivIdentifier Identifier, int? Version)
{
    private static readonly Month FirstOldMonth = new(1991, 7);
    private static readonly Month FirstNewMonth = new(2007, 4);
    private static readonly Month FirstFiveDigitMonth = new(2015, 1);

    /// <summary>
    /// Reads one identifier as arXiv's own parser does (field guide 1.2): with or without <c>arXiv:</c>, a version, a file suffix,
    /// a subject class or a wrong case of the archive. Stricter on purpose in one point: a sequence number of the wrong width for
    /// its era is refused, because padding it, as arXiv does, silently names another paper (field guide 1.1).
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EprintReference reference)
    {
        reference = default;
        if (string.IsNullOrEmpty(text) || text.Length > 200)
        {
            return false;
        }

        var spelled = Canonicalise(text);
        return NewScheme().Match(spelled) is { Success: true } modern ? TryModern(modern, out reference)
            : OldScheme().Match(spelled) is { Success: true } old && TryOld(old, out reference);
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not an identifier.</exception>
    public static EprintReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new FormatException($"'{text}' is not an arXiv identifier.");

    /// <summary>The canonical text, with the version if one is named.</summary>
    public override string ToString() => Version is { } version ? $"{Identifier}v{version}" : Identifier.ToString();

    private static string Canonicalise(string text)
    {
        var spelled = FileSuffix().Replace(text, "");
        spelled = spelled.StartsWith('/') ? spelled[1..] : spelled;
        spelled = spelled.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase) ? spelled[6..] : spelled;
        spelled = Slashes().Replace(spelled, "/");
        spelled = Hyphens().Replace(spelled, "-");
        var slash = spelled.IndexOf('/');
        spelled = slash < 0 ? spelled.ToLowerInvariant() : spelled[..slash].ToLowerInvariant() + spelled[slash..];
        return MissingHyphen().Replace(spelled, "$1-$2$3");
    }

    private static bool TryModern(Match match, out EprintReference reference)
    {
        reference = default;
        var number = match.Groups["num"].Value;
        if (!Month.TryCreate(2000 + Digits(match, "yy"), Digits(match, "mm"), out var month)
            || month < FirstNewMonth
            || number.Length != (month < FirstFiveDigitMonth ? 4 : 5)
            || number.AsSpan().Trim('0').IsEmpty
            || !TryVersion(match, out var version))
        {
            return false;
        }

        reference = new(new ArxivIdentifier($"{match.Groups["yymm"].Value}.{number}", month), version);
        return true;
    }

    private static bool TryOld(Match match, out EprintReference reference)
    {
        reference = default;
        var year = Digits(match, "yy");
        if (!Month.TryCreate(year >= 91 ? 1900 + year : 2000 + year, Digits(match, "mm"), out var month)
            || month < FirstOldMonth
            || month >= FirstNewMonth
            || match.Groups["num"].Value == "000"
            || !TryVersion(match, out var version))
        {
            return false;
        }

        reference = new(new ArxivIdentifier($"{match.Groups["archive"].Value}/{match.Groups["yymm"].Value}{match.Groups["num"].Value}", month), version);
        return true;
    }

    private static bool TryVersion(Match match, out int? version)
    {
        var group = match.Groups["version"];
        version = group.Success && int.TryParse(group.ValueSpan, out var number) ? number : null;
        return !group.Success || version is not null;
    }

    private static int Digits(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\.(pdf|ps|gz|ps\.gz)$", RegexOptions.CultureInvariant)]
    private static partial Regex FileSuffix();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("--+")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"([^a\-])(ph|ex|th|qc|mat|lat|sci)(\/|$)")]
    private static partial Regex MissingHyphen();

    [GeneratedRegex(@"^(?<archive>[a-z]+(-[a-z]{2,})?)(\.([a-zA-Z\-]{2,}))?/(?<yymm>(?<yy>[0-9]{2})(?<mm>[0-9]{2}))(?<num>[0-9]{3})(v(?<version>[1-9][0-9]*))?(?<extra>[#/].*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OldScheme();

    [GeneratedRegex(@"^(?<yymm>(?<yy>[0-9]{2})(?<mm>[0-9]{2}))\.(?<num>[0-9]{4,5})(v(?<version>[1-9][0-9]*))?(?<extra>[#/].*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NewScheme();
}

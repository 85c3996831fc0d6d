using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// The rules of field guide 1.1 and 1.2: what an identifier is, and for what is none, which rule it breaks. The patterns are looser than
/// arXiv's so that the reason can be told; the rules after them are arXiv's, save for the width of the sequence number.
/// </summary>
internal static partial class IdentifierGrammar
{
    /// <summary>What is said of a text that is not even near an identifier.</summary>
    public const string NoIdentifier = "identifiers look like 2405.00208 or hep-th/9901001";

    // The limit of arXiv's own site (field guide 1.2).
    private const int LongestText = 200;

    public static readonly Month FirstOldMonth = new(1991, 7);
    public static readonly Month FirstNewMonth = new(2007, 4);
    private static readonly Month FirstFiveDigitMonth = new(2015, 1);

    /// <summary>Reads one identifier; the result is the rule it breaks, or null and a reference.</summary>
    public static string? Read(string text, out EprintReference reference)
    {
        if (CanonicalSpelling.TryRead(text, out reference))
        {
            return null;
        }

        if (text.Length is 0 or > LongestText)
        {
            return text.Length == 0 ? "it is empty" : "it is longer than any identifier";
        }

        var spelled = Canonicalise(text);
        return NewScheme().Match(spelled) is { Success: true } modern ? ReadModern(modern, out reference)
            : OldScheme().Match(spelled) is { Success: true } old ? ReadOld(old, out reference)
            : NoIdentifier;
    }

    /// <summary>As <see cref="Read"/>, and an old identifier must name an archive that exists, which arXiv's parser does not ask.</summary>
    public static string? ReadKnown(string text, out EprintReference reference)
    {
        if (Read(text, out reference) is { } problem)
        {
            return problem;
        }

        return reference.Identifier.Archive is { } archive && !Taxonomy.IsArchive(archive)
            ? $"arXiv has no archive {Shown(archive)}"
            : null;
    }

    /// <summary>How many digits a number of this month has.</summary>
    public static int Width(Month month) => month < FirstNewMonth ? 3 : month < FirstFiveDigitMonth ? 4 : 5;

    // In arXiv's order (field guide 1.2).
    private static string Canonicalise(string text)
    {
        // Nearly all are: the commands and the store read thousands.
        if (IsPlainNumber(text))
        {
            return text;
        }

        var spelled = FileSuffix().Replace(text, "");
        spelled = spelled.StartsWith('/') ? spelled[1..] : spelled;
        spelled = spelled.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase) ? spelled[6..] : spelled;
        spelled = Slashes().Replace(spelled, "/");
        spelled = Hyphens().Replace(spelled, "-");
        var slash = spelled.IndexOf('/');
        spelled = slash < 0 ? spelled.ToLowerInvariant() : spelled[..slash].ToLowerInvariant() + spelled[slash..];
        return MissingHyphen().Replace(spelled, "$1-$2$3");
    }

    private static bool IsPlainNumber(string text)
    {
        foreach (var character in text)
        {
            if (!(char.IsAsciiDigit(character) || character == '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static string? ReadModern(Match match, out EprintReference reference)
    {
        int? version = null;
        var number = match.Groups["number"].Value;
        var canonical = $"{match.Groups["yymm"].Value}.{number}";
        var problem = MonthProblem(2000 + Digits(match, "yy"), Digits(match, "mm"), out var month)
            ?? (month < FirstNewMonth ? "identifiers without an archive begin with 0704, for April 2007" : null)
            ?? WidthProblem(canonical, number.Length, month)
            ?? NumberProblem(number)
            ?? VersionProblem(match.Groups["rest"].Value, out version);
        reference = problem is null ? new(new(canonical, month), version) : default;
        return problem;
    }

    private static string? ReadOld(Match match, out EprintReference reference)
    {
        reference = default;
        // Behind a subject class the hyphen was not put in yet: astroph.GA/0603313.
        var archive = MissingHyphen().Replace(match.Groups["archive"].Value, "$1-$2");
        var canonical = $"{archive}/{match.Groups["yymm"].Value}{match.Groups["number"].Value}";
        if (match.Groups["number"].Length != 3)
        {
            return $"{Shown(canonical)} has {Count(4 + match.Groups["number"].Length)} after the slash; there are seven";
        }

        int? version = null;
        var year = Digits(match, "yy");
        var problem = MonthProblem(year >= 91 ? 1900 + year : 2000 + year, Digits(match, "mm"), out var month)
            ?? (month < FirstOldMonth ? "arXiv's first identifiers are of July 1991" : null)
            ?? (month >= FirstNewMonth ? "identifiers with an archive end with 0703, for March 2007" : null)
            ?? NumberProblem(match.Groups["number"].Value)
            ?? VersionProblem(match.Groups["rest"].Value, out version);
        reference = problem is null ? new(new(canonical, month), version) : default;
        return problem;
    }

    private static string? MonthProblem(int year, int number, out Month month) =>
        Month.TryCreate(year, number, out month) ? null : string.Create(CultureInfo.InvariantCulture, $"there is no month {number:D2}");

    private static string? WidthProblem(string identifier, int width, Month month) => (width, month < FirstFiveDigitMonth) switch
    {
        (4, true) or (5, false) => null,
        (_, true) => $"{Shown(identifier)} has {Count(width)}; until December 2014 there are four",
        (_, false) => $"{Shown(identifier)} has {Count(width)}; since January 2015 there are five",
    };

    private static string? NumberProblem(string number) => number.AsSpan().Trim('0').IsEmpty ? $"there is no number {number}" : null;

    private static string? VersionProblem(string rest, out int? version)
    {
        version = null;
        if (Version().Match(rest) is not { Success: true } match)
        {
            return LeadingZero().IsMatch(rest)
                ? "versions begin at v1 and are written without zeros before them"
                : $"'{Shown(rest)}' after the number is no version";
        }

        var named = match.Groups["version"];
        version = int.TryParse(named.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return version is null && named.Success ? $"there is no version {Shown(named.Value)}" : null;
    }

    private static int Digits(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Count(int digits) => digits switch
    {
        1 => "one digit",
        2 => "two digits",
        3 => "three digits",
        4 => "four digits",
        5 => "five digits",
        6 => "six digits",
        8 => "eight digits",
        _ => string.Create(CultureInfo.InvariantCulture, $"{digits} digits"),
    };

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"\.(pdf|ps|gz|ps\.gz)\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileSuffix();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("--+")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"([^a\-])(ph|ex|th|qc|mat|lat|sci)(/|\z)")]
    private static partial Regex MissingHyphen();

    [GeneratedRegex(
        @"^(?<yymm>(?<yy>[0-9]{2})(?<mm>[0-9]{2}))\.(?<number>[0-9]+)(?<rest>.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex NewScheme();

    [GeneratedRegex(
        @"^(?<archive>[a-z]+(-[a-z]{2,})?)(\.[a-zA-Z-]{2,})?/(?<yymm>(?<yy>[0-9]{2})(?<mm>[0-9]{2}))(?<number>[0-9]*)(?<rest>.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex OldScheme();

    // Whatever follows a hash or a further slash is of no account to arXiv.
    [GeneratedRegex(@"^(v(?<version>[1-9][0-9]*))?([#/].*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();

    [GeneratedRegex("^v0")]
    private static partial Regex LeadingZero();
}

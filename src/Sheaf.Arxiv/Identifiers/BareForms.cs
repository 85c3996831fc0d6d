using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Identifiers that stand alone. What is not one in every respect is some other number.</summary>
internal static partial class BareForms
{
    private const string Edges = " \t\r\n\u00a0*_~`'\"()[]{}<>.,;:!?|-";

    private const int LongestIdentifier = 28;

    /// <summary><c>2405.00208v3</c></summary>
    public static CandidateSpan? Modern(string text, int at) => Read(text, at, ModernId().Match(text, at));

    /// <summary>The same where nothing else shows that an identifier is meant.</summary>
    public static CandidateSpan? ModernAlone(string text, int at) =>
        Modern(text, at) is { } passage && !OtherNumbers.Include(text, at, passage.End) ? passage : null;

    /// <summary><c>hep-th/9901001</c>, <c>math.GT/0309136</c>; only with an archive and a subject class that exist.</summary>
    public static CandidateSpan? Old(string text, int at) =>
        OldId().Match(text, at) is { Success: true } match && NamesSubject(match) ? Read(text, at, match) : null;

    /// <summary>
    /// An identifier some digits of which were replaced by Chinese numerals, as <c>2405.00二08</c>. Numerals that touch words of a language
    /// without spaces may belong to these.
    /// </summary>
    public static CandidateSpan? Mended(string text, int at) =>
        !Ascii.IsValid(text.AsSpan(at, Math.Min(LongestIdentifier, text.Length - at)))
        && Substitution.Read(text, at) is { Reference: not null } passage && IsMostlyPlain(text.AsSpan(at, passage.End - at))
        && !(IsNumeral(text[at]) && at > 0 && IsWord(text[at - 1]))
        && !(IsNumeral(text[passage.End - 1]) && passage.End < text.Length && IsWord(text[passage.End]))
        && !OtherNumbers.Include(text, at, passage.End)
            ? passage
            : null;

    /// <inheritdoc cref="IdentifierFinder.ReadWord"/>
    public static FoundReference? Judge(string token) => Judge(token, word => LooksModern(word) || LooksOld(word) ? Judged(word) : null);

    /// <inheritdoc cref="IdentifierFinder.ReadToken"/>
    public static FoundReference? JudgeField(string token) => Judge(token, word =>
        LooksModern(word) || LooksOld(word) ? Judged(word)
        : DamagedIdentifier.ProblemOf(word) is { } problem && !IdentifierFinder.Find(word).Any(found => found.Reference is not null)
            ? (null, problem)
        : null);

    private static FoundReference? Judge(string token, Func<string, (EprintReference? Reference, string? Problem)?> judge)
    {
        var start = token.Length - token.AsSpan().TrimStart(Edges).Length;
        var word = token.AsSpan().Trim(Edges).ToString();
        return judge(word) is not { } judged ? null : new(start, word.Length, word, judged.Reference, judged.Problem)
        {
            MayMean = judged.Problem is null ? [] : DamagedIdentifier.MayMean(word),
        };
    }

    private static (EprintReference? Reference, string? Problem) Judged(string word) =>
        IdentifierGrammar.ReadKnown(word, out var reference) is { } problem ? (null, problem) : (reference, null);

    private static bool IsNumeral(char character) => Glyphs.Numeral(character) is not null;

    private static bool IsWord(char character) => char.IsLetter(character);

    // Numerals only, no letters that look like digits; and fewer of them than digits.
    private static bool IsMostlyPlain(ReadOnlySpan<char> identifier)
    {
        var number = identifier[(identifier.IndexOf('/') + 1)..];
        var (digits, numerals) = (0, 0);
        foreach (var character in number)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            numerals += IsNumeral(character) ? 1 : 0;
        }

        return numerals > 0 && digits > numerals && number.IndexOfAny("OolI") < 0;
    }

    private static CandidateSpan? Read(string text, int at, Match match)
    {
        var end = at + match.Length;
        return match.Success && WordBoundary.IsAfter(text, end) && IdentifierGrammar.ReadKnown(match.Value, out var reference) is null
            ? CandidateSpan.Of(reference, at..end, end)
            : null;
    }

    private static bool LooksModern(string word) => ModernWord().IsMatch(word) && !IsDate(word);

    // 2024.0501 is the first of May. What is possible as month of an identifier is not taken for a date: 2012.0101 lacks a digit.
    private static bool IsDate(string word) =>
        DateWord().IsMatch(word) && int.Parse(word.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture) > 12;

    private static bool LooksOld(string word) => OldWord().Match(word) is { Success: true } match && NamesSubject(match);

    private static bool NamesSubject(Match match)
    {
        // The archive as arXiv reads it, with small letters and the hyphen put in; any number will do for that.
        return IdentifierGrammar.ReadKnown($"{match.Groups["archive"].Value}/9901001", out var reference) is null
            && (!match.Groups["class"].Success
                || Taxonomy.IsCategoryInAnyCase($"{reference.Identifier.Archive}.{match.Groups["class"].Value}"));
    }

    [GeneratedRegex(@"\G[0-9]{4}\.[0-9]{4,5}([vV][0-9]{1,9})?(\.pdf(?![a-zA-Z0-9]))?", RegexOptions.ExplicitCapture)]
    private static partial Regex ModernId();

    [GeneratedRegex(
        @"\G(?<archive>[a-zA-Z]{1,8}(-[a-zA-Z]{2,8})?)(\.(?<class>[a-zA-Z-]{2,10}))?/[0-9]{7}(v[0-9]{1,9})?(\.pdf(?![a-zA-Z0-9]))?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OldId();

    [GeneratedRegex(@"^[0-9]{4}\.[0-9]{4,5}([vV][0-9]*)?(\.pdf)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ModernWord();

    [GeneratedRegex(
        @"^(?<archive>[a-zA-Z]{1,8}(-[a-zA-Z]{2,8})?)(\.(?<class>[a-zA-Z-]{2,10}))?/[0-9]{6,8}(v[0-9]*)?(\.pdf)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OldWord();

    [GeneratedRegex(@"^(19|20)[0-9]{2}\.(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateWord();
}

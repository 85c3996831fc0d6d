using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>
/// An identifier in which other characters stand for digits, as web pages hold them that a machine has rewritten: Chinese numerals, and
/// letters that look like digits. Only to be tried where something proves that an identifier was meant.
/// </summary>
/// <param name="Reference">What was meant; null where putting in the digits gives no identifier.</param>
/// <param name="Repaired">It as text, or what it would be.</param>
/// <param name="What">Which characters were read as which digits: <c>两 read as 2</c>.</param>
/// <param name="Question">What a person has to answer; null where the reference is certain.</param>
internal sealed partial record Substitution(EprintReference? Reference, string Repaired, string What, string? Question)
{
    /// <summary>A pattern for one character that may stand for a digit; in any options it minds the case.</summary>
    public const string AnyDigit = "(?-i:[0-9OolI零〇○一壹二两兩俩贰弐三叁四肆五伍六陆七柒八捌九玖])";

    /// <summary>Reads an identifier that begins here; null where there is nothing to substitute, or it has not the shape of one.</summary>
    public static CandidateSpan? Read(string text, int at)
    {
        var match = Shape().Match(text, at);
        if (!match.Success || !match.Groups["digits"].Captures.Any(digits => digits.ValueSpan.ContainsAnyExceptInRange('0', '9')))
        {
            return null;
        }

        // In a language without spaces the last numerals may belong to the words that follow.
        for (var end = at + match.Length; end > at; end--)
        {
            if (ReadUpTo(text, at, end) is { Reference: not null } certain)
            {
                return CandidateSpan.Of(certain, at..end, end);
            }

            if (Glyphs.Numeral(text[end - 1]) is null)
            {
                break;
            }
        }

        return CandidateSpan.Of(Ask(text[at..(at + match.Length)]), at..(at + match.Length), at + match.Length);
    }

    private static Substitution? ReadUpTo(string text, int at, int end)
    {
        var written = text[at..end];
        return WordBoundary.IsAfter(text, end) && Shape().Match(written) is { Success: true } match && match.Length == written.Length
            && IdentifierGrammar.ReadKnown(WithDigits(written), out var reference) is null
                ? new(reference, reference.ToString(), Explain(written), null)
                : null;
    }

    private static Substitution Ask(string written)
    {
        var digits = WithDigits(written);
        var problem = IdentifierGrammar.ReadKnown(digits, out _) ?? "other letters follow it";
        return new(null, digits, Explain(written), $"is {digits} meant? {problem}");
    }

    private static string WithDigits(string written) =>
        Shape().Match(written).Groups["digits"].Captures.Aggregate(written, (text, digits) => string.Concat(
            text.AsSpan(0, digits.Index), string.Concat(digits.Value.Select(Digit)), text.AsSpan(digits.Index + digits.Length)));

    private static char Digit(char character) =>
        (Glyphs.Numeral(character) ?? Glyphs.LookAlike(character)) is { } digit ? (char)('0' + digit) : character;

    private static string Explain(string written) => string.Join(", ", Shape().Match(written).Groups["digits"].Captures
        .SelectMany(digits => digits.Value).Where(character => Digit(character) != character).Distinct()
        .GroupBy(Digit).Select(same => $"{string.Join(" and ", same)} read as {same.Key}"));

    [GeneratedRegex(
        @$"\G(arxiv:)?((?<digits>{AnyDigit}{{4}})\.(?<digits>"
            + @$"{AnyDigit}{{4,6}})|[a-z]{{1,8}}(-[a-z]{{2,8}})?(\.[a-z-]{{2,10}})?/(?<digits>{AnyDigit}{{7}}))(v(?<digits>"
            + @$"{AnyDigit}{{1,3}}))?(\.pdf(?![a-z0-9]))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}

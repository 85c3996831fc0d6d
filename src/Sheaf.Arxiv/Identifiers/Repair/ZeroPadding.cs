using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>
/// Numbers with a zero too few or too many before them: <c>1501.0001</c>, <c>0704.00001</c>. arXiv takes them for the number as it is
/// written in that time and redirects (field guide 1.1). Where the number begins with another digit, one may as well have been lost at its
/// end: that is not mended here.
/// </summary>
public static partial class ZeroPadding
{
    /// <summary>The same reference, mended where that is all that it lacks.</summary>
    public static FoundReference Mend(FoundReference found)
    {
        if (found.Reference is not null || found.Repair is not null || Number().Matches(found.Text) is not [var number])
        {
            return found;
        }

        var digits = number.Groups["digits"].Value;
        var mended = $"{number.Groups["month"].Value}.{(digits.Length == 4 ? $"0{digits}" : digits[1..])}{number.Groups["version"].Value}";
        return IdentifierGrammar.ReadKnown(mended, out var reference) is not null ? found : found with
        {
            Reference = reference,
            Problem = null,
            Repair = new ReferenceRepair(
                number.Value, reference.ToString(), $"a zero {(digits.Length == 4 ? "was missing" : "too many")}, and arXiv leads there",
                IsCertain: true),
        };
    }

    [GeneratedRegex(
        @"(?<![0-9.])(?<month>[0-9]{4})\.(?<digits>0[0-9]{3,4})(?<version>v[1-9][0-9]{0,8})?(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

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
        var token = value.Length <= LongestValue ? IdentifierFinder.ReadToken(value) : null;
        if (token is { Reference: not null })
        {
            return [token];
        }

        var found = IdentifierFinder.Find(value);
        return token is null || found.Any(one => one.Reference is not null) || !isOurs && !IsShortened(token) ? found : [token];
    }

    /// <summary>A value that was an identifier of arXiv's; null where it is one, or was none.</summary>
    public static FoundReference? Damaged(string value) =>
        value.Length <= LongestValue && IdentifierFinder.ReadToken(value) is { Reference: null } token ? token : null;

    /// <summary>
    /// Whether a value was an identifier of arXiv's before a program or a hand took its point or its zeros. Numbers of other archives, and
    /// addresses, do not look so.
    /// </summary>
    public static bool LostItsZeros(string value) =>
        value.AsSpan().IndexOfAny(".,") is >= 3 and <= 4 && Damaged(value) is { MayMean.Count: > 0 };

    /// <summary>The numbers of other archives have no decimal point.</summary>
    private static bool IsShortened(FoundReference token) => token.MayMean.Count > 0 && Decimal().IsMatch(token.Text);

    [GeneratedRegex(@"^[0-9]{3,4}\.[0-9]{1,6}(v[0-9]{1,3})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();
}

using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>Names of persons as bibliographies write them: <c>Last, First</c> and <c>First von Last</c>.</summary>
internal static partial class PersonNames
{
    /// <summary>Divides a field that holds several persons.</summary>
    public static IEnumerable<string> Divide(string authors)
    {
        if (authors.Contains(';'))
        {
            return Clean(authors.Split(';'));
        }

        // Long rows of blanks would cost the pattern time by the square of their length.
        var parts = And().Split(string.Join(' ', authors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        // "Liu, Ziming and Wang, Yixuan" against "Ziming Liu, Yixuan Wang and Max Tegmark".
        var areInverted = parts.All(part => part.Count(letter => letter == ',') == 1) && (parts.Length > 1 || !AreBothSpaced(parts[0]));
        return Clean(areInverted ? parts : [.. parts.SelectMany(part => part.Split(','))]);

        static bool AreBothSpaced(string part) => part.Split(',').All(half => half.Trim().Contains(' '));
    }

    /// <summary>Whether a name stands for the authors that are not named.</summary>
    public static bool IsOthers(string name) => Others().IsMatch(name);

    private static IEnumerable<string> Clean(string[] names) => names.Select(name => name.Trim()).Where(name => name.Length > 0);

    [GeneratedRegex(@",? (?:and|&) ")]
    private static partial Regex And();

    [GeneratedRegex(@"^(others|et\.? al\.?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Others();
}

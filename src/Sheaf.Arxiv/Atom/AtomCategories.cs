using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Atom;

/// <summary>Telling categories from the other classifications that the service before 2025 put among them.</summary>
internal static partial class AtomCategories
{
    /// <summary>
    /// Whether the text has the shape of a category, <c>hep-th</c> or <c>cs.CL</c>. Classes of MSC (<c>68T50</c>) and ACM (<c>I.2.7</c>)
    /// have not: they begin with a digit or an upper-case letter.
    /// </summary>
    public static bool IsCategory(string text) => Category().IsMatch(text);

    [GeneratedRegex(@"\A[a-z][a-z-]{1,19}(\.[A-Za-z][A-Za-z-]{1,19})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Category();
}

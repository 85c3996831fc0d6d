namespace Sheaf.Arxiv.Tests.Support;

/// <summary>
/// Names of arXiv's own parser as its page shows them: the parser parts initials that the page does not part, and leaves TeX's braces and
/// the comma before a suffix in them (field guide 10).
/// </summary>
internal static class ShownNames
{
    public static string Of(string parsed) => parsed
        .Replace(". -", ".-", StringComparison.Ordinal).Replace(", Jr.", " Jr.", StringComparison.Ordinal)
        .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}

using System.Buffers;

namespace Sheaf.Arxiv.Atom;

/// <summary>Telling categories from the other classifications that the service before 2025 put among them.</summary>
internal static class AtomCategories
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.");

    /// <summary>
    /// Whether the text has the shape of a category, <c>hep-th</c> or <c>cs.CL</c>. Classes of MSC (<c>68T50</c>) and ACM (<c>I.2.7</c>)
    /// have not: they begin with a digit or an upper-case letter.
    /// </summary>
    public static bool IsCategory(string text) =>
        text.Length is > 1 and <= 40 && char.IsAsciiLetterLower(text[0]) && !text.AsSpan().ContainsAnyExcept(Characters);
}

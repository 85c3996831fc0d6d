namespace Sheaf.Text;

/// <summary>Where TeX's mathematics lies in a text.</summary>
internal static class TexMath
{
    /// <summary>
    /// The end of the mathematics that a dollar opens, after its closing dollar or dollars; null where nothing closes it, and the dollar is
    /// a dollar. A dollar after a backslash is text. Asking for every dollar of a text takes linear time if what was found is skipped.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="open">The place of a dollar that is not after a backslash.</param>
    public static int? EndOf(string text, int open)
    {
        var delimiter = text.AsSpan(open).StartsWith("$$") ? "$$" : "$";
        for (var at = open + delimiter.Length; at < text.Length; at += text[at] == '\\' ? 2 : 1)
        {
            if (text.AsSpan(at).StartsWith(delimiter))
            {
                return at + delimiter.Length;
            }
        }

        return null;
    }
}

using System.Text;

namespace Sheaf.Markdown;

/// <summary>
/// TeX's mathematics within Markdown. It must not be escaped, for a backslash means something to TeX; but Markdown does not know
/// mathematics:
/// <c>$&lt;!--$</c> would hide the rest of a draft, and <c>$[x](javascript:…)$</c> be a link. A space after the sign means the same to TeX
/// and nothing to Markdown and HTML.
/// </summary>
internal static class MarkdownMath
{
    /// <summary>Appends mathematics, its dollars with it.</summary>
    /// <param name="markdown">Where to.</param>
    /// <param name="math">From dollar to dollar.</param>
    /// <param name="isFollowed">
    /// Whether the line has a <c>&gt;</c> behind it. What begins inside may end outside: in <c>$&lt;a title="$ " href="…"&gt;</c> a dollar
    /// stands in an attribute.
    /// </param>
    public static void Append(StringBuilder markdown, ReadOnlySpan<char> math, bool isFollowed)
    {
        var lastClosing = isFollowed ? math.Length : math.LastIndexOf('>');
        for (var at = 0; at < math.Length; at++)
        {
            var begins = math[at] switch
            {
                '<' => BeginsTag(math[(at + 1)..], isClosed: at < lastClosing),
                ']' => math[at + 1] == '(',
                '&' => MarkdownText.BeginsReference(math[at..]),
                _ => false,
            };
            markdown.Append(math[at]).Append(begins ? " " : "");
        }
    }

    /// <summary>Whether what follows a <c>&lt;</c> is a comment, a tag, or an address in angle brackets.</summary>
    private static bool BeginsTag(ReadOnlySpan<char> rest, bool isClosed)
    {
        if (rest is ['!' or '?' or '/', ..])
        {
            return true;
        }

        var name = 0;
        while (name < rest.Length && (char.IsAsciiLetterOrDigit(rest[name]) || rest[name] is '-' or '+' or '.'))
        {
            name++;
        }

        return isClosed && name > 0 && char.IsAsciiLetter(rest[0]) && name < rest.Length && rest[name] is (' ' or '/' or ':' or '>');
    }
}

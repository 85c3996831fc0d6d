using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Addresses and DOIs of others: passed over whole, since the numbers in them are not arXiv's.</summary>
internal static partial class ForeignText
{
    public static bool IsAddress(string text, int at) =>
        string.Compare(text, at, "http://", 0, 7, StringComparison.OrdinalIgnoreCase) == 0
        || string.Compare(text, at, "https://", 0, 8, StringComparison.OrdinalIgnoreCase) == 0
        || string.Compare(text, at, "ftp://", 0, 6, StringComparison.OrdinalIgnoreCase) == 0;

    public static Passage? Address(string text, int at) => IsAddress(text, at) ? new(End(text, at) - at, null) : null;

    public static Passage? Doi(string text, int at) => DoiHead().IsMatch(text, at) ? new(End(text, at) - at, null) : null;

    // Parentheses occur in addresses in pairs; a closing one without its opening belongs to the text around, as in a Markdown link.
    private static int End(string text, int at)
    {
        var depth = 0;
        var end = at;
        for (; end < text.Length && !IsEnd(text[end]); end++)
        {
            depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                break;
            }
        }

        return end;
    }

    private static bool IsEnd(char character) => char.IsAscii(character)
        ? character <= ' ' || "<>\"`|\\^[]{},".Contains(character)
        : !char.IsLetterOrDigit(character);

    [GeneratedRegex(@"\G10\.[0-9]{4,9}/")]
    private static partial Regex DoiHead();
}

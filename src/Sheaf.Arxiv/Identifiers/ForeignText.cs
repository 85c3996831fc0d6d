using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Addresses and DOIs of others: passed over whole, since the numbers in them are not arXiv's.</summary>
internal static partial class ForeignText
{
    // Of what is looked into; all of a longer one is passed over.
    private const int LongestAddress = 2048;

    /// <summary>What belongs to the sentence where an address ends with it.</summary>
    public const string Punctuation = ".:;!?*'~";

    public static bool IsAddress(string text, int at) => text[at] switch
    {
        'h' or 'H' => string.Compare(text, at, "http://", 0, 7, StringComparison.OrdinalIgnoreCase) == 0
            || string.Compare(text, at, "https://", 0, 8, StringComparison.OrdinalIgnoreCase) == 0
            || string.Compare(text, at, "hxxp://", 0, 7, StringComparison.OrdinalIgnoreCase) == 0
            || string.Compare(text, at, "hxxps://", 0, 8, StringComparison.OrdinalIgnoreCase) == 0,
        'f' or 'F' => string.Compare(text, at, "ftp://", 0, 6, StringComparison.OrdinalIgnoreCase) == 0,
        _ => false,
    };

    public static CandidateSpan? Address(string text, int at) => IsAddress(text, at) ? new(End(text, at)) : null;

    public static CandidateSpan? Doi(string text, int at) => DoiHead().IsMatch(text, at) ? new(End(text, at)) : null;

    /// <summary>
    /// An address, of whatever host, that holds the DOI, the OAI name or the whole link of an e-print: an archive of the web, or a host
    /// that counts who follows its links.
    /// </summary>
    public static CandidateSpan? AddressOfName(string text, int at)
    {
        if (!IsAddress(text, at))
        {
            return null;
        }

        var end = TrimmedEnd(text, at);
        if (!text.AsSpan(at, end - at).Contains("arxiv", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = ArxivName().Match(text, at, Math.Min(end - at, LongestAddress));
        return name.Success && ProvenForms.Read(text, name.Index + name.Length) is { Reference: not null } passage
            ? passage with { End = Math.Max(end, passage.End) }
            : null;
    }

    /// <summary>
    /// Where an address that begins here ends. Parentheses occur in addresses in pairs; a closing one without its opening belongs to the
    /// text around, as in a Markdown link.
    /// </summary>
    public static int End(string text, int at)
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

    /// <summary>The same without the punctuation of the sentence around it.</summary>
    public static int TrimmedEnd(string text, int at) => at + text.AsSpan(at, End(text, at) - at).TrimEnd(Punctuation).Length;

    private static bool IsEnd(char character) => char.IsAscii(character)
        ? character <= ' ' || "<>\"`|\\^[]{},".Contains(character)
        : !char.IsLetterOrDigit(character);

    [GeneratedRegex(@"\G10\.[0-9]{4,9}/")]
    private static partial Regex DoiHead();

    [GeneratedRegex(
        @"(?<=[/:=_])(10\.48550/arxiv\.|oai:arxiv\.org:|(?<=/)arxiv[:/](?=[0-9]{4}\.[0-9]{4,5}(?![0-9]))|(https?:/{1,3})?(www\."
        + @"|export\.)?arxiv\.org/{1,3}(abs|pdf|html)/{1,3})",
         RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ArxivName();
}

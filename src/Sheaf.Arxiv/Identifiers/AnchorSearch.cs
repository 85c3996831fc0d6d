using System.Buffers;
using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Finds the places without which there is no reference: the point of a modern identifier, the slash of an old one, of a link or a DOI, the
/// colon of a prefix, an encoding of these, and the X of a catalogue's key, which is rare elsewhere.
/// </summary>
/// <remarks>
/// A text of many megabytes is mostly prose. It is passed over a vector at a time, and only stops at these signs and at what is not ASCII.
/// </remarks>
internal sealed class AnchorSearch(string text)
{
    private const int LongestLabel = 24;

    // All of ASCII but the characters that may be anchors.
    private static readonly SearchValues<char> Quiet = SearchValues.Create(AsciiWithout("./:%X"));

    /// <summary>The first place at or after this one; -1 when there is no more.</summary>
    public int Next(int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (char.IsAscii(text[at]))
            {
                var length = text.AsSpan(at).IndexOfAnyExcept(Quiet);
                at = length < 0 ? text.Length : at + length;
            }

            if (at < text.Length && IsAnchor(at))
            {
                return at;
            }
        }

        return -1;
    }

    private static char[] AsciiWithout(string left)
    {
        var quiet = new char[0x80 - left.Length];
        var count = 0;
        for (var character = '\0'; character < 0x80; character++)
        {
            if (!left.Contains(character))
            {
                quiet[count++] = character;
            }
        }

        return quiet;
    }

    private bool IsAnchor(int at) => text[at] switch
    {
        '.' or '．' or '。' or '٫' => at + 4 < text.Length && MayBeDigit(text[at + 1]) && (DividesDigits(at) || EndsKey(at)),
        '/' or '／' => DividesReference(at),
        ':' or '：' => EndsPrefix(at),
        '%' => at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]),
        'X' => at > 5 && at + 3 < text.Length && char.IsAsciiDigit(text[at - 3]) && char.IsAsciiDigit(text[at + 3]),
        _ => false,
    };

    // 1999hep.th....1001W
    private bool EndsKey(int at) => at > 5 && at + 5 < text.Length && text[at - 1] is '.' or (>= 'a' and <= 'z')
        && (char.IsAsciiLetterUpper(text[at + 5]) || (at + 6 < text.Length && char.IsAsciiLetterUpper(text[at + 6])));

    // The slash of a scheme, of a host, or before the number of an old identifier; not that of and/or.
    private bool DividesReference(int at)
    {
        if (at > 3 && text[at - 1] is 'r' or 'R' && text.AsSpan(at - 4, 4).Equals("corr", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (after == '/' || char.IsAsciiDigit(after) || !char.IsAscii(after))
        {
            return true;
        }

        var start = at;
        while (start > 0 && at - start < LongestLabel && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return start > 0 && (text[start - 1] is '.' or ':' or '/' || !char.IsAscii(text[start - 1]));
    }

    // arXiv: or oai: or doi:
    private bool EndsPrefix(int at) => at > 2 && text[at - 1] switch
    {
        'v' or 'V' or 'ｖ' or 'Ｖ' => true,
        'i' or 'I' => text[at - 2] is 'a' or 'A' or 'o' or 'O',
        var character => Glyphs.IsInvisible(character),
    };

    // Four digits on either side; what is not ASCII may be one, or nothing.
    private bool DividesDigits(int at)
    {
        if (at < 4 || !MayBeDigit(text[at - 1]))
        {
            return false;
        }

        for (var distance = 2; distance <= 4; distance++)
        {
            if (IsNoDigit(text[at - distance]) || IsNoDigit(text[at + distance]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNoDigit(char character) => char.IsAscii(character) && !char.IsAsciiDigit(character);

    private static bool MayBeDigit(char character) => char.IsAscii(character) ? char.IsAsciiDigit(character) : MayBeOtherDigit(character);

    private static bool MayBeOtherDigit(char character) =>
        char.IsDigit(character) || char.IsSurrogate(character) || Glyphs.IsInvisible(character) || Glyphs.Numeral(character) is not null;
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Finds the places without which there is no reference: the point of a modern identifier, the slash of an old one, of a link or a DOI, the
/// colon of a prefix, and an encoding of these.
/// </summary>
/// <remarks>
/// A text of many megabytes is mostly prose. It is passed over a vector at a time, looking at each character together with the next one:
/// full stops are frequent, full stops before a digit are not.
/// </remarks>
internal sealed class AnchorSearch(string text)
{
    private const int LongestLabel = 24;

    /// <summary>The first place at or after this one; -1 when there is no more.</summary>
    public int Next(int from)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var at = from;
        for (; at + Vector256<ushort>.Count < text.Length; at += Vector256<ushort>.Count)
        {
            for (var candidates = Candidates(ref first, (nuint)at); candidates != 0; candidates &= candidates - 1)
            {
                if (at + BitOperations.TrailingZeroCount(candidates) is var candidate && IsAnchor(candidate))
                {
                    return candidate;
                }
            }
        }

        while (at < text.Length && !IsAnchor(at))
        {
            at++;
        }

        return at < text.Length ? at : -1;
    }

    // One bit for each character that may be an anchor: for all that are, and few that are not.
    private static uint Candidates(ref ushort first, nuint at)
    {
        var here = Vector256.LoadUnsafe(ref first, at);
        var after = Vector256.LoadUnsafe(ref first, at + 1);
        var isDigit = Vector256.LessThan(after - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10)) | AreOther(after);
        var found = (Are(here, '.') & isDigit) | Are(here, '/') | Are(here, ':') | Are(here, '%');
        if (Vector256.GreaterThanAny(here, Vector256.Create((ushort)'\x7f')))
        {
            found |= Are(here, '．') | Are(here, '／') | Are(here, '：') | Are(here, '。') | Are(here, '٫');
        }

        return found.ExtractMostSignificantBits();
    }

    private static Vector256<ushort> Are(Vector256<ushort> characters, char character) => Vector256.Equals(characters, Vector256.Create((ushort)character));

    private static Vector256<ushort> AreOther(Vector256<ushort> characters) => Vector256.GreaterThan(characters, Vector256.Create((ushort)'\x7f'));

    private bool IsAnchor(int at) => text[at] switch
    {
        '.' or '．' or '。' or '٫' => DividesDigits(at),
        '/' or '／' => DividesReference(at),
        ':' or '：' => EndsPrefix(at),
        '%' => at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]),
        _ => false,
    };

    // The slash of a scheme, of a host, or before the number of an old identifier; not that of and/or.
    private bool DividesReference(int at)
    {
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
        if (at < 4 || at + 4 >= text.Length || !MayBeDigit(text[at - 1]) || !MayBeDigit(text[at + 1]))
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

    private static bool MayBeDigit(char character) =>
        char.IsAsciiDigit(character) || (!char.IsAscii(character) && (char.IsDigit(character) || char.IsSurrogate(character) || Glyphs.IsInvisible(character)));
}

using System.Buffers;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Finds the places without which there is no reference: the point of a modern identifier, the slash of an old one, of a link or a DOI, the
/// colon of a prefix, and an encoding of these. Ordinary prose has few, so that most of it is passed over by vectorised search.
/// </summary>
internal sealed class AnchorSearch(string text)
{
    private static readonly SearchValues<char> Ascii = SearchValues.Create("./:%");
    private static readonly SearchValues<char> Others = SearchValues.Create("．／：。٫");

    private int _ascii = -1;
    private int _other = -1;

    /// <summary>The first place at or after this one; -1 when there is no more.</summary>
    public int Next(int from)
    {
        _ascii = _ascii >= from ? _ascii : Next(from, Ascii);
        _other = _other >= from ? _other : Next(from, Others);
        var next = Math.Min(_ascii, _other);
        return next < text.Length ? next : -1;
    }

    private int Next(int from, SearchValues<char> signs)
    {
        for (var at = from; at < text.Length; at++)
        {
            var step = text.AsSpan(at).IndexOfAny(signs);
            if (step < 0)
            {
                break;
            }

            at += step;
            if (IsAnchor(at))
            {
                return at;
            }
        }

        return text.Length;
    }

    private bool IsAnchor(int at) => text[at] switch
    {
        '/' or '／' => true,
        ':' or '：' => EndsPrefix(at),
        '%' => at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]),
        _ => DividesDigits(at),
    };

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

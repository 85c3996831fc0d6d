using System.Globalization;
using System.Text;

namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>One character of a text as it is meant.</summary>
/// <param name="Length">How much of the text it takes.</param>
/// <param name="Character">What it stands for; null where for nothing.</param>
/// <param name="Damage">What was mended; null where nothing was.</param>
internal readonly record struct Folded(int Length, char? Character, Damage? Damage);

/// <summary>
/// Reads damaged text character by character (field guide 1.5). Signs of other scripts are only taken for ASCII where they stand within
/// something that can be a link or an identifier; elsewhere they are the punctuation of that script.
/// </summary>
internal static class Folding
{
    // Percent-encodings of other characters are left alone: a decoded space or quotation mark would end an address in its middle.
    private const string Decodable = "/:.-_~?=&";

    private static readonly string[] NamesBeforeColon = ["arxiv", "arxiv.org", "oai", "http", "https", "doi"];

    /// <param name="text">The text.</param>
    /// <param name="at">Where the character begins.</param>
    /// <param name="before">What has been read before it.</param>
    public static Folded Read(string text, int at, StringBuilder before) => text[at] switch
    {
        '%' => ReadEncoded(text, at, before),
        var character when char.IsAscii(character) => new(1, character, null),
        var character => ReadOther(text, at, character, at + 1, before),
    };

    // 'next' is where the following character begins.
    private static Folded ReadOther(string text, int at, char character, int next, StringBuilder before)
    {
        var length = next - at;
        var previous = before.Length > 0 ? before[^1] : ' ';
        var following = next < text.Length ? text[next] : ' ';
        return character == Glyphs.SoftHyphen ? ReadSoftHyphen(text, next, length, before)
            : Glyphs.IsInvisible(character) ? new(length, null, Damage.Invisible)
            : char.IsDigit(character) || char.IsHighSurrogate(character) ? ReadDigit(text, at, length, character)
            : Glyphs.FullWidthLetter(character) is { } letter ? new(length, letter, Damage.OtherScript)
            : Glyphs.IsDash(character) && char.IsAsciiLetter(previous) && char.IsAsciiLetter(following) ? new(length, '-', Damage.Dash)
            : Glyphs.IsColon(character) && Array.Exists(NamesBeforeColon, name => EndsWith(before, name))
                ? new(length, ':', Damage.OtherScript)
            : Glyphs.MayBePart(previous) && Glyphs.MayBePart(following) && AsciiSign(character) is { } sign
                ? new(length, sign, Damage.OtherScript)
                : new(length, char.IsSurrogate(character) ? '\ufffd' : character, null);
    }

    private static char? AsciiSign(char character) => Glyphs.IsPoint(character) ? '.' : Glyphs.IsSlash(character) ? '/' : null;

    private static Folded ReadDigit(string text, int at, int length, char character)
    {
        if (!char.IsHighSurrogate(character))
        {
            return new(length, Shown(CharUnicodeInfo.GetDecimalDigitValue(character)), Damage.OtherScript);
        }

        var digit = CharUnicodeInfo.GetDecimalDigitValue(text, at);
        return digit < 0 ? new(1, '\ufffd', null) : new(2, Shown(digit), Damage.OtherScript);
    }

    private static char Shown(int digit) => (char)('0' + digit);

    // It hides a hyphen where the letters around it make an archive, as in hep-th; elsewhere it only says where a word may be divided.
    private static Folded ReadSoftHyphen(string text, int next, int length, StringBuilder before)
    {
        var first = before.Length;
        while (first > 0 && before.Length - first < 8 && char.IsAsciiLetter(before[first - 1]))
        {
            first--;
        }

        var last = next;
        while (last < text.Length && last - next < 8 && char.IsAsciiLetter(text[last]))
        {
            last++;
        }

        var archive = $"{before.ToString(first, before.Length - first)}-{text[next..last]}".ToLowerInvariant();
        return Taxonomy.IsArchive(archive) ? new(length, '-', Damage.Dash) : new(length, null, Damage.Invisible);
    }

    private static Folded ReadEncoded(string text, int at, StringBuilder before)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < 4 && EncodedByte(text, at + (3 * count)) is { } value)
        {
            bytes[count++] = value;
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) != System.Buffers.OperationStatus.Done || !rune.IsBmp)
        {
            return new(1, '%', null);
        }

        var character = (char)rune.Value;
        return !char.IsAscii(character) ? ReadOther(text, at, character, at + (3 * used), before)
            : char.IsAsciiLetterOrDigit(character) || Decodable.Contains(character) ? new(3, character, null)
            : new(1, '%', null);
    }

    private static byte? EncodedByte(string text, int at) =>
        at + 2 < text.Length && text[at] == '%' && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2])
            ? Convert.FromHexString(text.AsSpan(at + 1, 2))[0]
            : null;

    private static bool EndsWith(StringBuilder text, string name)
    {
        if (text.Length < name.Length)
        {
            return false;
        }

        for (var index = 0; index < name.Length; index++)
        {
            if (char.ToLowerInvariant(text[text.Length - name.Length + index]) != name[index])
            {
                return false;
            }
        }

        return true;
    }
}

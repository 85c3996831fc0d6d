using System.Text;

namespace Sheaf.Lists.Import;

/// <summary>Bytes from anywhere as text. UTF-8 unless they say or show otherwise.</summary>
internal static class ForeignBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text without a byte order mark. What is neither UTF-8 nor UTF-16 is read as Windows-1252, in which every byte means something.
    /// </summary>
    /// <exception cref="CurationException">The bytes are no text.</exception>
    public static string Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (Utf16Of(bytes) is { } utf16)
        {
            return utf16.GetString(bytes).TrimStart('\ufeff');
        }

        RefuseBinary(name, bytes);
        return (TryReadUtf8(bytes) ?? Western().GetString(bytes)).TrimStart('\ufeff');
    }

    /// <summary>Null where the bytes are not UTF-8.</summary>
    public static string? TryReadUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Western() => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>By the byte order mark, else by the zeros that Latin letters and digits have in it.</summary>
    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            return new UnicodeEncoding(bigEndian: bytes[0] == 0xfe, byteOrderMark: true);
        }

        var (even, odd) = (0, 0);
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        for (var at = 0; at < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }

        var isBigEndian = even > odd;
        return Math.Max(even, odd) > sample.Length / 4 && Math.Min(even, odd) == 0
            ? new UnicodeEncoding(isBigEndian, byteOrderMark: false)
            : null;
    }

    private static void RefuseBinary(string name, ReadOnlySpan<byte> bytes)
    {
        var kind = bytes switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF; copy its text into a file and add that",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a packed document, such as Word's or a zip file; save it as text or HTML and add that",
            _ when bytes[..Math.Min(bytes.Length, 8192)].Contains((byte)0) => "not text; save it as text or HTML and add that",
            _ => null,
        };
        if (kind is not null)
        {
            throw new CurationException(name, null, $"The file is {kind}.");
        }
    }
}

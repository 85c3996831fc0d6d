using System.Text;

namespace Sheaf.Drafts;

/// <summary>A draft's text, and how its bytes are to be read and written: UTF-8, with or without a byte order mark, or UTF-16 with one.</summary>
/// <param name="Text">Without the mark.</param>
internal sealed record DraftText(string Text, Encoding Encoding)
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text that bytes are; null where they are none.</summary>
    public static DraftText? Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var marked in Marked)
        {
            if (bytes.StartsWith(marked.Preamble))
            {
                return Decode(bytes[marked.Preamble.Length..], marked);
            }
        }

        return Decode(bytes, Plain);
    }

    /// <summary>The bytes of another text in the same encoding.</summary>
    public byte[] Encode(string text) => [.. Encoding.Preamble, .. Encoding.GetBytes(text)];

    private static DraftText? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return new(encoding.GetString(bytes), encoding);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

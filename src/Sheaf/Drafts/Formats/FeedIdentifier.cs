using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Formats;

/// <summary>The id of a month's feed: always the same for a month, and nobody's address. A UUID made from a name (RFC 9562, version 5).</summary>
internal static class FeedIdentifier
{
    /// <summary>Sheaf's own space of names, drawn once.</summary>
    private static readonly Guid Names = new("5b0c6d0e-8a53-4a52-9a6e-3f0d9b9b7f21");

    public static Guid Of(Month month)
    {
        byte[] name = [.. Names.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"draft of {month}")];
#pragma warning disable CA5350 // The standard says SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData(name).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}

using System.Text;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// An address, and what is left when wrappings are taken off it, to a bounded depth: percent-encoding, the spelling of Proofpoint's
/// second version, Base64 and hexadecimal digits in its path or query.
/// </summary>
/// <remarks>All layers together are at most so many times as long as the address, whatever it holds.</remarks>
internal static class AddressLayers
{
    private const int Deepest = 6;
    private const int MostTimesItsLength = 16;
    private const string ProofpointColon = "-3A_";

    /// <summary>Whether an address may have more than one layer; most have not.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> address) =>
        address.Contains('%') || address.Contains(ProofpointColon, StringComparison.OrdinalIgnoreCase) || EncodedPayload.MayBeIn(address);

    /// <summary>The layers, outermost first; the first is the address itself.</summary>
    public static IEnumerable<string> Of(string address)
    {
        var budget = address.Length * MostTimesItsLength;
        var waiting = new Queue<(string Text, int Depth)>([(address, 0)]);
        while (waiting.TryDequeue(out var layer))
        {
            yield return layer.Text;
            if (layer.Depth == Deepest)
            {
                continue;
            }

            foreach (var inner in Unwrapped(layer.Text))
            {
                budget -= inner.Length;
                if (budget < 0)
                {
                    yield break;
                }

                waiting.Enqueue((inner, layer.Depth + 1));
            }
        }
    }

    private static IEnumerable<string> Unwrapped(string text)
    {
        if (text.Contains('%') && Uri.UnescapeDataString(text) is { } decoded && decoded.Length < text.Length)
        {
            yield return decoded;
        }

        if (IsProofpoint(text))
        {
            yield return WithoutProofpoint(text);
        }

        foreach (var payload in EncodedPayload.Read(text))
        {
            yield return payload;
        }
    }

    // The link may have been encoded before.
    private static bool IsProofpoint(string text) => text.Contains(ProofpointColon, StringComparison.OrdinalIgnoreCase)
        || (text.Contains("/v2/url?u=http", StringComparison.OrdinalIgnoreCase) && text.Contains("-25", StringComparison.Ordinal));

    // https-3A__arxiv.org_abs_2404.00001: a hyphen begins a hexadecimal number, an underscore is a slash.
    private static string WithoutProofpoint(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '-' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                plain.Append((char)Convert.FromHexString(text.AsSpan(at + 1, 2))[0]);
                at += 2;
            }
            else
            {
                plain.Append(text[at] == '_' ? '/' : text[at]);
            }
        }

        return plain.ToString();
    }
}

using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Where a link leads, as far as the link itself tells.</summary>
public static partial class LinkTarget
{
    private const int Longest = 8192;

    /// <summary>
    /// Whether a link hides where it leads: it is that of a shortener, or of a service that counts who follows the links of a letter, and
    /// no other link can be read in it. It may lead to an e-print; only following it would tell.
    /// </summary>
    /// <param name="address">A link with <c>http</c> or <c>https</c>; for anything else the answer is false.</param>
    /// <returns>
    /// False for a link that can be read as it stands, such as <c>https://github.com/x/y</c>, and for one in which
    /// <see cref="IdentifierFinder.Find"/> finds an e-print. Of a link within a link the inner one counts.
    /// </returns>
    public static bool IsOpaque(string address)
    {
        var trimmed = address.Trim();
        if (trimmed.Length > Longest || !IsAddress(trimmed) || IdentifierFinder.Find(trimmed).Any(found => found.Reference is not null))
        {
            return false;
        }

        return Hides(trimmed);
    }

    // Each inner link is shorter than the one around it.
    private static bool Hides(string address)
    {
        while (Uri.TryCreate(address, UriKind.Absolute, out var uri) && RedirectServices.Hide(uri))
        {
            if (Inner(address) is not { } inner)
            {
                return true;
            }

            address = inner;
        }

        return false;
    }

    private static string? Inner(string address)
    {
        foreach (var layer in AddressLayers.Of(address))
        {
            if (Link().Match(layer, layer.Length == address.Length ? 1 : 0) is { Success: true } link && link.Length < address.Length)
            {
                return link.Value;
            }
        }

        return null;
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"https?:/{1,3}[a-z0-9][^\s""'<>\\|{}]{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}

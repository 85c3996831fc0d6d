using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// The field in which arXiv keeps the publishers' DOIs of an e-print: one, or several separated by spaces, and often by commas or
/// semicolons, too (field guide 9). Every source of DOIs is read in this way.
/// </summary>
internal static partial class DoiField
{
    /// <summary>Bare and each once, in the field's order.</summary>
    public static List<string> Parse(string field) =>
        [.. Separator().Split(field).Select(doi => Prefix().Replace(doi, "").TrimEnd(',', ';')).Where(doi => doi.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    // Commas and semicolons occur in DOIs; they separate where another DOI begins behind them.
    [GeneratedRegex(@"\s+|[,;](?=10\.[0-9]{4,9}/)")]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"^(https?://(dx\.)?doi\.org/|doi:)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}

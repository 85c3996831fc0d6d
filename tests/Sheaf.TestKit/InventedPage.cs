using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.TestKit;

/// <summary>
/// The abstract page of an e-print that does not exist, in the layout of 2026 as the field guide describes it (5.1 to 5.8). Tests change
/// what they are about.
/// </summary>
internal static class InventedPage
{
    public static readonly Uri Address = new("https://arxiv.org/abs/2405.99901");

    /// <summary>The third and latest version of a paper that has everything a page can show.</summary>
    public static string Html { get; } =
        File.ReadAllText(Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.TestKit", "invented-page.html")).TrimEnd('\n');

    public static EprintRecord Parse(string html) => AbstractPageParser.Parse(html, Address);

    /// <summary>The page with one passage changed, which must be there.</summary>
    public static string With(string passage, string instead) => Html.Changed(passage, instead);

    public static string Changed(this string html, string passage, string instead) => html.Contains(passage, StringComparison.Ordinal)
        ? html.Replace(passage, instead, StringComparison.Ordinal)
        : throw new ArgumentException($"The page has no '{passage}'.", nameof(passage));
}

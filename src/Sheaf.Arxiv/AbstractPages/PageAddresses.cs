using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>Where abstract pages are, and where a redirect of one may lead.</summary>
internal sealed class PageAddresses(Uri siteBase)
{
    private const string Folder = "abs/";

    private readonly Uri _pages = new(siteBase.AbsoluteUri.TrimEnd('/') + '/' + Folder);

    internal Uri Of(ArxivIdentifier identifier) => Of(new EprintReference(identifier, null));

    internal Uri Of(EprintReference reference)
    {
        var address = new Uri(_pages, reference.ToString());

        // robots.txt allows this folder (field guide 5.10). An identifier cannot lead out of it; if one could, it must not be asked for.
        return IsPage(address) ? address : throw new InvalidOperationException($"{address} is not an abstract page.");
    }

    /// <summary>The target of a redirect.</summary>
    /// <exception cref="ArxivFormatException">There is none, or it is no abstract page of the same site.</exception>
    internal Uri Following(Redirect redirect) =>
        redirect.To is { UserInfo.Length: 0 } target && (IsPage(target) || (IsArxiv(_pages) && IsPageOfArxiv(target)))
            ? target
            : throw new ArxivFormatException(
                "redirect", redirect.From, $"it leads to '{redirect.Location}', which is no abstract page of the same site");

    private bool IsPage(Uri address) =>
        Uri.Compare(address, _pages, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.AbsolutePath.StartsWith(_pages.AbsolutePath, StringComparison.Ordinal);

    private static bool IsPageOfArxiv(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && IsArxiv(address)
        && address.AbsolutePath.StartsWith('/' + Folder, StringComparison.Ordinal);

    // Not export.arxiv.org, whose robots.txt allows no page at all (field guide 5.10).
    private static bool IsArxiv(Uri address) =>
        address.Host == "arxiv.org"
        || (address.Host.EndsWith(".arxiv.org", StringComparison.Ordinal) && address.Host != "export.arxiv.org");
}

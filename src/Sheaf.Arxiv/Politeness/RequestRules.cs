namespace Sheaf.Arxiv.Politeness;

/// <summary>What may be asked at all. A request that breaks a rule is a fault of the program, not of arXiv, and never leaves it.</summary>
internal static class RequestRules
{
    /// <exception cref="InvalidOperationException">The request has no kind, goes elsewhere than its kind may, or to a page closed to robots.</exception>
    public static (Uri Address, RequestKind Kind) Check(HttpRequestMessage request, ArxivOptions options)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        if (!request.Options.TryGetValue(ArxivRequest.Kind, out var kind))
        {
            throw new InvalidOperationException($"The request for {address} does not say its kind, so it cannot be spaced.");
        }

        if (!IsPlaceOf(kind, address, options))
        {
            throw new InvalidOperationException($"The request for {address} does not go to a host that is asked for this kind ({kind}).");
        }

        if (kind is RequestKind.Page && !RobotsRules.Allows(address))
        {
            throw new InvalidOperationException($"The robots.txt rules of arXiv close {address} to programs.");
        }

        return (address, kind);
    }

    // Kinds have their places, else an abstract page asked for as Api would escape the wider spacing of pages.
    private static bool IsPlaceOf(RequestKind kind, Uri address, ArxivOptions options) => kind is RequestKind.Api
        ? IsSameHost(options.ApiBase, address) || IsSameHost(options.OaiBase, address)
        : IsSameHost(options.SiteBase, address) || (IsArxiv(options.SiteBase) && IsArxiv(address));

    private static bool IsSameHost(Uri known, Uri address) => known.Scheme == address.Scheme && known.IdnHost == address.IdnHost && known.Port == address.Port;

    // Pages redirect among arXiv's own hosts (www.arxiv.org to arxiv.org).
    private static bool IsArxiv(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && $".{address.IdnHost}".EndsWith(".arxiv.org", StringComparison.Ordinal);
}

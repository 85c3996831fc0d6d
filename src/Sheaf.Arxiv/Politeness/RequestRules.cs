namespace Sheaf.Arxiv.Politeness;

/// <summary>What may be asked at all. A request that breaks a rule is a fault of the program, not of arXiv, and never leaves it.</summary>
internal static class RequestRules
{
    /// <exception cref="InvalidOperationException">The request has no kind, goes elsewhere than its kind may, or to a page closed to
    /// robots.</exception>
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

    private static bool IsSameHost(Uri known, Uri address) =>
        known.Scheme == address.Scheme && known.IdnHost == address.IdnHost && known.Port == address.Port;

    // Pages redirect among arXiv's own hosts (www.arxiv.org to arxiv.org).
    private static bool IsArxiv(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && $".{address.IdnHost}".EndsWith(".arxiv.org", StringComparison.Ordinal);
}

/// <summary>
/// The robots.txt rules of arXiv's hosts as of 2026-06-26 (field guide 5.10), built in: a client whose pages are known in advance need not
/// ask for the rules at every start. They hold for pages; the query API and OAI-PMH are offered to programs and have rules of their own.
/// </summary>
internal static class RobotsRules
{
    private static readonly string[] Allowed = ["/archive", "/year", "/list", "/abs", "/pdf", "/html", "/catchup"];

    private static readonly string[] Disallowed =
    [
        "/user", "/e-print", "/src", "/ps", "/dvi", "/cookies", "/form", "/find", "/view", "/ftp", "/refs", "/cits", "/format", "/PS_cache",
        "/Stats", "/seek-and-destroy", "/IgnoreMe", "/oai2", "/auth", "/tb", "/tb-recent", "/trackback", "/prevnext", "/ct", "/api",
        "/search",
        "/set_author_id", "/show-email",
    ];

    /// <summary>
    /// Whether a program may read the page. A rule is the beginning of a path; the longest that fits decides, and no rule allows.
    /// </summary>
    public static bool Allows(Uri address)
    {
        // export.arxiv.org closes itself to robots altogether, although it serves the API.
        if (address.IdnHost == "export.arxiv.org")
        {
            return false;
        }

        return LongestFit(Allowed, address.AbsolutePath) >= LongestFit(Disallowed, address.AbsolutePath);
    }

    private static int LongestFit(string[] rules, string path) =>
        rules.Where(rule => path.StartsWith(rule, StringComparison.Ordinal)).Select(rule => rule.Length).DefaultIfEmpty().Max();
}

/// <summary>
/// What arXiv counts together when it limits requests. Kinds are spaced separately; the one connection is shared (field guide 2.7, 5.10).
/// </summary>
public enum RequestKind
{
    /// <summary>The query API, OAI-PMH and the daily feeds: one limit for the three.</summary>
    Api,

    /// <summary>Pages of arxiv.org, under its robots.txt.</summary>
    Page,
}

/// <summary>What a request to arXiv carries along for the handlers below its client.</summary>
internal static class ArxivRequest
{
    public static readonly HttpRequestOptionsKey<RequestKind> Kind = new("Sheaf.RequestKind");
}

using Microsoft.AspNetCore.Http;

namespace Sheaf.Desk;

/// <summary>
/// Whether a request that changes something was sent from our own pages. Browsers say so themselves: with Sec-Fetch-Site, older ones with
/// Origin, and no page can forge either. A program that sends neither must hold the token.
/// </summary>
internal static class OriginRules
{
    public static bool Allow(HttpRequest request, bool holdsToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        return site.Count > 0 ? site is ["same-origin" or "none"]
            : origin.Count > 0 ? origin is [{ } from] && IsOurs(from, request)
            : holdsToken;
    }

    private static bool IsOurs(string origin, HttpRequest request) =>
        origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}

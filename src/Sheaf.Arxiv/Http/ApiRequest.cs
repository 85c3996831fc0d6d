using System.Net;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Http;

/// <summary>A request of the kind <see cref="RequestKind.Api"/>, followed through its redirects.</summary>
internal static class ApiRequest
{
    private const int MostRedirects = 2;

    /// <summary>Asks and hands the final response, with the address it came from, to <paramref name="read"/>.</summary>
    /// <exception cref="ArxivFormatException">The redirects lead elsewhere, or do not end.</exception>
    public static async Task<T> AskAsync<T>(HttpClient http, Uri address, Func<HttpResponseMessage, Uri, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Options.Set(ArxivRequest.Kind, RequestKind.Api);
            using var response = await http.SendAsync(request, cancellationToken);
            if (ApiResponse.RedirectOf(response, address) is not { } target)
            {
                return await read(response, address, cancellationToken);
            }

            address = redirects < MostRedirects
                ? target
                : throw new ArxivFormatException("status", address, $"more than {MostRedirects} redirects, the last to {target}");
        }
    }
}

/// <summary>What the status of a response means, by which the query API and OAI-PMH are at one (field guide 2.5, 3.3).</summary>
internal static class ApiResponse
{
    private const int SnippetBytes = 300;

    /// <summary>Where a redirect leads; null for any other response. Sheaf follows only to the place it was told to ask.</summary>
    /// <exception cref="ArxivFormatException">The redirect leads nowhere, or to another scheme, host or port.</exception>
    public static Uri? RedirectOf(HttpResponseMessage response, Uri address)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            return null;
        }

        var target = response.Headers.Location is { } location && Uri.TryCreate(address, location, out var whole) ? whole : null;
        return target is not null && Uri.Compare(target, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? target
            : throw new ArxivFormatException("status", address, $"a redirect to {target?.ToString() ?? "nowhere"}, which is not followed");
    }

    /// <summary>Whether a later request may succeed.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.NotAcceptable or HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>The failure that a response with a passing status is.</summary>
    public static ArxivUnavailableException Unavailable(HttpResponseMessage response, Uri address, byte[] body) =>
        new($"arXiv answered {Describe(response, body)} to {address}.") { NotBefore = RetryAfter.Moment(response) };

    /// <summary>Status and the beginning of the body, on one line.</summary>
    public static string Describe(HttpResponseMessage response, byte[] body)
    {
        var snippet = MetadataText.OneLine(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, SnippetBytes))));
        return $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + (snippet.Length > 0 ? $" ('{snippet}')" : "");
    }
}

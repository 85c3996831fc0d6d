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

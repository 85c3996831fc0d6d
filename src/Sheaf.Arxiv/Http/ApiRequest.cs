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
    public static Task<T> AskAsync<T>(
        HttpClient http, Uri address, Func<HttpResponseMessage, Uri, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken) =>
        Redirect.FollowAsync(
            address, asked => SendAsync(http, asked, cancellationToken), Next, (response, from) => read(response, from, cancellationToken));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(ArxivRequest.Kind, RequestKind.Api);

        // The gate has read the body when it hands the response over: to read it once more, into one piece, would cost megabytes.
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.Content is not BodyInMemory)
        {
            await response.Content.LoadIntoBufferAsync(PolitenessHandler.LongestBody, cancellationToken);
        }

        return response;
    }

    /// <summary>Sheaf follows only to the place it was told to ask.</summary>
    private static Uri Next(Redirect redirect)
    {
        if (redirect.To is not { } to || !IsSamePlace(to, redirect.From))
        {
            throw Refused(redirect, $"a redirect to {redirect.To?.ToString() ?? "nowhere"}, which is not followed");
        }

        return redirect.Before < MostRedirects ? to : throw Refused(redirect, $"more than {MostRedirects} redirects, the last to {to}");
    }

    private static ArxivFormatException Refused(Redirect redirect, string why) => new("status", redirect.From, why);

    private static bool IsSamePlace(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}

/// <summary>A redirect that a request met. Each try of each address passes the gate, so it is no handler that follows them.</summary>
/// <param name="From">The address asked.</param>
/// <param name="Location">What the response says of where to go; null where it says nothing.</param>
/// <param name="Before">How many redirects have been followed on the way to <paramref name="From"/>.</param>
internal sealed record Redirect(Uri From, Uri? Location, int Before)
{
    /// <summary>Where it leads; null where that is nowhere.</summary>
    public Uri? To => Location is not null && Uri.TryCreate(From, Location, out var whole) ? whole : null;

    /// <summary>Asks, and asks again where redirects lead.</summary>
    /// <param name="address">Where to begin.</param>
    /// <param name="ask">Sends one request.</param>
    /// <param name="next">The address to ask next; throws where the redirect is not to be followed.</param>
    /// <param name="read">Reads the final response, which came from the address.</param>
    public static async Task<T> FollowAsync<T>(
        Uri address, Func<Uri, Task<HttpResponseMessage>> ask, Func<Redirect, Uri> next, Func<HttpResponseMessage, Uri, Task<T>> read)
    {
        for (var followed = 0; ; followed++)
        {
            using var response = await ask(address);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await read(response, address);
            }

            address = next(new Redirect(address, response.Headers.Location, followed));
        }
    }
}

/// <summary>What the status of a response means, by which the query API and OAI-PMH are at one (field guide 2.5, 3.3).</summary>
internal static class ApiResponse
{
    private const int SnippetBytes = 300;

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

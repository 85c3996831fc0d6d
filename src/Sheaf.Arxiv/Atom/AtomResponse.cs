using System.Net;
using System.Text;

namespace Sheaf.Arxiv.Atom;

/// <summary>What the status of a response means (field guide 2.5).</summary>
internal static class AtomResponse
{
    private const int SnippetBytes = 300;

    /// <summary>Reads the answer out of the final response of a request, or says by an exception why there is none.</summary>
    public static async Task<AtomAnswer> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new ArxivForbiddenException(address);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return AtomParser.Parse(new MemoryStream(body), address);
        }

        throw ErrorFeed(body, address) ?? (Exception)(IsPassing(response.StatusCode) ? Unavailable(response, address, body) : Unexpected(response, address, body));
    }

    /// <summary>Where a redirect leads; null for any other response. Sheaf follows only to the place it was told to ask.</summary>
    /// <exception cref="ArxivFormatException">The redirect leads nowhere, or to another scheme, host or port.</exception>
    public static Uri? RedirectOf(HttpResponseMessage response, Uri address)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            return null;
        }

        var target = response.Headers.Location is { } location ? new Uri(address, location) : null;
        return target is not null && Uri.Compare(target, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? target
            : throw new ArxivFormatException("status", address, $"a redirect to {target?.ToString() ?? "nowhere"}, which is not followed");
    }

    private static AtomErrorException? ErrorFeed(byte[] body, Uri address)
    {
        try
        {
            AtomParser.Parse(new MemoryStream(body), address);
            return null;
        }
        catch (AtomErrorException error)
        {
            return error;
        }
        catch (Exception exception) when (exception is ArxivFormatException or ArxivUnavailableException)
        {
            return null;
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.NotAcceptable or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private static ArxivUnavailableException Unavailable(HttpResponseMessage response, Uri address, byte[] body)
    {
        var after = response.Headers.RetryAfter;
        return new ArxivUnavailableException($"arXiv answered {Describe(response, body)} to {address}.")
        {
            NotBefore = after?.Date ?? response.Headers.Date + after?.Delta,
        };
    }

    private static ArxivFormatException Unexpected(HttpResponseMessage response, Uri address, byte[] body)
    {
        var described = Describe(response, body);
        return described.Contains("Request Line is too large", StringComparison.OrdinalIgnoreCase)
            ? new("request line", address, $"{described}. It takes fewer identifiers at a time: lower Arxiv:BatchSize")
            : new("status", address, described);
    }

    private static string Describe(HttpResponseMessage response, byte[] body)
    {
        var snippet = AtomText.OneLine(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, SnippetBytes))));
        return $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + (snippet.Length > 0 ? $" ('{snippet}')" : "");
    }
}

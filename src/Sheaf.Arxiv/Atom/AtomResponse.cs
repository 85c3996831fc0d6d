using System.Net;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Atom;

/// <summary>What the status of a response means (field guide 2.5).</summary>
internal static class AtomResponse
{
    /// <summary>Reads the answer out of the final response of a request, or says by an exception why there is none.</summary>
    public static async Task<AtomAnswer> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new ArxivForbiddenException(address);
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            return WebPage.Is(response.Content)
                ? throw WebPage.Instead(address)
                : AtomParser.Parse(await response.Content.ReadAsStreamAsync(cancellationToken), address);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        throw ErrorFeed(body, address)
            ?? (Exception)(ApiResponse.IsPassing(response.StatusCode)
                ? ApiResponse.Unavailable(response, address, body)
                : Unexpected(response, address, body));
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

    private static ArxivFormatException Unexpected(HttpResponseMessage response, Uri address, byte[] body)
    {
        var described = ApiResponse.Describe(response, body);
        return described.Contains("Request Line is too large", StringComparison.OrdinalIgnoreCase)
            ? new("request line", address, $"{described}. It takes fewer identifiers at a time: lower Arxiv:BatchSize")
            : new("status", address, described);
    }
}

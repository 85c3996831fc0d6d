using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// Asks arXiv for abstract pages, and for nothing else: paths below <c>/abs/</c> are all it ever requests.
/// <see cref="ArxivServices.AddArxiv"/> makes it.
/// </summary>
public sealed class AbstractPageClient
{
    private const int MostRedirects = 3;

    private readonly HttpClient _http;
    private readonly PageAddresses _addresses;

    /// <param name="http">
    /// One whose handlers wait for their turn at the gate, try again and read the body, and do not follow redirects: there is no way to
    /// arXiv around them, so nobody else can make a client.
    /// </param>
    /// <param name="options">Where the site is.</param>
    internal AbstractPageClient(HttpClient http, IOptions<ArxivOptions> options) =>
        (_http, _addresses) = (http, new(options.Value.SiteBase));

    /// <summary>The page of the most recent version: <c>{SiteBase}abs/{identifier}</c>.</summary>
    public Uri AddressOf(ArxivIdentifier identifier) => _addresses.Of(identifier);

    /// <summary>Asks for the page of the most recent version.</summary>
    /// <param name="identifier">The e-print.</param>
    /// <param name="lastModified">
    /// The <c>Last-Modified</c> header of the page when it was last read, or null: then the page comes in any case.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivFormatException">The answer is not the abstract page of this e-print, or not of a known shape.</exception>
    /// <exception cref="ArxivForbiddenException">403.</exception>
    /// <exception cref="ArxivUnavailableException">arXiv did not answer or refuses for now, after all tries.</exception>
    public Task<PageAnswer> GetAsync(ArxivIdentifier identifier, string? lastModified, CancellationToken cancellationToken) =>
        GetAsync(new Asked(new(identifier, null), AddressOf(identifier), lastModified), cancellationToken);

    /// <summary>
    /// Asks for the page of one version, <c>{SiteBase}abs/{identifier}v{version}</c>: its title, abstract and authors are as they were in
    /// that version. <see cref="PageAnswer.NotFound"/> also where there is no such version.
    /// </summary>
    /// <param name="identifier">The e-print.</param>
    /// <param name="version">From 1.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivFormatException">The answer is not the page of this version, or not of a known shape.</exception>
    /// <exception cref="ArxivForbiddenException">403.</exception>
    /// <exception cref="ArxivUnavailableException">arXiv did not answer or refuses for now, after all tries.</exception>
    public Task<PageAnswer> GetVersionAsync(ArxivIdentifier identifier, int version, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var reference = new EprintReference(identifier, version);
        return GetAsync(new Asked(reference, _addresses.Of(reference), LastModified: null), cancellationToken);
    }

    private Task<PageAnswer> GetAsync(Asked asked, CancellationToken cancellationToken) => Redirect.FollowAsync(
        asked.Address,
        address => SendAsync(address, asked.LastModified, cancellationToken),
        redirect => redirect.Before < MostRedirects
            ? _addresses.Following(redirect)
            : throw new ArxivFormatException("redirect", redirect.From, $"the answer after {MostRedirects} redirects is one more"),
        (response, address) => ReadAsync(response, asked with { Address = address }, cancellationToken));

    private async Task<HttpResponseMessage> SendAsync(Uri address, string? lastModified, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(ArxivRequest.Kind, RequestKind.Page);

        // Given back letter for letter, as HTTP advises; a text that is no date (a damaged store) is not sent, and the page comes whole.
        if (DateTimeOffset.TryParse(lastModified, CultureInfo.InvariantCulture, out _))
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            throw new ArxivUnavailableException($"arXiv did not answer {address}: {broken.Message}", broken);
        }
    }

    private static async Task<PageAnswer> ReadAsync(HttpResponseMessage response, Asked asked, CancellationToken cancellationToken)
    {
        switch ((int)response.StatusCode)
        {
            case 200:
                return Found(await TextAsync(response, cancellationToken), LastModified(response), asked);
            case 304 when asked.LastModified is not null:
                return new PageAnswer.Unchanged();
            case 403:
                throw new ArxivForbiddenException(asked.Address);
            case 404:
                return new PageAnswer.NotFound(ErrorPage.Heading(await TextAsync(response, cancellationToken), asked.Address));
            case 410:
                return new PageAnswer.Deleted(ErrorPage.Explanation(await TextAsync(response, cancellationToken), asked.Address));
            case 406 or 429 or >= 500:
                throw Unavailable(response, asked.Address);
            case var status:
                throw new ArxivFormatException("status", asked.Address, $"{status} {response.ReasonPhrase}");
        }
    }

    private static PageAnswer.Found Found(string html, string? lastModified, Asked asked)
    {
        var record = AbstractPageParser.Parse(html, asked.Address);
        return record.Identifier != asked.Reference.Identifier
            ? throw new ArxivFormatException("identifier", asked.Address, $"the page is about {record.Identifier}")
            : asked.Reference.Version is { } version && record.Version != version
                ? throw new ArxivFormatException("version", asked.Address, $"the page is about version {record.Version}")
                : new(record, lastModified);
    }

    // arXiv's pages are UTF-8 whatever a header in between may say.
    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));

    private static string? LastModified(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var values) ? values.ToString() : null;

    private static ArxivUnavailableException Unavailable(HttpResponseMessage response, Uri address) =>
        new(
            $"arXiv answered {(int)response.StatusCode} to {address} until all tries were used up.")
        {
            NotBefore = RetryAfter.Moment(response),
        };

    private sealed record Asked(EprintReference Reference, Uri Address, string? LastModified);
}

/// <summary>What arXiv said when it was asked for an abstract page.</summary>
public abstract record PageAnswer
{
    private PageAnswer()
    {
    }

    /// <summary>The page was read.</summary>
    /// <param name="Record">All that the page says.</param>
    /// <param name="LastModified">The header of that name, letter for letter, for the next request; null where there was none.</param>
    public sealed record Found(EprintRecord Record, string? LastModified) : PageAnswer;

    /// <summary>304: the page is still as it was when it was last read.</summary>
    public sealed record Unchanged : PageAnswer;

    /// <summary>404: there is no such e-print.</summary>
    /// <param name="Reason">arXiv's own words, one line.</param>
    public sealed record NotFound(string Reason) : PageAnswer;

    /// <summary>410: there was such an e-print, and arXiv has deleted it (field guide 1.3).</summary>
    /// <param name="Reason">arXiv's own words, one line.</param>
    public sealed record Deleted(string Reason) : PageAnswer;
}

/// <summary>The page arXiv sends for an e-print that is not there (field guide 1.3).</summary>
internal static class ErrorPage
{
    private const int LongestReason = 200;

    /// <summary>Its heading, else its title, else "not found"; one line.</summary>
    internal static string Heading(string html, Uri address)
    {
        using var document = PageMarkup.Parse(html, address);
        return Reason(First(document.Body, "h1")) ?? Reason(document.Title) ?? "not found";
    }

    /// <summary>The sentence in bold below the heading, which says that and why an e-print was deleted; else the heading.</summary>
    internal static string Explanation(string html, Uri address)
    {
        using var document = PageMarkup.Parse(html, address);
        var heading = First(document.Body, "h1");
        return Reason(First(heading?.Parent, "b")) ?? Reason(heading) ?? Reason(document.Title) ?? "deleted";
    }

    private static INode? First(INode? root, string name) =>
        root?.GetDescendants().OfType<IElement>().FirstOrDefault(element => element.LocalName == name);

    private static string? Reason(INode? part) => part is null ? null : Reason(PageText.Line(part));

    private static string? Reason(string? text)
    {
        var line = PageText.Collapse(text ?? "");
        return line.Length == 0 ? null : line.Length <= LongestReason ? line : line[..(LongestReason - 1)].TrimEnd() + "…";
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// Asks arXiv for single records and lists of them over OAI-PMH (field guide 3). <see cref="ArxivServices.AddArxiv"/> makes it, over the
/// handlers that space, retry and introduce every request: each made here may wait for its turn. The methods that ask throw
/// <see cref="OaiErrorException"/> when arXiv refuses the request, <see cref="ArxivUnavailableException"/> when it could not answer,
/// <see cref="ArxivForbiddenException"/> on 403 and <see cref="ArxivFormatException"/> when the answer is not what the protocol promises.
/// </summary>
public sealed class OaiClient
{
    private static readonly OaiFormat[] MostTellingFirst = [OaiFormat.ArxivRaw, OaiFormat.Arxiv, OaiFormat.DublinCore];

    private readonly HttpClient _http;
    private readonly IOptions<ArxivOptions> _options;

    /// <param name="http">One whose requests pass the gate: there is no way to arXiv around it, so nobody else can make a client.</param>
    /// <param name="options">Where the interface is.</param>
    internal OaiClient(HttpClient http, IOptions<ArxivOptions> options) => (_http, _options) = (http, options);

    /// <summary>Asks for the record in one format.</summary>
    public async Task<OaiAnswer> GetAsync(ArxivIdentifier identifier, OaiFormat format, CancellationToken cancellationToken)
    {
        var address = OaiAddress.Of(_options.Value.OaiBase, identifier, format);
        var answer = await ApiRequest.AskAsync(_http, address, Reading(OaiParser.Parse), cancellationToken);
        return answer is OaiAnswer.Found { Record.Identifier: var other } && other != identifier
            ? throw new ArxivFormatException("identifier", address, $"the record is of {other}")
            : answer;
    }

    /// <summary>
    /// Asks for the record in the most telling format it is to be had in: one request, and a further one only for each format that is
    /// not available. <see cref="OaiAnswer.FormatNotAvailable"/> where none is.
    /// </summary>
    public async Task<OaiAnswer> GetAsync(ArxivIdentifier identifier, CancellationToken cancellationToken)
    {
        foreach (var format in MostTellingFirst[..^1])
        {
            if (await GetAsync(identifier, format, cancellationToken) is var answer and not OaiAnswer.FormatNotAvailable)
            {
                return answer;
            }
        }

        return await GetAsync(identifier, MostTellingFirst[^1], cancellationToken);
    }

    /// <summary>
    /// The pages of a list, each asked for when it is wanted. A token that has expired does not end it: it is begun anew from the day
    /// before the latest datestamp seen, so that some records come twice. Records that change meanwhile come again at the end.
    /// </summary>
    /// <param name="list">What to list.</param>
    /// <param name="resume">The <see cref="OaiPage.Next"/> of the last page that was kept, also in an earlier run; null: from the
    /// beginning.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    public IAsyncEnumerable<OaiPage> ListAsync(OaiList list, OaiPosition? resume, CancellationToken cancellationToken) =>
        new OaiListReader(list, AskForPageAsync).ReadAsync(resume, cancellationToken);

    private Task<OaiPage> AskForPageAsync(OaiList list, OaiPosition position, CancellationToken cancellationToken)
    {
        var address = position.Token is { } token ? OaiAddress.Of(_options.Value.OaiBase, token)
            : OaiAddress.Of(
                _options.Value.OaiBase, position.Datestamp is { } day ? list with { From = Later(list.From, day.AddDays(-1)) } : list);
        return ApiRequest.AskAsync(_http, address, Reading(OaiListParser.Parse), cancellationToken);
    }

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static Func<HttpResponseMessage, Uri, CancellationToken, Task<T>> Reading<T>(Func<Stream, Uri, T> parse) =>
        async (response, address, cancellationToken) =>
        {
            if (response.StatusCode == HttpStatusCode.Forbidden)
            {
                throw new ArxivForbiddenException(address);
            }

            if (response.StatusCode == HttpStatusCode.OK)
            {
                return WebPage.Is(response.Content)
                    ? throw WebPage.Instead(address)
                    : parse(await response.Content.ReadAsStreamAsync(cancellationToken), address);
            }

            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return ApiResponse.IsPassing(response.StatusCode)
                ? throw ApiResponse.Unavailable(response, address, body)
                : throw new ArxivFormatException("status", address, ApiResponse.Describe(response, body));
        };
}

/// <summary>The addresses of requests over OAI-PMH.</summary>
internal static class OaiAddress
{
    /// <summary>One record. Colons and slashes may stand in a query as they are.</summary>
    public static Uri Of(Uri oai, ArxivIdentifier identifier, OaiFormat format) =>
        new($"{oai}?verb=GetRecord&identifier={OaiHeader.Scheme}{identifier}&metadataPrefix={PrefixOf(format)}");

    /// <summary>The first page of a list.</summary>
    public static Uri Of(Uri oai, OaiList list)
    {
        var address = new StringBuilder($"{oai}?verb=ListRecords&metadataPrefix={PrefixOf(list.Format)}");
        Append("set", list.Set is null ? null : Uri.EscapeDataString(list.Set));
        Append("from", Day(list.From));
        Append("until", Day(list.Until));
        return new(address.ToString());

        void Append(string name, string? value) => address.Append(value is null ? "" : $"&{name}={value}");
    }

    /// <summary>
    /// A further page. A token goes alone with its verb, and as it is: what it means is arXiv's business (field guide 3.3).
    /// </summary>
    public static Uri Of(Uri oai, string token) => new($"{oai}?verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PrefixOf(OaiFormat format) => format switch
    {
        OaiFormat.ArxivRaw => "arXivRaw",
        OaiFormat.Arxiv => "arXiv",
        OaiFormat.DublinCore => "oai_dc",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of arXiv's."),
    };
}

using System.Net;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Answers;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// Asks arXiv for single records over OAI-PMH (field guide 3). Spacing, retries and headers are the work of the handlers below
/// <paramref name="http"/>, so every request made here may wait for its turn. The methods that ask throw
/// <see cref="OaiErrorException"/> when arXiv refuses the request, <see cref="ArxivUnavailableException"/> when it could not answer,
/// <see cref="ArxivForbiddenException"/> on 403 and <see cref="ArxivFormatException"/> when the answer is not what the protocol promises.
/// </summary>
public sealed class OaiClient(HttpClient http, IOptions<ArxivOptions> options)
{
    private static readonly OaiFormat[] MostTellingFirst = [OaiFormat.ArxivRaw, OaiFormat.Arxiv, OaiFormat.DublinCore];

    /// <summary>Asks for the record in one format.</summary>
    public async Task<OaiAnswer> GetAsync(ArxivIdentifier identifier, OaiFormat format, CancellationToken cancellationToken)
    {
        var address = AddressOf(identifier, format);
        var answer = await ApiRequest.AskAsync(http, address, ReadAsync, cancellationToken);
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

    // Colons and slashes may stand in a query as they are.
    private Uri AddressOf(ArxivIdentifier identifier, OaiFormat format) =>
        new($"{options.Value.OaiBase}?verb=GetRecord&identifier={OaiHeader.Scheme}{identifier}&metadataPrefix={PrefixOf(format)}");

    private static string PrefixOf(OaiFormat format) => format switch
    {
        OaiFormat.ArxivRaw => "arXivRaw",
        OaiFormat.Arxiv => "arXiv",
        OaiFormat.DublinCore => "oai_dc",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of arXiv's."),
    };

    private static async Task<OaiAnswer> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new ArxivForbiddenException(address);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.OK ? OaiParser.Parse(new MemoryStream(body), address)
            : ApiResponse.IsPassing(response.StatusCode) ? throw ApiResponse.Unavailable(response, address, body)
            : throw new ArxivFormatException("status", address, ApiResponse.Describe(response, body));
    }
}

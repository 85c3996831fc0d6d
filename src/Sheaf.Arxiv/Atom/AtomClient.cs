using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Atom;

/// <summary>
/// Asks arXiv's query API. <see cref="ArxivServices.AddArxiv"/> makes it, over the handlers that space, retry and introduce every request:
/// each made here may wait for its turn. The methods that ask throw <see cref="AtomErrorException"/> when arXiv refuses the request,
/// <see cref="ArxivUnavailableException"/> when it could not answer, <see cref="ArxivForbiddenException"/> on 403 and
/// <see cref="ArxivFormatException"/> when the answer is not what the API promises.
/// </summary>
public sealed class AtomClient
{
    /// <summary>arXiv hands out the first 10,000 results of a search; asking beyond is answered with 500 (field guide 2.5).</summary>
    public const int SearchWindow = 10_000;

    private readonly HttpClient _http;
    private readonly IOptions<ArxivOptions> _options;

    /// <param name="http">One whose requests pass the gate: there is no way to arXiv around it, so nobody else can make a client.</param>
    /// <param name="options">Where the API is.</param>
    internal AtomClient(HttpClient http, IOptions<ArxivOptions> options) => (_http, _options) = (http, options);

    private Uri Api => _options.Value.ApiBase;

    /// <summary>Asks for the most recent version of each e-print, in one request.</summary>
    /// <exception cref="ArgumentException">No identifiers, or more than fit into one request: see <see cref="Batches"/>.</exception>
    public Task<AtomAnswer> GetAsync(IReadOnlyCollection<ArxivIdentifier> identifiers, CancellationToken cancellationToken) =>
        Batches(identifiers) is [var batch]
            ? AskAsync(AtomAddress.Of(Api, batch), cancellationToken)
            : throw new ArgumentException($"{identifiers.Count} identifiers do not make one request.", nameof(identifiers));

    /// <summary>
    /// Parts the identifiers so that each part makes one request: no more than <see cref="ArxivOptions.BatchSize"/>, and a request line
    /// under 4,000 bytes. The order is kept; what occurs twice is asked for once.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ArxivIdentifier>> Batches(IEnumerable<ArxivIdentifier> identifiers)
    {
        var batches = new List<List<ArxivIdentifier>>();
        var room = 0;
        foreach (var identifier in identifiers.Distinct())
        {
            var length = identifier.ToString().Length + ",".Length;
            if (batches is [] || batches[^1].Count == _options.Value.BatchSize || length > room)
            {
                batches.Add([]);
                room = AtomAddress.RoomForIdentifiers(Api);
            }

            batches[^1].Add(identifier);
            room -= length;
        }

        return batches;
    }

    /// <summary>
    /// The pages of a search, each asked for when it is wanted. An empty or short page before the end, an old fault of arXiv's, is asked
    /// for once more.
    /// </summary>
    /// <exception cref="ArgumentException">The search is too long for one request.</exception>
    /// <exception cref="SearchTooWideException">More is wanted than arXiv hands out of one search.</exception>
    /// <exception cref="ArxivUnavailableException">A page stayed incomplete.</exception>
    public async IAsyncEnumerable<AtomAnswer> SearchAsync(AtomQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = 0;
        var total = 0;
        do
        {
            var count = Math.Min(query.PageSize, SearchWindow - start);
            if (count == 0)
            {
                throw new SearchTooWideException(query.Expression, total);
            }

            var asked = new PageAsked(start, count, total);
            var page = await GetPageAsync(AtomAddress.Of(Api, query, start, count), asked, cancellationToken);
            total = page.TotalResults;
            yield return page;
            start += count;
        }
        while (start < total);
    }

    /// <summary>
    /// One page of a search, as arXiv answers it: it may be short, empty or another one than was asked for (field guide 2.5), which is for
    /// the caller to find out.
    /// </summary>
    /// <param name="query">The search; its page size is not looked at.</param>
    /// <param name="start">Results before the page.</param>
    /// <param name="count">Results on the page at most. With <paramref name="start"/> no more than <see cref="SearchWindow"/>.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    /// <param name="before">
    /// What comes before records are made of the answer, which waits in memory meanwhile, so that those of two pages need not be there at
    /// once; null: nothing.
    /// </param>
    /// <exception cref="ArgumentException">The search is too long for one request.</exception>
    public Task<AtomAnswer> SearchPageAsync(
        AtomQuery query, int start, int count, CancellationToken cancellationToken, Task? before = null) =>
        ApiRequest.AskAsync(
            _http, Checked(AtomAddress.Of(Api, query, start, count)), async (response, address, stop) =>
            {
                await (before ?? Task.CompletedTask).WaitAsync(stop);
                return await AtomResponse.ReadAsync(response, address, stop);
            }, cancellationToken);

    private static Uri Checked(Uri address) => AtomAddress.RequestLine(address) < AtomAddress.LongestRequestLine
        ? address
        : throw new ArgumentException("The search is too long for one request of under 4,000 bytes.");

    private async Task<AtomAnswer> GetPageAsync(Uri address, PageAsked asked, CancellationToken cancellationToken)
    {
        var page = await AskAsync(Checked(address), cancellationToken);
        page = asked.IsAnsweredBy(page) ? page : await AskAsync(address, cancellationToken);
        return asked.IsAnsweredBy(page)
            ? page
            : throw new ArxivUnavailableException(
                $"arXiv answered {address} twice with a page that is not whole: {page.EntryCount} entries from {page.StartIndex} on, of "
                + $"{page.TotalResults}.");
    }

    private Task<AtomAnswer> AskAsync(Uri address, CancellationToken cancellationToken) =>
        ApiRequest.AskAsync(_http, address, AtomResponse.ReadAsync, cancellationToken);

    /// <summary>A page asked for, and the results known to exist from the page before it.</summary>
    private readonly record struct PageAsked(int Start, int Count, int Known)
    {
        public bool IsAnsweredBy(AtomAnswer page) =>
            page.StartIndex == Start
            && page.EntryCount >= Math.Min(Count, page.TotalResults - Start)
            && (page.TotalResults > 0 || Known == 0);
    }
}

/// <summary>The addresses of requests to the query API, and how long they may be.</summary>
internal static class AtomAddress
{
    /// <summary>
    /// Bytes the request line must stay under. arXiv takes 4,094 and answers a longer one with 400 (field guide 2.5); commas and slashes
    /// go unescaped for that reason.
    /// </summary>
    public const int LongestRequestLine = 4000;

    /// <summary>
    /// The identifiers asked for. <c>max_results</c> is always sent, as without it arXiv cuts the answer to ten in silence (field guide
    /// 2.4).
    /// </summary>
    public static Uri Of(Uri api, IReadOnlyCollection<ArxivIdentifier> identifiers) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{api.AbsoluteUri}?id_list={string.Join(',', identifiers)}&max_results={identifiers.Count}"));

    /// <summary>One page of a search.</summary>
    public static Uri Of(Uri api, AtomQuery query, int start, int count) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{api.AbsoluteUri}?search_query={Uri.EscapeDataString(query.Expression)}&start={start}&max_results={count}&sortBy="
        + $"{Name(query.SortBy)}&sortOrder={(query.Ascending ? "ascending" : "descending")}"));

    /// <summary>Bytes of the request line: an address is ASCII once it is escaped.</summary>
    public static int RequestLine(Uri address) => "GET ".Length + address.PathAndQuery.Length + " HTTP/1.1".Length;

    /// <summary>Bytes that a request leaves to its identifiers, each with a comma.</summary>
    public static int RoomForIdentifiers(Uri api) => LongestRequestLine - RequestLine(Of(api, [])) - "1000".Length;

    private static string Name(AtomSort sort) => sort switch
    {
        AtomSort.SubmittedDate => "submittedDate",
        AtomSort.LastUpdatedDate => "lastUpdatedDate",
        _ => "relevance",
    };
}

/// <summary>A search matches more than the query API hands out. Ask for less at a time, such as fewer days (field guide 2.5).</summary>
/// <param name="expression">The search.</param>
/// <param name="totalResults">How many e-prints it matches.</param>
public sealed class SearchTooWideException(string expression, int totalResults)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"The search '{expression}' matches {totalResults} e-prints, and arXiv hands out the first {AtomClient.SearchWindow} only. Ask "
        + $"for less at a time."))
{
    public string Expression { get; } = expression;

    public int TotalResults { get; } = totalResults;
}

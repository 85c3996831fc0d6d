using System.Globalization;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Atom;

/// <summary>The addresses of requests to the query API, and how long they may be.</summary>
internal static class AtomAddress
{
    /// <summary>
    /// Bytes the request line must stay under. arXiv takes 4,094 and answers a longer one with 400 (field guide 2.5); commas and slashes
    /// go unescaped for that reason.
    /// </summary>
    public const int LongestRequestLine = 4000;

    /// <summary>
    /// The identifiers asked for. <c>max_results</c> is always sent, as without it arXiv cuts the answer to ten in silence (field guide 2.4).
    /// </summary>
    public static Uri Of(Uri api, IReadOnlyCollection<ArxivIdentifier> identifiers) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{api.AbsoluteUri}?id_list={string.Join(',', identifiers)}&max_results={identifiers.Count}"));

    /// <summary>One page of a search.</summary>
    public static Uri Of(Uri api, AtomQuery query, int start, int count) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{api.AbsoluteUri}?search_query={Uri.EscapeDataString(query.Expression)}&start={start}&max_results={count}&sortBy={Name(query.SortBy)}&sortOrder={(query.Ascending ? "ascending" : "descending")}"));

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

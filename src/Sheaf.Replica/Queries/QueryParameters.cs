using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.Queries;

/// <summary>The parameters of a query, checked as arXiv checks them.</summary>
internal sealed partial record QueryParameters
{
    // The window of arXiv's search engine (field guide 2.5); the manual's other figures do not hold.
    private const int Window = 10_000;
    private const int DefaultMaxResults = 10;

    private static readonly string[] s_sortKeys = ["relevance", "lastUpdatedDate", "submittedDate"];
    private static readonly string[] s_sortOrders = ["ascending", "descending"];

    public required string SearchQuery { get; init; }

    public required string IdList { get; init; }

    public required int Start { get; init; }

    public required int MaxResults { get; init; }

    public required string SortBy { get; init; }

    public required bool Ascending { get; init; }

    /// <summary>The ids asked for, as sent: arXiv neither trims nor repairs them (field guide 2.4).</summary>
    public IReadOnlyList<string> Ids => IdList.Length == 0 ? [] : IdList.Split(',');

    /// <exception cref="QueryRefusedException">arXiv would not answer this.</exception>
    public static QueryParameters Of(IReadOnlyDictionary<string, string> query)
    {
        var parameters = new QueryParameters
        {
            SearchQuery = WithPairedQuotes(query.GetValueOrDefault("search_query", "")),
            IdList = query.GetValueOrDefault("id_list", ""),
            Start = Number(query, "start", 0),
            MaxResults = Number(query, "max_results", DefaultMaxResults),
            SortBy = OneOf(query, "sortBy", s_sortKeys, "relevance"),
            Ascending = OneOf(query, "sortOrder", s_sortOrders, "descending") == "ascending",
        };
        if (parameters.SearchQuery.Length == 0 && parameters.IdList.Length == 0)
        {
            throw QueryRefusedException.NothingAsked();
        }

        if (parameters.Ids.FirstOrDefault(id => !LooksLikeId(id)) is { } odd)
        {
            throw QueryRefusedException.Named($"incorrect id format for {odd}");
        }

        // Asking for nothing divides by zero over there.
        return parameters.MaxResults == 0 || (long)parameters.Start + parameters.MaxResults > Window
            ? throw QueryRefusedException.Breakdown()
            : parameters;
    }

    // A quotation mark without its partner is dropped, and all others with it.
    private static string WithPairedQuotes(string query) =>
        query.Count(character => character == '"') % 2 == 0 ? query : query.Replace("\"", "", StringComparison.Ordinal);

    private static int Number(IReadOnlyDictionary<string, string> query, string name, int absent)
    {
        if (!query.TryGetValue(name, out var text))
        {
            return absent;
        }

        if (!long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            throw QueryRefusedException.Named($"{name} must be an integer");
        }

        return number >= 0 ? (int)Math.Min(number, int.MaxValue) : throw QueryRefusedException.Named($"{name} must be non-negative");
    }

    private static string OneOf(IReadOnlyDictionary<string, string> query, string name, string[] allowed, string absent)
    {
        var value = query.GetValueOrDefault(name, absent);
        return allowed.Contains(value) ? value : throw QueryRefusedException.OfSorting($"{name} must be in: {string.Join(", ", allowed)}");
    }

    // arXiv's loose finder (field guide 1.2): one id-like piece anywhere makes an element acceptable, though it may match no paper. An old
    // one
    // must begin with the name of an archive or a category.
    private static bool LooksLikeId(string text) =>
        NewId().IsMatch(text) || OldNumber().Matches(text).Any(number => Taxonomy.EndsInName(text.AsSpan(0, number.Index)));

    [GeneratedRegex(@"(?<![0-9=.])(?:ar[xX]iv:)?[0-9]{4}\.[0-9]{4,5}")]
    private static partial Regex NewId();

    [GeneratedRegex(@"(?:\.[A-Z]{2})?/[0-9]{2}[01][0-9]{4}")]
    private static partial Regex OldNumber();
}

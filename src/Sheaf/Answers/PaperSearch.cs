using Sheaf.Arxiv.Identifiers;
using Sheaf.Searching;
using Sheaf.Store.Eprints;

namespace Sheaf.Answers;

/// <summary>Searches the store as <c>sheaf search</c> does.</summary>
internal static class PaperSearch
{
    /// <summary>The papers that have all of a query; the one paper where it is an identifier or a link and nothing else.</summary>
    /// <param name="known">Over the store.</param>
    /// <param name="text">The query.</param>
    /// <param name="filter">What else the papers must be.</param>
    /// <param name="top">How many are wanted.</param>
    /// <param name="cancellationToken">Ends the bringing up to date of the index.</param>
    /// <exception cref="BadInputException">There is nothing to look for.</exception>
    public static IReadOnlyList<FoundPaper> Find(
        LocalParts known, string text, SearchFilter filter, int top, CancellationToken cancellationToken)
    {
        var query = Parse(text, filter);
        known.Search.CatchUp(progress: null, cancellationToken);
        return Find(known, text, query, filter, top);
    }

    /// <summary>As <see cref="Find(LocalParts, string, SearchFilter, int, CancellationToken)"/>, by the index as it is.</summary>
    public static IReadOnlyList<FoundPaper> Find(LocalParts known, string text, SearchQuery query, SearchFilter filter, int top) =>
        Named(text, filter, known.Eprints) ?? known.Search.Find(query, filter, top);

    /// <exception cref="BadInputException">There is nothing to look for.</exception>
    public static SearchQuery Parse(string text, SearchFilter filter) =>
        SearchQuery.Parse(text) is var query && query.Match is null && IsEmpty(filter)
            ? throw new BadInputException(
                text.Length == 0
                    ? "Say what to look for: sheaf search low-rank adaptation."
                    : $"There is no word to look for in '{text}'.")
            : query;

    private static IReadOnlyList<FoundPaper>? Named(string text, SearchFilter filter, EprintStore eprints) =>
        IsEmpty(filter) && IdentifierFinder.TryReadReference(text, out var reference) && eprints.Find(reference.Identifier) is { } paper
            ? [ArchiveSearch.Shown(paper, score: 0, new SearchQuery(null, []))]
            : null;

    private static bool IsEmpty(SearchFilter filter) => filter is { Category: null, Author: null, From: null, To: null };
}

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

    /// <summary>A window of what a search finds; the one paper where the query is an identifier or a link and nothing else.</summary>
    /// <param name="known">Over the store.</param>
    /// <param name="text">The query; empty for every paper.</param>
    /// <param name="filter">What else the papers must be.</param>
    /// <param name="window">Which of them are wanted.</param>
    /// <param name="cancellationToken">Ends the bringing up to date of the index.</param>
    /// <exception cref="BadInputException">There is no word in what was typed, or a filter is none.</exception>
    public static FoundWindow Window(
        LocalParts known, string text, SearchFilter filter, SearchWindow window, CancellationToken cancellationToken)
    {
        var query = text.Length == 0 ? SearchQuery.Parse(text) : Parse(text, filter);
        known.Search.CatchUp(progress: null, cancellationToken);
        return Named(text, filter, known.Eprints) is { } named
            ? new(named, named.Count)
            : known.Search.Window(query, filter, window);
    }

    /// <summary>The filter that was typed; empty is as absent.</summary>
    /// <param name="category">As typed.</param>
    /// <param name="author">As typed.</param>
    /// <param name="from">The first day, whole or in part, and what it is called where it was typed.</param>
    /// <param name="to">The last one.</param>
    /// <exception cref="BadInputException">A day is none, or they are in the wrong order.</exception>
    public static SearchFilter FilterOf(string? category, string? author, (string Name, string? Text) from, (string Name, string? Text) to)
    {
        var (first, last) = (
            from.Text is { Length: > 0 } begin ? PartialDay.First(from.Name, begin) : (DateOnly?)null,
            to.Text is { Length: > 0 } end ? PartialDay.Last(to.Name, end) : (DateOnly?)null);
        return first > last
            ? throw new BadInputException($"{from.Name} {from.Text} is after {to.Name} {to.Text}; write the earlier day first.")
            : new(category is { Length: > 0 } ? category : null, author is { Length: > 0 } ? author : null, first, last);
    }

    private static IReadOnlyList<FoundPaper>? Named(string text, SearchFilter filter, EprintStore eprints) =>
        IsEmpty(filter) && IdentifierFinder.TryReadReference(text, out var reference) && eprints.Find(reference.Identifier) is { } paper
            ? [ArchiveSearch.Shown(paper, score: 0, new SearchQuery(null, []))]
            : null;

    private static bool IsEmpty(SearchFilter filter) => filter is { Category: null, Author: null, From: null, To: null };
}

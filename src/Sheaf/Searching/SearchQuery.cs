namespace Sheaf.Searching;

/// <summary>A question that was understood.</summary>
/// <param name="Match">The expression of FTS5; null where nothing is asked for.</param>
/// <param name="Terms">What papers are to have, for the excerpts.</param>
internal sealed record SearchQuery(string? Match, IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>
    /// Reads a question: words (all of them), <c>"phrases"</c>, <c>-word</c> or <c>NOT word</c>, <c>OR</c>, <c>begin*</c>, <c>title:</c>, <c>author:</c>,
    /// <c>abstract:</c> and brackets. Any other punctuation is passed over, as it is in the papers.
    /// </summary>
    /// <exception cref="BadInputException">It cannot be understood; the message says where.</exception>
    public static SearchQuery Parse(string text) => new QueryParser(text).Parse();
}

namespace Sheaf.Searching;

/// <summary>A question that was understood.</summary>
/// <param name="Match">The expression of FTS5; null where nothing is asked for.</param>
/// <param name="Terms">What papers are to have, for the excerpts.</param>
internal sealed record SearchQuery(string? Match, IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>
    /// Reads a question: words (all of them), <c>"phrases"</c>, <c>-word</c> or <c>NOT word</c>, <c>OR</c>, <c>begin*</c>, <c>title:</c>,
    /// <c>author:</c>,
    /// <c>abstract:</c> and brackets. Any other punctuation is passed over, as it is in the papers.
    /// </summary>
    /// <exception cref="BadInputException">It cannot be understood; the message says where.</exception>
    public static SearchQuery Parse(string text) => new QueryParser(text).Parse();
}

/// <summary>Words that follow each other, as a question asks for them.</summary>
/// <param name="Words">Folded; at least one.</param>
/// <param name="IsPrefix">Whether the last is the beginning of a word.</param>
/// <param name="Column">Where they are looked for; null for everywhere.</param>
internal sealed record QueryTerm(IReadOnlyList<string> Words, bool IsPrefix, string? Column);

/// <summary>Which papers are looked at.</summary>
/// <param name="Category">A category or an archive; null for any.</param>
/// <param name="Author">A surname or a name; null for any.</param>
/// <param name="From">The first day of first versions; null for any.</param>
/// <param name="To">The last one; null for any.</param>
internal sealed record SearchFilter(string? Category, string? Author, DateOnly? From, DateOnly? To);

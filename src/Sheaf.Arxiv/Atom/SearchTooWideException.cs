using System.Globalization;

namespace Sheaf.Arxiv.Atom;

/// <summary>A search matches more than the query API hands out. Ask for less at a time, such as fewer days (field guide 2.5).</summary>
/// <param name="expression">The search.</param>
/// <param name="totalResults">How many e-prints it matches.</param>
public sealed class SearchTooWideException(string expression, int totalResults)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"The search '{expression}' matches {totalResults} e-prints, and arXiv hands out the first {AtomClient.SearchWindow} only. Ask for less at a time."))
{
    public string Expression { get; } = expression;

    public int TotalResults { get; } = totalResults;
}

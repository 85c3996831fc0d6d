namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// Comments as their authors wrote them. arXiv's pages take much for an address and show it as a link, so that <c>P.R.China</c> reads
/// <c>http://P.R.China</c> there (field guide 5.4); the query API has the text.
/// </summary>
internal static class CommentText
{
    private const string Scheme = "http://";

    /// <summary>The page's comment; in the query API's spelling where they differ by such a beginning of an address only.</summary>
    /// <param name="page">Null: no page tells.</param>
    /// <param name="api">Null: the query API does not tell.</param>
    public static string? Of(string? page, string? api) =>
        page is not null && api is not null && page.Contains(Scheme, StringComparison.Ordinal) && Bare(page) == Bare(api) ? api : page;

    private static string Bare(string comment) => comment.Replace(Scheme, "", StringComparison.Ordinal);
}

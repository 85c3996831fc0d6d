namespace Sheaf.Arxiv;

/// <summary>arXiv did not answer, or refused for now (429, 503, 406), until all tries were used up. Asking again later may help.</summary>
public sealed class ArxivUnavailableException : Exception
{
    public ArxivUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Not before this moment may the same interface be asked again; null where arXiv gave no hint.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

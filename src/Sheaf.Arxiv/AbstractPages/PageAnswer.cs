using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>What arXiv said when it was asked for an abstract page.</summary>
public abstract record PageAnswer
{
    private PageAnswer()
    {
    }

    /// <summary>The page was read.</summary>
    /// <param name="Record">All that the page says.</param>
    /// <param name="LastModified">The header of that name, letter for letter, for the next request; null where there was none.</param>
    public sealed record Found(EprintRecord Record, string? LastModified) : PageAnswer;

    /// <summary>304: the page is still as it was when it was last read.</summary>
    public sealed record Unchanged : PageAnswer;

    /// <summary>404: there is no such e-print.</summary>
    /// <param name="Reason">arXiv's own words, one line.</param>
    public sealed record NotFound(string Reason) : PageAnswer;

    /// <summary>410: there was such an e-print, and arXiv has deleted it (field guide 1.3).</summary>
    /// <param name="Reason">arXiv's own words, one line.</param>
    public sealed record Deleted(string Reason) : PageAnswer;
}

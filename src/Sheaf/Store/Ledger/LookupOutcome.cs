namespace Sheaf.Store.Ledger;

/// <summary>How it ended when an identifier was asked for: the words of <c>status</c>, <c>harvest</c>, the ledger and the log of runs.</summary>
public static class LookupOutcome
{
    /// <summary>arXiv has told of it.</summary>
    public const string Fetched = "fetched";

    /// <summary>It was not due, or its page has not changed.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>It is neither; the others say why.</summary>
    public const string Missing = "missing";

    /// <summary>arXiv has no such e-print, or not yet.</summary>
    public const string NotFound = "not-found";

    /// <summary>arXiv has removed it.</summary>
    public const string Deleted = "deleted";

    /// <summary>It is no identifier.</summary>
    public const string Malformed = "malformed";

    /// <summary>arXiv did not answer, or refused.</summary>
    public const string ArxivUnavailable = "arxiv-unavailable";

    /// <summary>Its page came, but Sheaf could not read it.</summary>
    public const string PageUnreadable = "page-unreadable";

    /// <summary>No run has come to it yet.</summary>
    public const string NotYetTried = "not-yet-tried";

    /// <summary>Whether asking again would change nothing.</summary>
    public static bool IsFinal(string? reason) => reason is Deleted or Malformed;
}

namespace Sheaf.Store.Ledger;

/// <summary>Why an identifier that was asked for is missing: the words of <c>status</c>, <c>harvest</c> and the ledger.</summary>
public static class LookupReason
{
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

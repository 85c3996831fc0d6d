using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Ledger;

/// <summary>How it stands with one identifier that was asked for.</summary>
internal sealed record LedgerEntry
{
    public required ArxivIdentifier Identifier { get; init; }

    /// <summary>
    /// Whether its page has been read, or another interface has told of it. Stays true when a later look fails for a reason that passes.
    /// </summary>
    public required bool Fetched { get; init; }

    /// <summary>
    /// One of <see cref="LookupOutcome"/>: why it is missing or, if it is fetched, why the last look failed. Null if that went well.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The reason in words; null where there is nothing to add.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset FirstAsked { get; init; }

    /// <summary>Looks that came to an end, well or badly.</summary>
    public required int Attempts { get; init; }

    /// <summary>Null before the first of them.</summary>
    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>
    /// arXiv has said that it lacks the paper, and is not asked for it again before this moment; null where no such wait is set.
    /// </summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>When its page was last read or confirmed unchanged; null: never.</summary>
    public DateTimeOffset? LastLooked { get; init; }

    /// <summary>The page's header Last-Modified as arXiv sent it; null where it sent none.</summary>
    public string? PageLastModified { get; init; }

    /// <summary>When version 1 was received; null while no source has told.</summary>
    public DateTimeOffset? FirstSubmitted { get; init; }

    /// <summary>Where the latest good answer came from: <c>page</c>, <c>atom</c> or <c>oai</c>; null: there was none.</summary>
    public string? ServedBy { get; init; }

    /// <summary>When it came; null: never.</summary>
    public DateTimeOffset? Served { get; init; }

    /// <summary>Whether the paper has been withdrawn; it counts as fetched all the same.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Null while no source has told.</summary>
    public string? Title { get; init; }
}

/// <summary>
/// How it ended when an identifier was asked for: the words of <c>status</c>, <c>harvest</c>, the ledger and the log of runs.
/// </summary>
internal static class LookupOutcome
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

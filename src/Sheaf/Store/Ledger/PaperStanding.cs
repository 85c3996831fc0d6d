namespace Sheaf.Store.Ledger;

/// <summary>How it stands with one paper, without the paper: as much as a status tells. Times are as the JSON has them.</summary>
internal sealed record PaperStanding
{
    public required string Identifier { get; init; }

    /// <summary>Whether arXiv has told of it.</summary>
    public required bool Fetched { get; init; }

    /// <summary>
    /// One of <see cref="LookupOutcome"/>; why it is missing or, if it is fetched, why the last look failed. Null if that went well, or it
    /// was never asked for.
    /// </summary>
    public required string? Reason { get; init; }

    /// <summary>The reason in words; null where there is nothing to add.</summary>
    public required string? Detail { get; init; }

    /// <summary>Looks that came to an end, well or badly.</summary>
    public required long Attempts { get; init; }

    /// <summary>Null where none has come to an end.</summary>
    public required string? LastAttempt { get; init; }

    /// <inheritdoc cref="LedgerEntry.NextAttempt"/>
    public string? NextAttempt { get; init; }

    /// <summary>When arXiv last told of it; null where it never has.</summary>
    public required string? Served { get; init; }

    /// <summary>The month of its first version, <c>2024-04</c>; null while no source has told.</summary>
    public required string? Month { get; init; }

    public required bool Withdrawn { get; init; }

    /// <summary>When its page was last read; null where it never was.</summary>
    public string? LastLooked { get; init; }

    /// <summary>
    /// Whether the store can say what it is, so that a draft has it: some interface has told of it, though its page may be still to come.
    /// </summary>
    public bool IsKnown => Fetched || (Month is not null
        && Reason is null or LookupOutcome.NotYetTried or LookupOutcome.ArxivUnavailable or LookupOutcome.PageUnreadable);
}

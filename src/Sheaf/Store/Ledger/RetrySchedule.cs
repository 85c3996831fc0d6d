namespace Sheaf.Store.Ledger;

/// <summary>When a paper that arXiv said it lacks is asked for again: after a day, after a week, then every 30 days.</summary>
internal static class RetrySchedule
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan First = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromDays(7);

    /// <param name="before">How it stood with the paper before this answer.</param>
    /// <param name="reason">One of <see cref="LookupOutcome"/>, of this answer.</param>
    /// <param name="now">When it came.</param>
    /// <returns>Not before this moment; null where the answer says nothing of when.</returns>
    public static DateTimeOffset? Next(LedgerEntry? before, string reason, DateTimeOffset now) => reason switch
    {
        // One look at it: the page does not know the paper, and then the other interfaces take it for no identifier at all.
        LookupOutcome.Malformed when before is { Reason: LookupOutcome.NotFound, NextAttempt: { } same } => same,
        LookupOutcome.NotFound or LookupOutcome.Malformed => now + After(before),
        _ => null,
    };

    private static TimeSpan After(LedgerEntry? before) =>
        before is not { NextAttempt: { } next, LastAttempt: { } last } ? First
        : next - last < Second ? Second
        : Longest;
}

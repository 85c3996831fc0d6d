using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>Tells which papers are due, by <see cref="DueRule"/> and what the ledger knows of them.</summary>
internal sealed class DuePapers(LookupLedger ledger, IOptions<ArxivOptions> options, TimeProvider time)
{
    /// <param name="asked">The papers, each once.</param>
    /// <param name="named">Those that a person has named, or whose lines are new.</param>
    /// <returns>In the same order.</returns>
    public IReadOnlyList<ArxivIdentifier> Among(IReadOnlyList<ArxivIdentifier> asked, IReadOnlySet<ArxivIdentifier> named)
    {
        var (known, now) = (ledger.Find(asked), time.GetUtcNow());
        return [.. asked.Where(id => DueRule.IsDue(known.GetValueOrDefault(id), options.Value.RefreshAfter, now, named.Contains(id)))];
    }
}

/// <summary>
/// Which papers a harvest asks for: those never fully fetched, but one that arXiv said it lacks after a pause only, and one that is gone
/// for good never; those last looked at before their month had settled (the 8th day after its end), once that day has passed; those last
/// looked at longer ago than <c>Arxiv:RefreshAfter</c>; and those last looked at in the future.
/// </summary>
internal static class DueRule
{
    /// <summary>
    /// A look further ahead than this was dated by a clock that was wrong then (or is wrong now): it counts as none, or a paper would not
    /// be looked at again for as long as the clock was ahead. Less is a clock being set, a time zone taken for UTC: no reason for a
    /// request.
    /// </summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromDays(1);

    /// <summary>A nightly run may be somewhat earlier in the day than the one before, by the hour of summer time at the most.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    /// <param name="entry">What the ledger knows of the paper; null for one never asked for.</param>
    /// <param name="refreshAfter">A look older than this is repeated.</param>
    /// <param name="now">The moment of the run, UTC.</param>
    /// <param name="isNamed">Whether a person has named the paper: then no pause is kept.</param>
    public static bool IsDue(LedgerEntry? entry, TimeSpan refreshAfter, DateTimeOffset now, bool isNamed = false)
    {
        if (entry is { Fetched: false })
        {
            return entry.Reason != LookupOutcome.Deleted && (isNamed || entry.NextAttempt is not { } next || HasCome(next, now));
        }

        if (entry?.LastLooked is not { } looked)
        {
            return true;
        }

        return now - looked > refreshAfter
            || IsAhead(looked, now)
            || (entry.FirstSubmitted is { } submitted && LookedBeforeSettling(Month.Of(submitted), looked, now));
    }

    /// <summary>
    /// The 8th day after a month's end. Papers of the month appear until then (field guide 8.1); when the day has passed, it has settled.
    /// </summary>
    internal static DateTimeOffset SettlingDay(Month month) => month.Next.Start.AddDays(7);

    /// <summary>Whether a moment that was written down lies further ahead than <see cref="ClockError"/>.</summary>
    internal static bool IsAhead(DateTimeOffset moment, DateTimeOffset now) => moment - now > ClockError;

    private static bool HasCome(DateTimeOffset next, DateTimeOffset now) =>
        now >= next - Slack || IsAhead(next - RetrySchedule.Longest, now);

    private static bool LookedBeforeSettling(Month month, DateTimeOffset looked, DateTimeOffset now)
    {
        var day = SettlingDay(month);
        return looked < day && now >= day.AddDays(1);
    }
}

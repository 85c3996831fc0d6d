using Sheaf.Store.Sweeps;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>The sweep of one month, as <c>backfill --sweep</c> and <c>status YYYY-MM</c> write it under <c>--json</c>.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Categories">The choice that was swept, normalised.</param>
/// <param name="Interface"><c>atom</c> or <c>oai</c>.</param>
/// <param name="State"><c>complete</c>, <c>incomplete</c> or <c>under-way</c>.</param>
/// <param name="Reason">Why it is not complete.</param>
/// <param name="Total">Papers of the month that there are, once that is proven; null before.</param>
/// <param name="Seen">Papers of the month that were seen.</param>
/// <param name="Requests">Requests of the sequence that it was listed in.</param>
/// <param name="Sequence">The counts of that sequence.</param>
/// <param name="Gaps">Sequence numbers below the highest one that are none of the month's papers.</param>
/// <param name="Through">The latest first submission seen.</param>
/// <param name="Swept">The end of the latest complete sweep.</param>
internal sealed record SweepJson(
    string Month, string Categories, string Interface, string State, string? Reason, int? Total, int Seen, int Requests,
    SweptSequence Sequence, SequenceGaps Gaps, string? Through, string? Swept)
{
    internal static SweepJson Of(SweepRow row) => new(
        row.Month.ToString(), row.Categories, row.Interface, row.State, row.Reason, row.IsComplete ? row.Seen : null, row.Seen,
        row.Requests,
        new(row.First.ToString(), row.Last.ToString(), row.TotalFirst, row.TotalLast, row.SpanSeen, row.Twice, row.Outside, row.Unreadable),
        new((row.Highest ?? 0) - row.Numbered, row.Elsewhere),
        UtcText.From(row.Through), UtcText.From(row.Swept));
}

/// <summary>Months that were listed as one sequence, and what proves it.</summary>
/// <param name="First">The first month.</param>
/// <param name="Last">The last month.</param>
/// <param name="TotalFirst">Papers in it as arXiv counted them on the first page; null where it does not count, as over OAI-PMH.</param>
/// <param name="TotalLast">On the last page, the papers before it included.</param>
/// <param name="Seen">Different rows seen, dropped and unreadable ones included.</param>
/// <param name="Twice">Rows seen before, most where pages overlap on purpose.</param>
/// <param name="Outside">Rows of another month or category, dropped.</param>
/// <param name="Unreadable">Rows that could not be read.</param>
internal sealed record SweptSequence(
    string First, string Last, int? TotalFirst, int? TotalLast, int Seen, int Twice, int Outside, int Unreadable);

/// <summary>Sequence numbers that are none of the month's papers.</summary>
/// <param name="Count">How many.</param>
/// <param name="Known">Of those, papers that the store knows: of other categories, or first submitted in another month.</param>
internal sealed record SequenceGaps(int Count, int Known);

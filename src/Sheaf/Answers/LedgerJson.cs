using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>How it stands with one reference, as <c>export ledger</c> writes it.</summary>
/// <param name="Id">The canonical identifier; the text as written where it names no paper.</param>
/// <param name="Month">Of the paper's first version; null while no source has told.</param>
/// <param name="State"><c>fetched</c> or <c>missing</c>.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/>: why it is missing or, if it is fetched, why the last look at its page
/// failed.</param>
/// <param name="Detail">The reason in words.</param>
/// <param name="ServedBy"><c>page</c>, <c>atom</c> or <c>oai</c>: where the latest good answer came from.</param>
/// <param name="Served">When it came.</param>
/// <param name="FirstAsked">Null: no run has come to it.</param>
/// <param name="Attempts">Looks that came to an end, well or badly.</param>
/// <param name="LastAttempt">The end of the latest of them.</param>
/// <param name="NextAttempt">When the schedule asks for it again, if the service runs; null where that would change nothing.</param>
/// <param name="Withdrawn">Whether the paper, though fetched, has been withdrawn.</param>
/// <param name="Title">Null while no source has told.</param>
internal sealed record LedgerJson(
    string Id, string? Month, string State, string? Reason, string? Detail, string? ServedBy, string? Served, string? FirstAsked,
    int Attempts,
    string? LastAttempt, string? NextAttempt, bool Withdrawn, string? Title)
{
    internal static string CsvHeader { get; } = Text.Csv.Row(
        [
            "id", "month", "state", "reason", "detail", "servedBy", "served", "firstAsked", "attempts", "lastAttempt", "nextAttempt",
            "withdrawn", "title",
        ]);

    internal string Csv => Text.Csv.Row(
    [
        Id, Month, State, Reason, Detail, ServedBy, Served, FirstAsked, Attempts.ToString(CultureInfo.InvariantCulture), LastAttempt,
        NextAttempt,
        Withdrawn ? "true" : "false", Title,
    ]);

    /// <param name="entry">From the ledger.</param>
    /// <param name="nextRun">When the schedule's next harvest is due.</param>
    internal static LedgerJson Of(LedgerEntry entry, string? nextRun) => new(
        entry.Identifier.ToString(),
        entry.FirstSubmitted is { } submitted ? Arxiv.Identifiers.Month.Of(submitted).ToString() : null,
        entry.Fetched ? LookupOutcome.Fetched : LookupOutcome.Missing,
        entry.Reason,
        entry.Detail,
        entry.ServedBy,
        UtcText.From(entry.Served),
        UtcText.From(entry.FirstAsked),
        entry.Attempts,
        UtcText.From(entry.LastAttempt),
        entry.Fetched || LookupOutcome.IsFinal(entry.Reason) ? null : Humanize.Later(nextRun, UtcText.From(entry.NextAttempt)),
        entry.Withdrawn,
        entry.Title);

    /// <summary>Of a reference that stands on a list, and that no run has come to.</summary>
    internal static LedgerJson Untried(string id, string? nextRun) =>
        new(id, null, LookupOutcome.Missing, LookupOutcome.NotYetTried, null, null, null, null, 0, null, nextRun, false, null);

    /// <summary>Of a reference that names no paper.</summary>
    internal static LedgerJson Malformed(string raw, string? problem) =>
        new(raw, null, LookupOutcome.Missing, LookupOutcome.Malformed, problem, null, null, null, 0, null, null, false, null);
}

using System.Text.Json;
using Sheaf.Signals;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Signals;

namespace Sheaf.Answers;

/// <summary>What <c>show</c> writes under <c>--json</c>.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Paper">As in <c>export papers</c>; null when the store has none.</param>
/// <param name="Missing">Why its page is missing; null when it is not.</param>
/// <param name="Signals">Who listed it among what people noticed.</param>
internal sealed record ShowJson(string Id, JsonElement? Paper, string? Missing, IReadOnlyList<SignalJson> Signals)
{
    internal static ShowJson Of(string id, StoredEprint? paper, LedgerEntry? entry, IEnumerable<SignalRow> signals) => new(
        id,
        paper is null ? null : JsonElement.Parse(PaperJson.Line(paper)),
        entry is { Fetched: false } ? entry.Reason : null,
        SignalJson.Of(signals));
}

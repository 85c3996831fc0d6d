using Sheaf.Store.Ledger;

namespace Sheaf.Store.Runs;

/// <summary>What a run achieved for one reference.</summary>
/// <param name="Reference">An identifier, or the raw text of a malformed reference.</param>
/// <param name="Outcome"><c>fetched</c>, <c>unchanged</c> or <c>missing</c>.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/> where it is missing; else null.</param>
public sealed record RunOutcome(string Reference, string Outcome, string? Reason);

using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store.Eprints;

/// <summary>An e-print as the store has it.</summary>
/// <param name="Eprint">The best the sources together say.</param>
/// <param name="Fetched">When the newest of its records was received. A later look that found nothing changed does not move it.</param>
public sealed record StoredEprint(Eprint Eprint, DateTimeOffset Fetched);

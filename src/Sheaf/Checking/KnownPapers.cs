using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Checking;

/// <summary>What is known of the papers that the lists name.</summary>
/// <param name="Papers">Those that the store has.</param>
/// <param name="Ledger">How it stands with asking for them.</param>
/// <param name="Titles">What became of each claimed title that was looked into; of the others nothing is said.</param>
public sealed record KnownPapers(
    IReadOnlyDictionary<ArxivIdentifier, Eprint> Papers,
    IReadOnlyDictionary<ArxivIdentifier, LedgerEntry> Ledger,
    IReadOnlyDictionary<ClaimLocation, TitleVerdict> Titles)
{
    /// <summary>What arXiv has changed since Sheaf last wrote a month's draft.</summary>
    public IReadOnlyDictionary<Month, ILookup<ArxivIdentifier, PaperChange>> Changes { get; init; } = new Dictionary<Month, ILookup<ArxivIdentifier, PaperChange>>();

    /// <summary>Whether there is a version that a link names, of those that the store does not know; null where arXiv could not tell.</summary>
    public IReadOnlyDictionary<EprintReference, bool?> Versions { get; init; } = new Dictionary<EprintReference, bool?>();

    internal IReadOnlyList<PaperChange> ChangesSinceWritten(CheckedFile draft, ArxivIdentifier paper) =>
        draft.Month is { } month && Changes.TryGetValue(month, out var changes) ? [.. changes[paper]] : [];

    internal Eprint? PaperOf(ClaimLocation place) => place.Identifier is { } identifier ? Papers.GetValueOrDefault(identifier) : null;

    internal bool IsWrong(ClaimLocation place) => Titles.GetValueOrDefault(place) is TitleVerdict.Wrong;

    /// <summary>Null while arXiv was not asked, could not answer, or has the paper.</summary>
    internal LedgerEntry? AbsenceOf(ClaimLocation place) =>
        place.Identifier is { } identifier && Ledger.GetValueOrDefault(identifier) is { Fetched: false, Reason: LookupReason.NotFound or LookupReason.Deleted } entry
            ? entry : null;
}

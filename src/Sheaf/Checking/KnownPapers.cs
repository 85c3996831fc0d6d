using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Checking;

/// <summary>What is known of the papers that the lists name.</summary>
/// <param name="Papers">Those that the store has.</param>
/// <param name="Ledger">How it stands with asking for them.</param>
internal sealed record KnownPapers(
    IReadOnlyDictionary<ArxivIdentifier, Eprint> Papers, IReadOnlyDictionary<ArxivIdentifier, LedgerEntry> Ledger)
{
    /// <summary>What arXiv has changed since Sheaf last wrote a month's draft.</summary>
    public IReadOnlyDictionary<Month, ILookup<ArxivIdentifier, PaperChange>> Changes { get; init; } =
        new Dictionary<Month, ILookup<ArxivIdentifier, PaperChange>>();

    internal IReadOnlyList<PaperChange> ChangesSinceWritten(CheckedFile draft, ArxivIdentifier paper) =>
        draft.Month is { } month && Changes.TryGetValue(month, out var changes) ? [.. changes[paper]] : [];

    internal Eprint? PaperOf(ClaimLocation place) => place.Identifier is { } identifier ? Papers.GetValueOrDefault(identifier) : null;

    /// <summary>Null while arXiv was not asked, could not answer, or has the paper.</summary>
    internal LedgerEntry? AbsenceOf(ClaimLocation place) =>
        place.Identifier is { } identifier
            && Ledger.GetValueOrDefault(identifier) is { Fetched: false, Reason: LookupOutcome.NotFound or LookupOutcome.Deleted } entry
            ? entry : null;
}

/// <summary>What became of what the lists claim.</summary>
/// <param name="Known">What is known of the papers.</param>
/// <param name="Titles">What became of each claimed title that was looked into; of the others nothing is said.</param>
/// <param name="Versions">
/// Whether there is a version that a link names, of those that the store does not know; null where arXiv could not tell.
/// </param>
internal sealed record Verdicts(
    KnownPapers Known, IReadOnlyDictionary<ClaimLocation, TitleVerdict> Titles, IReadOnlyDictionary<EprintReference, bool?> Versions)
{
    internal Eprint? PaperOf(ClaimLocation place) => Known.PaperOf(place);

    internal bool IsWrong(ClaimLocation place) => Titles.GetValueOrDefault(place) is TitleVerdict.Wrong;

    /// <summary>Whether arXiv could not be asked for all that the place claims.</summary>
    internal bool IsUnsettled(ClaimLocation place) => Titles.GetValueOrDefault(place) is TitleVerdict.Unsettled
        || (place.Claim.Reference.Reference is { } reference && Versions.TryGetValue(reference, out var exists) && exists is null);
}

/// <summary>Looks up in the store what is known of the papers of a check.</summary>
internal sealed class KnownPapersReader(EprintStore eprints, LookupLedger ledger, DraftStore drafts, ChangeStore changes)
{
    public KnownPapers Find(CheckScope scope)
    {
        var papers = scope.Files.SelectMany(PapersOf).ToHashSet();
        return new(eprints.Find(papers), ledger.Find(papers)) { Changes = ChangesOfDrafts(scope.Files) };
    }

    private Dictionary<Month, ILookup<ArxivIdentifier, PaperChange>> ChangesOfDrafts(IReadOnlyList<CheckedFile> files) => files
        .Where(file => file is { Kind: FileKind.Draft, Month: not null })
        .Select(file => (Month: file.Month!.Value, Draft: drafts.Find(file.Month.Value), Papers: PapersOf(file)))
        .Where(draft => draft.Draft is not null)
        .GroupBy(draft => draft.Month)
        .ToDictionary(month => month.Key, month => ChangesSince(month.First().Draft!.Written, month.SelectMany(draft => draft.Papers)));

    private ILookup<ArxivIdentifier, PaperChange> ChangesSince(DateTimeOffset written, IEnumerable<ArxivIdentifier> papers) =>
        changes.Since(written, papers.Distinct()).ToLookup(change => change.Identifier);

    private static IEnumerable<ArxivIdentifier> PapersOf(CheckedFile file) =>
        file.Claims.Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>();
}

using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Checking;

/// <summary>Checks the lists of a workspace: reads them, has what is missing harvested, looks into titles that do not fit, and compares.</summary>
public sealed class CheckRun(
    Workspace workspace, CuratedFolder lists, EprintStore eprints, LookupLedger ledger, DraftStore drafts, ChangeStore changes, TitleResolver inquiry, VersionResolver versions)
{
    private IReadOnlyList<CheckedFile> _files = [];
    private IReadOnlyList<Month> _months = [];
    private IReadOnlyList<UnreadIssue> _unread = [];
    private HashSet<ClaimLocation> _scope = [];

    /// <summary>The papers that the check must know of.</summary>
    public IReadOnlyList<ArxivIdentifier> Asked { get; private set; } = [];

    /// <summary>Reads the lists.</summary>
    /// <param name="months">Whose lists and drafts are checked; none: all.</param>
    /// <exception cref="BadInputException">A month has neither a list nor a draft.</exception>
    public void Read(IReadOnlyList<Month> months)
    {
        var published = new PublishedFolder(workspace.Published).Read();
        _files = CheckedFiles.Read(workspace, lists, published);
        _months = months;
        _unread = published.Unread;
        var places = _files.Where(file => file.Kind != FileKind.Published).SelectMany(file => file.Claims.Select(claim => new ClaimLocation(file, claim))).ToList();
        var known = eprints.Find([.. places.Where(place => place is { File.Month: null, Identifier: not null }).Select(place => place.Identifier!.Value)]);
        _scope = [.. places.Where(place => months.Count == 0 || months.Any(month => BelongsTo(place, month, known)))];
        if (months.FirstOrDefault(month => !HasFile(month) && !_scope.Any(place => place.File.Month is null && BelongsTo(place, month, known))) is var lacking && lacking != default)
        {
            throw new BadInputException($"There is no curated list and no draft for {lacking}, so there is nothing to check.");
        }

        Asked = [.. _scope.Where(place => place.Identifier is not null).Select(place => place.Identifier!.Value).Distinct()];
    }

    /// <summary>Compares, once the papers asked for were harvested.</summary>
    /// <param name="progress">Told how many titles have been looked into, of how many; may be null.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    public async Task<CheckReport> CompareAsync(IProgress<(int Done, int All)>? progress, CancellationToken cancellationToken)
    {
        var all = _files.SelectMany(file => file.Claims).Where(claim => claim.Reference.Reference is not null).Select(claim => claim.Reference.Reference!.Value.Identifier).ToHashSet();
        var facts = new KnownPapers(eprints.Find(all), ledger.Find(all), new Dictionary<ClaimLocation, TitleVerdict>()) { Changes = ChangesOfDrafts() };
        var verdicts = await SettleAsync(facts, progress, cancellationToken);
        facts = facts with { Titles = verdicts, Versions = await VersionsAsync(facts, cancellationToken) };
        var findings = Checker.Check(_files, facts, _scope.Contains, IsInScope);
        return new CheckReport(findings, Unchecked(facts))
        {
            Drafts = [.. DraftProgress.Of(_files.Where(file => file.Kind == FileKind.Draft && IsInScope(file)), findings)],
            UnreadIssues = _unread,
            Titles = findings.Where(finding => finding.Id is not null).Select(finding => finding.Id!).Distinct()
                .Select(id => (Id: id, Paper: ArxivIdentifier.TryParse(id, out var known) ? facts.Papers.GetValueOrDefault(known) : null))
                .Where(one => one.Paper is not null).ToDictionary(one => one.Id, one => one.Paper!.Title),
        };
    }

    private bool IsInScope(CheckedFile draft) => _months.Count == 0 || (draft.Month is { } month && _months.Contains(month));

    private Dictionary<Month, ILookup<ArxivIdentifier, PaperChange>> ChangesOfDrafts() => _files
        .Where(file => file is { Kind: FileKind.Draft, Month: not null })
        .Select(file => (Month: file.Month!.Value, Draft: drafts.Find(file.Month.Value), Papers: Identifiers(file)))
        .Where(draft => draft.Draft is not null)
        .GroupBy(draft => draft.Month)
        .ToDictionary(month => month.Key, month => changes.Since(month.First().Draft!.Written, month.SelectMany(draft => draft.Papers).Distinct()).ToLookup(change => change.Identifier));

    private static IEnumerable<ArxivIdentifier> Identifiers(CheckedFile file) =>
        file.Claims.Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>();

    /// <summary>Makes the changes that are certain, as part of an edit. Read and compare again afterwards: lines may have moved.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="report">What was found.</param>
    /// <param name="keepsSuggested">Whether the sentences taken from abstracts are kept, and lose their marks.</param>
    /// <exception cref="IOException">A file cannot be written, or other programs were at it for too long; nothing has changed.</exception>
    public IReadOnlyList<FixedLine> Fix(Edit edit, CheckReport report, bool keepsSuggested = false) => Fixer.Apply(
        edit, [.. report.Findings.Select(finding => keepsSuggested && finding.Fix is null ? finding with { Fix = finding.Accept } : finding)], _files);

    private async Task<Dictionary<ClaimLocation, TitleVerdict>> SettleAsync(KnownPapers facts, IProgress<(int Done, int All)>? progress, CancellationToken cancellationToken)
    {
        var claims = _scope.Select(place => (Place: place, Title: ClaimedTitle.Read(place.Claim)))
            .Where(one => one.Title is not null && (facts.PaperOf(one.Place) is not null || facts.AbsenceOf(one.Place) is not null))
            .Select(one => (one.Place, Title: one.Title!)).ToList();
        var doubtful = claims.Count(one => facts.PaperOf(one.Place) is not { } paper || one.Title.StandsTo(paper) == TitleMatch.Different);
        var verdicts = new Dictionary<ClaimLocation, TitleVerdict>();
        var done = 0;
        foreach (var (place, title) in claims)
        {
            var paper = facts.PaperOf(place);
            verdicts[place] = await inquiry.SettleAsync(title, paper, cancellationToken);
            if (paper is null || title.StandsTo(paper) == TitleMatch.Different)
            {
                progress?.Report((++done, doubtful));
            }
        }

        return verdicts;
    }

    private async Task<Dictionary<EprintReference, bool?>> VersionsAsync(KnownPapers facts, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<EprintReference, bool?>();
        foreach (var place in _scope)
        {
            if (place.Claim.Reference.Reference is { Version: { } version } reference
                && facts.PaperOf(place) is { } paper && version > paper.LatestVersion)
            {
                answers[reference] = await versions.ExistsAsync(reference, cancellationToken);
            }
        }

        return answers;
    }

    private List<UncheckedPlace> Unchecked(KnownPapers facts) =>
    [
        .. _scope.Where(place => place.Identifier is not null && facts.AbsenceOf(place) is null)
            .Where(place => facts.PaperOf(place) is null || IsTitleUnsettled(place, facts) || IsVersionUnsettled(place, facts))
            .Select(place => new UncheckedPlace(
                place.Identifier!.Value.ToString(), place.File.Name, place.Claim.Line,
                facts.PaperOf(place) is null ? facts.Ledger.GetValueOrDefault(place.Identifier.Value)?.Reason ?? LookupReason.NotYetTried : LookupReason.ArxivUnavailable)),
    ];

    private static bool IsTitleUnsettled(ClaimLocation place, KnownPapers facts) => facts.Titles.GetValueOrDefault(place) is TitleVerdict.Unsettled;

    private static bool IsVersionUnsettled(ClaimLocation place, KnownPapers facts) =>
        place.Claim.Reference.Reference is { } reference && facts.Versions.TryGetValue(reference, out var exists) && exists is null;

    private bool HasFile(Month month) => _files.Any(file => file.Kind != FileKind.Published && file.Month == month);

    /// <summary>
    /// On a list without a month of its own, a paper nobody has asked for yet may belong to the month of its identifier or to the one before
    /// (field guide 8.2); malformed references on it belong to any.
    /// </summary>
    private static bool BelongsTo(ClaimLocation place, Month month, IReadOnlyDictionary<ArxivIdentifier, Eprint> known) =>
        place.File.Month is { } named ? named == month
        : place.Identifier is not { } identifier || (known.GetValueOrDefault(identifier) is { } paper
            ? paper.Month == month
            : ArxivMonths.MayHold(month, identifier));
}

/// <summary>How a check ended.</summary>
/// <param name="Findings">By severity, file and line.</param>
/// <param name="Unchecked">Places whose paper or title arXiv could not tell of; a later check may.</param>
public sealed record CheckReport(IReadOnlyList<Finding> Findings, IReadOnlyList<UncheckedPlace> Unchecked)
{
    /// <summary>How far each draft is that was checked.</summary>
    public IReadOnlyList<DraftProgress> Drafts { get; init; } = [];

    /// <summary>Past issues in which nothing could be read: what they covered is not known.</summary>
    public IReadOnlyList<UnreadIssue> UnreadIssues { get; init; } = [];

    /// <summary>The titles of the papers that findings are about, as far as they are known.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether nothing is left to do: no mistakes, and nothing that arXiv could not tell of.</summary>
    public bool IsReady => Unchecked.Count == 0 && Findings.All(finding => finding.Severity == Severity.Note);
}

/// <summary>A place that could not be checked.</summary>
/// <param name="Id">The paper linked.</param>
/// <param name="File">The list.</param>
/// <param name="Line">From 1.</param>
/// <param name="Reason">One of <see cref="LookupReason"/>.</param>
public sealed record UncheckedPlace(string Id, string File, int Line, string Reason);

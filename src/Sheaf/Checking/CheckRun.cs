using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Drafts;
using Sheaf.Drafts.Merging;
using Sheaf.Editing;
using Sheaf.Harvesting;
using Sheaf.Lists;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Checking;

/// <summary>
/// Checks the lists of a workspace: reads them, and once what is missing has been harvested, looks up what is known of their papers, looks
/// into titles and versions that do not fit, and compares.
/// </summary>
internal sealed class CheckRun(CheckScopeReader lists, KnownPapersReader papers, TitleResolver titles, VersionResolver versions)
{
    /// <inheritdoc cref="CheckScopeReader.Read"/>
    public CheckScope Read(IReadOnlyList<Month> months) => lists.Read(months);

    /// <summary>Compares, once the papers of the scope were harvested.</summary>
    /// <param name="scope">What is checked.</param>
    /// <param name="progress">Told how many titles have been looked into, of how many; may be null.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    public async Task<CheckReport> CompareAsync(
        CheckScope scope, IProgress<(int Done, int All)>? progress, CancellationToken cancellationToken)
    {
        var known = papers.Find(scope);
        var verdicts = await SettleAsync(scope, known, progress, cancellationToken);
        return CheckReport.Of(scope, verdicts, Checker.Check(scope.Files, verdicts, scope.Places.Contains, scope.Has));
    }

    private async Task<Verdicts> SettleAsync(
        CheckScope scope, KnownPapers known, IProgress<(int Done, int All)>? progress, CancellationToken cancellationToken) => new(
        known,
        await TitlesAsync(scope, known, progress, cancellationToken),
        await VersionsAsync(scope, known, cancellationToken));

    private async Task<Dictionary<ClaimLocation, TitleVerdict>> TitlesAsync(
        CheckScope scope, KnownPapers known, IProgress<(int Done, int All)>? progress, CancellationToken cancellationToken)
    {
        var claims = scope.Places.Select(place => (Place: place, Title: ClaimedTitle.Read(place.Claim)))
            .Where(one => one.Title is not null && (known.PaperOf(one.Place) is not null || known.AbsenceOf(one.Place) is not null))
            .Select(one => (one.Place, Title: one.Title!)).ToList();
        var doubtful = claims.Count(one => IsDoubtful(one.Title, known.PaperOf(one.Place)));
        var verdicts = new Dictionary<ClaimLocation, TitleVerdict>();
        var done = 0;
        foreach (var (place, title) in claims)
        {
            var paper = known.PaperOf(place);
            verdicts[place] = await titles.SettleAsync(title, paper, cancellationToken);
            if (IsDoubtful(title, paper))
            {
                progress?.Report((++done, doubtful));
            }
        }

        return verdicts;
    }

    private static bool IsDoubtful(ClaimedTitle title, Eprint? paper) => paper is null || title.StandsTo(paper) == TitleMatch.Different;

    private async Task<Dictionary<EprintReference, bool?>> VersionsAsync(
        CheckScope scope, KnownPapers known, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<EprintReference, bool?>();
        foreach (var place in scope.Places)
        {
            if (place.Claim.Reference.Reference is { Version: { } version } reference
                && known.PaperOf(place) is { } paper && version > paper.LatestVersion)
            {
                answers[reference] = await versions.ExistsAsync(reference, cancellationToken);
            }
        }

        return answers;
    }
}

/// <summary>How a check ended.</summary>
/// <param name="Findings">By severity, file and line.</param>
/// <param name="Unchecked">Places whose paper or title arXiv could not tell of; a later check may.</param>
internal sealed record CheckReport(IReadOnlyList<Finding> Findings, IReadOnlyList<UncheckedPlace> Unchecked)
{
    /// <summary>As they were read.</summary>
    internal IReadOnlyList<CheckedFile> Files { get; init; } = [];

    /// <summary>How many findings are left out because the editor lets them stand.</summary>
    public int Left { get; init; }

    /// <summary>How far each draft is that was checked.</summary>
    public IReadOnlyList<DraftProgress> Drafts { get; init; } = [];

    /// <summary>Past issues in which nothing could be read: what they covered is not known.</summary>
    public IReadOnlyList<UnreadIssue> UnreadIssues { get; init; } = [];

    /// <summary>The titles of the papers that findings are about, as far as they are known.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>How the check ends; a paper that arXiv does not have is a finding, not a failure to reach arXiv.</summary>
    /// <param name="harvest">Of its papers; null where there was nothing to ask.</param>
    public ExitCode ExitAfter(HarvestReport? harvest) =>
        harvest?.Exit == ExitCode.Unavailable || Unchecked.Count > 0 ? ExitCode.Unavailable
        : Findings.Any(finding => finding.Severity != Severity.Note) ? ExitCode.NeedsAPerson
        : ExitCode.Done;

    /// <summary>For a person: <c>2 errors, 1 warning</c>; empty where there are none.</summary>
    public string Counts
    {
        get
        {
            (Severity Severity, string Name)[] kinds = [(Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Note, "note")];
            return string.Join(", ", kinds
                .Select(kind => (Count: Findings.Count(finding => finding.Severity == kind.Severity), kind.Name))
                .Where(kind => kind.Count > 0).Select(kind => Humanize.Count(kind.Count, kind.Name)));
        }
    }

    /// <summary>For a person: how many of the titles that do not fit have been looked into.</summary>
    internal static string TitlesSentence((int Done, int All) progress) =>
        $"{progress.Done} of {Humanize.Count(progress.All, "title")} that did not fit looked into";

    /// <summary>Makes the changes that are certain, as part of an edit. Read and compare again afterwards: lines may have moved.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="keepsSuggested">Whether the sentences taken from abstracts are kept, and lose their marks.</param>
    /// <exception cref="IOException">A file cannot be written, or other programs were at it for too long; nothing has changed.</exception>
    public IReadOnlyList<FixedLine> Fix(Edit edit, bool keepsSuggested)
    {
        var findings = Findings.Select(finding => keepsSuggested && finding.Fix is null ? finding with { Fix = finding.Accept } : finding);
        return Fixer.Apply(edit, [.. findings], Files);
    }

    /// <summary>The line that a finding is about, as it was read; null where it cannot be.</summary>
    internal string? LineOf(Finding finding) =>
        Files.FirstOrDefault(file => file.Name == finding.File) is { } file ? TextLines.Of(file.Content)?.At(finding.Line) : null;

    /// <param name="scope">What was checked.</param>
    /// <param name="verdicts">What is known of it.</param>
    /// <param name="all">What was found, also what the editor lets stand.</param>
    internal static CheckReport Of(CheckScope scope, Verdicts verdicts, IReadOnlyList<Finding> all) =>
        Of(scope, verdicts, [.. all.Where(finding => !scope.Left.Contains(finding.Key))], all.Count);

    private static CheckReport Of(CheckScope scope, Verdicts verdicts, IReadOnlyList<Finding> findings, int all) => new(
        findings, UncheckedIn(scope, verdicts))
    {
        Files = scope.Files,
        Left = all - findings.Count,
        Drafts = [.. DraftProgress.Of(scope.Files.Where(file => file.Kind == FileKind.Draft && scope.Has(file)), findings)],
        UnreadIssues = scope.UnreadIssues,
        Titles = findings.Select(finding => finding.Id).OfType<string>().Distinct()
            .Select(id => (Id: id, Paper: PaperOf(id, verdicts.Known)))
            .Where(one => one.Paper is not null).ToDictionary(one => one.Id, one => one.Paper!.Title),
    };

    private static Eprint? PaperOf(string id, KnownPapers known) =>
        ArxivIdentifier.TryParse(id, out var identifier) ? known.Papers.GetValueOrDefault(identifier) : null;

    private static List<UncheckedPlace> UncheckedIn(CheckScope scope, Verdicts verdicts) =>
    [
        .. from place in scope.Places
           where place.Identifier is not null && verdicts.Known.AbsenceOf(place) is null
           where verdicts.PaperOf(place) is null || verdicts.IsUnsettled(place)
           let paper = place.Identifier!.Value
           let reason = verdicts.PaperOf(place) is not null ? LookupOutcome.ArxivUnavailable
               : verdicts.Known.Ledger.GetValueOrDefault(paper)?.Reason ?? LookupOutcome.NotYetTried
           select new UncheckedPlace(paper.ToString(), place.File.Name, place.Claim.Line, reason),
    ];

    /// <summary>Whether nothing is left to do: no mistakes, and nothing that arXiv could not tell of.</summary>
    public bool IsReady => Unchecked.Count == 0 && Findings.All(finding => finding.Severity == Severity.Note);
}

/// <summary>A place that could not be checked.</summary>
/// <param name="Id">The paper linked.</param>
/// <param name="File">The list.</param>
/// <param name="Line">From 1.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/>.</param>
internal sealed record UncheckedPlace(string Id, string File, int Line, string Reason);

/// <summary>How far a draft is.</summary>
/// <param name="Month">The issue.</param>
/// <param name="File">The draft, as a person would write its path.</param>
/// <param name="Papers">In the draft, each once.</param>
/// <param name="InYourWords">Those of them that have words of the editor, or need none in the draft's style.</param>
internal sealed record DraftProgress(Month Month, string File, int Papers, int InYourWords)
{
    internal static IEnumerable<DraftProgress> Of(IEnumerable<CheckedFile> drafts, IReadOnlyList<Finding> findings)
    {
        var open = findings.Where(finding => finding.Id is not null && IsOpen(finding.Code))
            .ToLookup(finding => finding.File, finding => finding.Id!);
        foreach (var draft in drafts)
        {
            if (draft.Month is { } month && DraftText.Read(draft.Content.Span)?.Text is { } text
                && DraftContents.Read(text).Papers is { Count: > 0 } papers)
            {
                var unfinished = papers.Select(paper => paper.ToString()).Intersect(open[draft.Name]).Count();
                yield return new(month, draft.Name, papers.Count, papers.Count - unfinished);
            }
        }
    }

    private static bool IsOpen(string code) => code is FindingCode.SuggestedNoteLeft or FindingCode.NoWords or FindingCode.PlaceholderLeft;
}

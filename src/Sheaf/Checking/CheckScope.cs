using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Identifiers.Repair;
using Sheaf.Files;
using Sheaf.Harvesting;
using Sheaf.Languages;
using Sheaf.Lists;
using Sheaf.Lists.Import;
using Sheaf.Settings;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking;

/// <summary>What a check is about.</summary>
/// <param name="Months">Whose lists and drafts; none: all.</param>
/// <param name="Files">All of the workspace, as they were read.</param>
/// <param name="Places">The claims that are checked, in the order of the files.</param>
/// <param name="UnreadIssues">Past issues in which nothing could be read: what they covered is not known.</param>
internal sealed record CheckScope(
    IReadOnlyList<Month> Months, IReadOnlyList<CheckedFile> Files, IReadOnlySet<ClaimLocation> Places,
    IReadOnlyList<UnreadIssue> UnreadIssues)
{
    /// <summary>The keys of findings that the editor lets stand.</summary>
    public IReadOnlySet<string> Left { get; init; } = new HashSet<string>();

    /// <summary>The papers that the check must know of.</summary>
    public IReadOnlyList<ArxivIdentifier> Papers { get; } =
        [.. Places.Select(place => place.Identifier).OfType<ArxivIdentifier>().Distinct()];

    /// <summary>The harvest that the check needs; null where there is nothing to ask for.</summary>
    public HarvestScope? Harvest => Papers.Count == 0 ? null : new([], Papers) { IsByName = false };

    /// <summary>Whether a draft is looked into as a whole.</summary>
    internal bool Has(CheckedFile draft) => Months.Count == 0 || (draft.Month is { } month && Months.Contains(month));
}

/// <summary>Reads the lists of a workspace, and tells what of them is to be checked.</summary>
internal sealed class CheckScopeReader(Workspace workspace, CuratedFolder lists, EprintStore eprints)
{
    /// <param name="months">Whose lists and drafts are checked; none: all.</param>
    /// <exception cref="BadInputException">A month has neither a list nor a draft.</exception>
    public CheckScope Read(IReadOnlyList<Month> months)
    {
        var published = new PublishedFolder(workspace.Published).Read();
        var files = CheckedFiles.Read(workspace, lists, published);
        var places = files.Where(file => file.Kind != FileKind.Published)
            .SelectMany(file => file.Claims.Select(claim => new ClaimLocation(file, claim))).ToList();
        var undated = places.Where(place => place.File.Month is null);
        var known = eprints.Find([.. undated.Select(place => place.Identifier).OfType<ArxivIdentifier>()]);
        foreach (var month in months)
        {
            if (!undated.Any(place => BelongsTo(place, month, known))
                && !files.Any(file => file.Kind != FileKind.Published && file.Month == month))
            {
                throw new BadInputException($"There is no curated list and no draft for {month}, so there is nothing to check.");
            }
        }

        var scope = places.Where(place => months.Count == 0 || months.Any(month => BelongsTo(place, month, known)));
        return new CheckScope(months, files, scope.ToHashSet(), published.Unread) { Left = new LeftFindings(workspace.Left).Read() };
    }

    /// <summary>
    /// On a list without a month of its own, a paper that nobody has asked for yet may belong to the month of its identifier or to the one
    /// before (field guide 8.2); malformed references on it belong to any.
    /// </summary>
    private static bool BelongsTo(ClaimLocation place, Month month, IReadOnlyDictionary<ArxivIdentifier, Eprint> known) =>
        place.File.Month is { } named ? named == month
        : place.Identifier is not { } identifier || (known.GetValueOrDefault(identifier) is { } paper
            ? paper.Month == month
            : ArxivMonths.MayHold(month, identifier));
}

/// <summary>One file of the workspace that is checked, or that a check looks into.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">The path as a person would write it.</param>
/// <param name="Kind">What kind of list it is.</param>
/// <param name="Month">The issue it is of by its name; null where the papers decide.</param>
/// <param name="Content">Its bytes as they were read.</param>
/// <param name="Claims">What it claims, in the order of its lines.</param>
internal sealed record CheckedFile(
    string Path, string Name, FileKind Kind, Month? Month, ReadOnlyMemory<byte> Content, IReadOnlyList<Claim> Claims)
{
    /// <summary>Of a draft, what Sheaf last wrote there; null where that is not known.</summary>
    public ReadOnlyMemory<byte>? Base { get; init; }

    /// <summary>What it is called whatever the current folder is: <c>curated/2024-04.md</c>.</summary>
    internal string Place => $"{Kind.ToString().ToLowerInvariant()}/{System.IO.Path.GetFileName(Path)}";
}

/// <summary>What a file of the workspace is to its editor.</summary>
internal enum FileKind
{
    Curated,
    Draft,
    Published,
}

/// <summary>A claim and the file it stands in.</summary>
internal sealed record ClaimLocation(CheckedFile File, Claim Claim)
{
    /// <summary>Null where the reference is malformed.</summary>
    public ArxivIdentifier? Identifier => Claim.Reference.Reference?.Identifier;

    /// <summary>
    /// Whether it heads a section of a draft that treats its paper in depth: the paper keeps its line in the list beside it.
    /// </summary>
    internal bool IsInDepth =>
        File.Kind == FileKind.Draft && (Claim.Starred || DraftLanguages.PartUnder(Claim.Section) == DraftPart.InDepth);

    internal Finding Finding(string code, string message, MeantPaper? suggestion = null) =>
        new(code, File.Name, Claim.Line, Identifier?.ToString(), message) { Suggestion = suggestion };

    /// <summary>As a person finds it from another place: by line alone within one file.</summary>
    internal string SeenFrom(ClaimLocation other) => other.File == File ? $"line {Claim.Line}" : $"{File.Name}, line {Claim.Line}";
}

/// <summary>Reads the files that a check is about: curated lists, drafts, and past issues.</summary>
internal static class CheckedFiles
{
    /// <summary>
    /// All of them, in the order in which drafts take the lists. Hidden files, and what Sheaf keeps beside a draft, are left out.
    /// </summary>
    /// <param name="workspace">Whose drafts.</param>
    /// <param name="lists">Its lists, read when nobody is writing them.</param>
    /// <param name="published">Its past issues.</param>
    /// <exception cref="CurationException">A file is too large.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static IReadOnlyList<CheckedFile> Read(Workspace workspace, CuratedFolder lists, PublishedIssues published) =>
    [
        .. lists.ReadBytes().Select(list => Read(list.Path, list.Content, FileKind.Curated)),
        .. Drafts(workspace.Drafts).Where(file => Month.TryParse(Path.GetFileNameWithoutExtension(file.Path), out _)).Select(WithBase),
        .. published.Issues.Select(Issue),
    ];

    private static CheckedFile WithBase(CheckedFile draft)
    {
        var path = BaseOf(draft.Path);
        return File.Exists(path) && BoundedFile.Read(path, FileLimits.OwnList) is { } content ? draft with { Base = content } : draft;
    }

    private static bool IsText(string path) => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".txt";

    private static IEnumerable<CheckedFile> Drafts(string folder) =>
        (Directory.Exists(folder) ? Names(folder) : []).Where(IsText).Select(path => Read(path, ReadDraft(path), FileKind.Draft));

    private static CheckedFile Issue(PublishedIssue issue) =>
        new(
            issue.Path, Workspace.ForReaders(issue.Path), FileKind.Published, issue.Month, issue.Content,
            [.. issue.Covered.Select(AsArxivReadsIt)]);

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(CuratedFolder.Precedence);

    /// <summary>What Sheaf wrote a base of has held text.</summary>
    private static byte[] ReadDraft(string path)
    {
        try
        {
            var patience = new Patience(FilePace.Default, TimeProvider.System, CancellationToken.None);
            return SharedFile.Read(path, FileLimits.OwnList, File.Exists(BaseOf(path)), patience) ?? [];
        }
        catch (TooLargeException)
        {
            throw CurationException.TooLarge(path, FileLimits.OwnList);
        }
    }

    private static string BaseOf(string draft) =>
        Path.Combine(Path.GetDirectoryName(draft)!, ".sheaf", $"{Path.GetFileNameWithoutExtension(draft)}.base.md");

    private static CheckedFile Read(string path, byte[] content, FileKind kind)
    {
        var name = Path.GetFileName(path);
        var claims = ClaimsOf(name, content, kind).Select(AsArxivReadsIt);
        return new CheckedFile(path, Workspace.ForReaders(path), kind, MonthOf(name), content, [.. claims]);
    }

    /// <summary>
    /// What a file claims. In a draft the lines of an entry may have been wrapped, by which a byline would look like a title above its
    /// link.
    /// </summary>
    private static IReadOnlyList<Claim> ClaimsOf(string name, byte[] content, FileKind kind) =>
        ListReader.Read(name, kind == FileKind.Draft && TextLines.Of(content) is { } lines && new DraftLines(lines).Unwrapped() is { } whole
            ? Encoding.UTF8.GetBytes(whole)
            : content, FileLimits.OwnList);

    private static Claim AsArxivReadsIt(Claim claim) => claim with { Reference = ZeroPadding.Mend(claim.Reference) };

    /// <summary>Lists and drafts are named <c>2024-04.md</c>.</summary>
    private static Month? MonthOf(string name) =>
        name.Length > 7 && name[7] == '.' && Month.TryParse(name[..7], out var month) ? month : null;
}

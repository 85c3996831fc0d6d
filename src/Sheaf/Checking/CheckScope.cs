using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
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
    /// <summary>The papers that the check must know of.</summary>
    public IReadOnlyList<ArxivIdentifier> Papers { get; } =
        [.. Places.Select(place => place.Identifier).OfType<ArxivIdentifier>().Distinct()];

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
        return new CheckScope(months, files, scope.ToHashSet(), published.Unread);
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

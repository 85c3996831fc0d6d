using Sheaf.Checking.Rules;

namespace Sheaf.Checking;

/// <summary>Compares what lists claim with what is known: a pure function.</summary>
public static class Checker
{
    /// <param name="files">All of the workspace: those not in scope are looked into for duplicates and past issues.</param>
    /// <param name="facts">What is known of the papers.</param>
    /// <param name="isInScope">The places about which findings are wanted.</param>
    /// <param name="isDraftInScope">The drafts that are looked into as a whole; null for all.</param>
    /// <returns>By severity, then file and line.</returns>
    public static IReadOnlyList<Finding> Check(
        IReadOnlyList<CheckedFile> files, KnownPapers facts, Func<ClaimLocation, bool> isInScope, Func<CheckedFile, bool>? isDraftInScope = null)
    {
        var places = files.SelectMany(file => file.Claims.Select(claim => new ClaimLocation(file, claim))).ToList();
        var scope = places.Where(place => place.File.Kind != FileKind.Published).Where(isInScope).ToList();
        var lists = new ListRules(places, facts);
        var coverage = new CoverageRules(files, facts);
        var ofFile = scope.ToLookup(place => place.File.Path);
        var drafts = files.Where(file => file.Kind == FileKind.Draft && isDraftInScope?.Invoke(file) != false).Select(file => (File: file, Places: ofFile[file.Path].ToList()));
        var findings = scope.SelectMany(place => ReferenceRules.Of(place, facts)
                .Concat(TitleRules.Of(place, facts))
                .Concat(PaperRules.Of(place, facts))
                .Concat(lists.Of(place)))
            .Concat(drafts.SelectMany(draft => DraftRules.Of(draft.File, draft.Places, facts).Concat(coverage.Of(draft.File, draft.Places))));
        return FindingKeys.Give(
            [
                .. findings.OrderBy(finding => finding.Severity).ThenBy(finding => finding.File, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Line).ThenBy(finding => finding.Code, StringComparer.Ordinal),
            ],
            files);
    }
}

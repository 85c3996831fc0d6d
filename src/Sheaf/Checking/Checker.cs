using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Checking.Rules;

namespace Sheaf.Checking;

/// <summary>Compares what lists claim with what is known: a pure function.</summary>
internal static class Checker
{
    /// <param name="files">All of the workspace: those not in scope are looked into for duplicates and past issues.</param>
    /// <param name="facts">What is known of the papers, and what became of what is claimed of them.</param>
    /// <param name="isInScope">The places about which findings are wanted.</param>
    /// <param name="isDraftInScope">The drafts that are looked into as a whole; null for all.</param>
    /// <returns>By severity, then file and line.</returns>
    public static IReadOnlyList<Finding> Check(
        IReadOnlyList<CheckedFile> files, Verdicts facts, Func<ClaimLocation, bool> isInScope,
        Func<CheckedFile, bool>? isDraftInScope = null)
    {
        var places = files.SelectMany(file => file.Claims.Select(claim => new ClaimLocation(file, claim))).ToList();
        var scope = places.Where(place => place.File.Kind != FileKind.Published).Where(isInScope).ToList();
        var lists = new ListRules(places, facts);
        var coverage = new CoverageRules(files, facts);
        var ofFile = scope.ToLookup(place => place.File.Path);
        var drafts = files.Where(file => file.Kind == FileKind.Draft && isDraftInScope?.Invoke(file) != false)
            .Select(file => (File: file, Places: ofFile[file.Path].ToList()));
        var ofPlaces = scope.SelectMany(place => (IEnumerable<Finding>)
            [.. ReferenceRules.Of(place, facts), .. TitleRules.Of(place, facts), .. PaperRules.Of(place, facts), .. lists.Of(place)]);
        var ofDrafts = drafts.SelectMany(draft => (IEnumerable<Finding>)
            [.. DraftRules.Of(draft.File, draft.Places, facts), .. coverage.Of(draft.File, draft.Places)]);
        var findings = ofPlaces.Concat(ofDrafts);
        return FindingKeys.Give(
            [
                .. findings.OrderBy(finding => finding.Severity).ThenBy(finding => finding.File, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Line).ThenBy(finding => finding.Code, StringComparer.Ordinal),
            ],
            files);
    }
}

/// <summary>
/// Gives findings their keys. A key is made of what was found and of which paper, not of where it stands: lines above may come and go, and
/// other findings may be settled. A finding that says something else than before, such as another change by arXiv, is another one.
/// </summary>
internal static partial class FindingKeys
{
    public static IReadOnlyList<Finding> Give(IReadOnlyList<Finding> findings, IReadOnlyList<CheckedFile> files)
    {
        var places = files.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Place);
        var given = new Dictionary<string, int>();
        var keyed = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var key = KeyOf(finding, places);
            var times = given[key] = given.GetValueOrDefault(key) + 1;
            keyed.Add(finding with { Key = times == 1 ? key : $"{key}-{times}" });
        }

        return keyed;
    }

    private static string KeyOf(Finding finding, Dictionary<string, string> places)
    {
        // What these say beside their code is figures and advice, which change while the finding does not.
        var isOfPaper = finding.Code is FindingCode.SuggestedNoteLeft or FindingCode.NoWords or FindingCode.CountMismatch
            or FindingCode.NotInDraft or FindingCode.NotOnList;
        var message = isOfPaper ? "" : LineNumber().Replace(finding.Message, "");
        var text = string.Join('\n', finding.Code, places.GetValueOrDefault(finding.File, finding.File), finding.Id, message);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    /// <summary>Where another place is named: its file, which has another name from another folder, and its line.</summary>
    [GeneratedRegex(@"(?<= )(\S+, )?line [0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LineNumber();
}

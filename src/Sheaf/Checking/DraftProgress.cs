using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Merging;

namespace Sheaf.Checking;

/// <summary>How far a draft is.</summary>
/// <param name="Month">The issue.</param>
/// <param name="File">The draft, as a person would write its path.</param>
/// <param name="Papers">In the draft, each once.</param>
/// <param name="InYourWords">Those of them that have words of the editor, or need none in the draft's style.</param>
public sealed record DraftProgress(Month Month, string File, int Papers, int InYourWords)
{
    internal static IEnumerable<DraftProgress> Of(IEnumerable<CheckedFile> drafts, IReadOnlyList<Finding> findings)
    {
        var open = findings.Where(finding => finding.Id is not null && IsOpen(finding.Code)).ToLookup(finding => finding.File, finding => finding.Id!);
        foreach (var draft in drafts)
        {
            if (draft.Month is { } month && DraftText.Read(draft.Content.Span)?.Text is { } text && DraftContents.Read(text).Papers is { Count: > 0 } papers)
            {
                yield return new(month, draft.Name, papers.Count, papers.Count - papers.Select(paper => paper.ToString()).Intersect(open[draft.Name]).Count());
            }
        }
    }

    private static bool IsOpen(string code) => code is FindingCode.SuggestedNoteLeft or FindingCode.NoWords or FindingCode.PlaceholderLeft;
}

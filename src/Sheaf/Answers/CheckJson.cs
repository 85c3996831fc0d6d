using System.Text.Json.Serialization;
using Sheaf.Checking;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>What <c>check</c> writes under <c>--json</c>.</summary>
/// <param name="Findings">By severity, then file and line.</param>
/// <param name="Fixed">Lines that <c>--fix</c> has mended; what they were mended for is not among the findings any more.</param>
/// <param name="Unchecked">What arXiv could not tell of.</param>
/// <param name="Drafts">How far the drafts are.</param>
/// <param name="Unread">Past issues in which nothing could be read.</param>
internal sealed record CheckJson(
    IReadOnlyList<FindingJson> Findings, IReadOnlyList<FixJson> Fixed, IReadOnlyList<UncheckedPlace> Unchecked,
    IReadOnlyList<ProgressJson> Drafts,
    IReadOnlyList<UnreadJson> Unread)
{
    internal static CheckJson Of(CheckReport report, IReadOnlyList<FixedLine> mended) => new(
        [.. report.Findings.Select(FindingJson.Of)],
        [.. mended.Select(FixJson.Of)],
        report.Unchecked,
        [.. report.Drafts.Select(draft => new ProgressJson(draft.Month.ToString(), draft.File, draft.Papers, draft.InYourWords))],
        [.. report.UnreadIssues.Select(UnreadJson.Of)]);
}

/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="File">The draft.</param>
/// <param name="Papers">In the draft, each once.</param>
/// <param name="InYourWords">Those that have words of the editor.</param>
internal sealed record ProgressJson(string Month, string File, int Papers, int InYourWords);

/// <param name="File">A past issue in which nothing could be read.</param>
/// <param name="Problem">Why.</param>
internal sealed record UnreadJson(string File, string Problem)
{
    internal static UnreadJson Of(UnreadIssue issue) => new(Workspace.ForReaders(issue.Path), issue.Problem);
}

/// <param name="Key">Stays while the finding does, wherever its line goes.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Code">One of <see cref="FindingCode"/>.</param>
/// <param name="File">The list.</param>
/// <param name="Line">From 1.</param>
/// <param name="Id">As linked; null where the reference names no paper.</param>
/// <param name="Message">One or two sentences.</param>
/// <param name="Suggestion">The paper that was meant; left out where there is none.</param>
internal sealed record FindingJson(
    string Key,
    string Severity,
    string Code,
    string File,
    int Line,
    string? Id,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SuggestionJson? Suggestion)
{
    internal static FindingJson Of(Checking.Finding finding) => new(
        finding.Key, NameOf(finding.Severity), finding.Code, finding.File, finding.Line, finding.Id, finding.Message,
        finding.Suggestion is { } meant ? SuggestionJson.Of(meant) : null);

    private static string NameOf(Severity severity) => severity switch
    {
        Checking.Severity.Error => "error",
        Checking.Severity.Warning => "warning",
        _ => "note",
    };
}

/// <param name="Id">The paper that was meant.</param>
/// <param name="Title">arXiv's.</param>
/// <param name="Why">What speaks for it.</param>
/// <param name="Authors">Names in their order.</param>
/// <param name="Day">Of its first submission, as <c>2024-04-22</c>.</param>
internal sealed record SuggestionJson(string Id, string Title, string Why, IReadOnlyList<string> Authors, string Day)
{
    internal static SuggestionJson Of(MeantPaper meant) => new(
        meant.Identifier.ToString(), meant.Title, meant.Why, [.. meant.Authors.Select(author => author.Name)], UtcText.Day(meant.Day));
}

/// <param name="Code">What was mended.</param>
/// <param name="File">The list.</param>
/// <param name="Line">Where it stood, from 1.</param>
/// <param name="Before">The line as it was.</param>
/// <param name="After">The line as it is; null: it is gone.</param>
internal sealed record FixJson(string Code, string File, int Line, string Before, string? After)
{
    internal static FixJson Of(FixedLine mended) =>
        new(mended.Finding.Code, mended.Finding.File, mended.Finding.Line, mended.Before, mended.After);
}

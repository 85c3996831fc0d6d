using System.Text.Json.Serialization;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Store.Sweeps;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Service;

/// <summary>
/// Something that a person should hear of, as <c>Notify:Command</c> gets it on standard input: one JSON object. Keys are part of the
/// contract.
/// </summary>
/// <param name="Event"><c>draft-ready</c>, <c>needs-person</c> or <c>stopped</c>.</param>
/// <param name="Message">One or two sentences. Text from outside in it is on one line and holds nothing invisible.</param>
/// <param name="Workspace">The folder.</param>
/// <param name="Time">When it happened, as <c>2024-05-02T06:00:00Z</c>.</param>
internal sealed partial record Notice(string Event, string Message, string Workspace, string Time)
{
    /// <summary>References named in a message; the rest are counted.</summary>
    private const int MostNamed = 10;

    /// <summary>The month it is about, as <c>2024-04</c>; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Month { get; init; }

    /// <summary>The draft's whole path; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    /// <summary>
    /// Why a person is needed: <c>missing-papers</c>, <c>incomplete-sweep</c>, <c>mistakes</c> or <c>failed</c>; <c>forbidden</c> for a
    /// stop; left out for a draft.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>A draft has been written; null where the file held the text already.</summary>
    public static Notice? OfDraft(NoticePlace place, MonthDraft made, DraftOutcome outcome)
    {
        var month = made.Draft.Month;
        var papers = made.Draft.Count == 1 ? "1 paper" : $"{made.Draft.Count} papers";
        var message = outcome.Kind switch
        {
            DraftOutcomeKind.Written => $"The draft of {month.Title} is ready: {papers} in {outcome.Path}.",
            DraftOutcomeKind.Merged =>
                $"The draft of {month.Title} was brought up to date around your edits: {papers} on the list, {outcome.Path}.",
            _ => null,
        };
        return message is null ? null : place.Of("draft-ready", message) with { Month = month.ToString(), File = outcome.Path };
    }

    /// <summary>Papers are on a month's list and not in its draft; null where none are.</summary>
    public static Notice? OfAbsent(NoticePlace place, MonthDraft made) => made.Absent.Count == 0 ? null
        : place.NeedsPerson(
            "missing-papers",
            $"On the list of {made.Draft.Month.Title} but not in the draft: {Named(made.Absent)}.") with
        {
            Month = made.Draft.Month.ToString(),
        };

    /// <summary>
    /// A harvest left papers that a person must look at; null where it did not, and where asking arXiv again is all it takes.
    /// </summary>
    public static Notice? OfHarvest(NoticePlace place, HarvestReport report) => report.Exit != ExitCode.NeedsAPerson ? null
        : place.NeedsPerson(
            "missing-papers", $"Missing after the harvest: {Named([.. report.Missing.Select(paper => $"{paper.Id} ({paper.Reason})")])}.");

    /// <summary>
    /// A sweep could not prove that it has everything; null where it could, and where asking arXiv again is all it takes.
    /// </summary>
    public static Notice? OfSweep(NoticePlace place, SweepReport report)
    {
        var incomplete = report.Months.Where(month => month.State == SweepState.Incomplete)
            .Select(month => $"{month.Month} ({month.Reason})").ToList();
        return report.Exit != ExitCode.NeedsAPerson || incomplete.Count == 0 ? null
            : place.NeedsPerson("incomplete-sweep", $"The sweep is incomplete: {Named(incomplete)}.");
    }

    private static string Named(IReadOnlyList<string> references)
    {
        var named = string.Join(", ", references.Take(MostNamed).Select(PlainLine.Of));
        return references.Count > MostNamed ? $"{named} and {references.Count - MostNamed} more" : named;
    }

    /// <summary>The shape as it goes out: nothing but ASCII, so that whatever reads it needs no particular encoding.</summary>
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Notice))]
    internal sealed partial class Shapes : JsonSerializerContext;
}

/// <summary>Where notices come from, and by which clock.</summary>
internal sealed class NoticePlace(Workspace workspace, TimeProvider time)
{
    /// <summary>A run could not be carried out.</summary>
    public Notice Failed(string message) => NeedsPerson("failed", message);

    /// <summary>arXiv answered 403, and nothing is asked any more.</summary>
    public Notice Stopped(ArxivForbiddenException forbidden) => Of("stopped", forbidden.Message) with { Reason = "forbidden" };

    public Notice NeedsPerson(string reason, string message) => Of("needs-person", message) with { Reason = reason };

    public Notice Of(string what, string message) =>
        new(what, PlainLine.Of(message), workspace.Folder, UtcText.From(time.GetUtcNow()));
}

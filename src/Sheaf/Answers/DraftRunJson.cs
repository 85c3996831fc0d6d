using System.Text.Json.Serialization;
using Sheaf.Drafts;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;

namespace Sheaf.Answers;

/// <summary>What <c>draft</c> writes under <c>--json</c>.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Papers">In the draft as it would be without edits.</param>
/// <param name="Outcome">See <see cref="WrittenDraft"/>.</param>
/// <param name="Path">The file that holds the text.</param>
/// <param name="Absent">On the list and not known to the store.</param>
/// <param name="Added">Papers that are new in the draft.</param>
/// <param name="Updated">Papers of which what nobody touched says something else now.</param>
/// <param name="Removed">Papers that are no longer on the list, and gone.</param>
/// <param name="Left">Papers that are no longer on the list, and left as somebody has worked on them.</param>
/// <param name="Kept">Papers that somebody has worked on, left as they are.</param>
/// <param name="ChangedUnderEdits">What has changed where somebody has worked.</param>
internal sealed record DraftRunJson(
    string Month, int Papers, string Outcome, string Path, IReadOnlyList<string> Absent,
    IReadOnlyList<string> Added, IReadOnlyList<string> Updated, IReadOnlyList<string> Removed, IReadOnlyList<string> Left,
    IReadOnlyList<string> Kept,
    IReadOnlyList<FactChange> ChangedUnderEdits)
{
    /// <summary>The copy of a draft whose edits were discarded; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OldCopy { get; init; }

    /// <summary>What would change, as a unified diff; left out where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Diff { get; init; }

    /// <summary>The style that the draft is written in.</summary>
    public required string Style { get; init; }

    /// <summary>What its sections are made by: <c>section</c>, <c>tag</c> or <c>category</c>.</summary>
    public required string GroupBy { get; init; }

    /// <summary>Papers of which the lists have several notes; the first of each is in the draft.</summary>
    public required IReadOnlyList<CompetingNotesJson> CompetingNotes { get; init; }

    /// <summary>Past issues in which nothing could be read.</summary>
    public required IReadOnlyList<UnreadJson> Unread { get; init; }

    internal static DraftRunJson Of(MonthDraft made, WrittenDraft written)
    {
        var changes = written.Changes;
        return new(
            made.Draft.Month.ToString(), made.Draft.Count, written.Outcome, written.Path, made.Absent,
            changes.Added, changes.Updated, changes.Removed, changes.Left, changes.Kept, changes.ChangedUnderEdits)
        {
            Style = made.Style.Name,
            GroupBy = DraftGroups.NameOf(made.Grouping.Now),
            CompetingNotes = [.. made.CompetingNotes.Select(notes => new CompetingNotesJson(notes.Paper.ToString(), notes.Notes))],
            Unread = [.. made.UnreadIssues.Select(UnreadJson.Of)],
            OldCopy = written.OldCopy,
            Diff = written.Diff,
        };
    }
}

/// <param name="Id">The paper.</param>
/// <param name="Notes">The first is in the draft.</param>
internal sealed record CompetingNotesJson(string Id, IReadOnlyList<PlacedNote> Notes);

/// <param name="Outcome"><c>written</c>, <c>unchanged</c>, <c>merged</c> or, where nothing is written, <c>planned</c>.</param>
/// <param name="Path">The file that holds the text.</param>
internal sealed record WrittenDraft(string Outcome, string Path)
{
    /// <summary>What it did to the papers in the draft.</summary>
    public DraftChanges Changes { get; init; } = DraftChanges.None;

    /// <summary>The copy of a draft whose edits were discarded; null where there is none.</summary>
    public string? OldCopy { get; init; }

    /// <summary>What would change, line by line; null where that was not asked for.</summary>
    public string? Diff { get; init; }

    internal static WrittenDraft Of(DraftOutcome outcome) =>
        new(outcome.Kind.ToString().ToLowerInvariant(), outcome.Path) { Changes = outcome.Changes, OldCopy = outcome.OldCopy };
}

using System.Text.Json.Serialization;
using Sheaf.Publishing;

namespace Sheaf.Answers;

/// <summary>What <c>publish</c> writes under <c>--json</c>.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Outcome"><c>published</c>, <c>unchanged</c>, <c>planned</c> or <c>refused</c>.</param>
/// <param name="Title">Of the issue; null where it was not made.</param>
/// <param name="At">When it was published last; null where it never was, as with a plan.</param>
/// <param name="Files">The files, with what became of each.</param>
/// <param name="Kept">Where is kept what was replaced.</param>
/// <param name="ChangedSince">How many places of the draft differ from what was published before: each entry, and all other text as
/// one.</param>
/// <param name="Findings">Of <c>check</c>, in the draft and the month's list.</param>
/// <param name="Command">How <c>Publish:Command</c> ended; null where there was none to run.</param>
internal sealed record PublishJson(
    string Month, string Outcome, string? Title, string? At, IReadOnlyList<PublishFileJson> Files, IReadOnlyList<string> Kept,
    int ChangedSince, IReadOnlyList<FindingJson> Findings, PublishCommandJson? Command)
{
    /// <summary>Why nothing was written; left out where it was, or nothing was to be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Failure? Error { get; init; }

    internal static PublishJson Of(Publication publication) => new(
        publication.Draft.Month.ToString(),
        publication.Kind.ToString().ToLowerInvariant(),
        publication.Receipt?.Title,
        publication.Kind is PublicationKind.Published or PublicationKind.Unchanged ? publication.Receipt?.At : null,
        FilesOf(publication),
        publication.Kept,
        publication.Decision.Change.Places,
        [.. publication.Draft.Report.Findings.Select(FindingJson.Of)],
        publication.Kind == PublicationKind.Planned ? null : PublishCommandJson.Of(publication.Receipt?.Command))
    {
        Error = publication.Kind == PublicationKind.Refused
            ? new((int)publication.Exit, publication.Decision.Why ?? "", publication.Draft.Read.Path, null)
            : null,
    };

    private static IReadOnlyList<PublishFileJson> FilesOf(Publication publication) => publication.Kind switch
    {
        PublicationKind.Published or PublicationKind.Planned =>
            [
                .. publication.Changes.Select(change => new PublishFileJson(
                    change.Before.Path,
                    change.After is null ? change.Before.Content is null ? "absent" : "removed"
                    : change.Before.Hash == change.After.Hash ? "unchanged"
                    : publication.Kind == PublicationKind.Planned ? "planned" : "written")),
            ],
        _ =>
            [
                .. publication.Files.Select(file => new PublishFileJson(
                    file,
                    publication.Changes.Any(change => change.Before.Path == file && change.Before.Content is null)
                        ? "absent"
                        : "unchanged")),
            ],
    };
}

/// <param name="File">Its whole path.</param>
/// <param name="State"><c>written</c>, <c>unchanged</c>, <c>planned</c>, <c>removed</c> or <c>absent</c>.</param>
internal sealed record PublishFileJson(string File, string State);

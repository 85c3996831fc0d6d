using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of publishing a month.</summary>
internal sealed class PublishPages(DeskParts parts, MonthPublishing publishing, DeskFrames frames)
{
    /// <param name="month">The month.</param>
    /// <param name="isRefused">Whether it was to be published just now, and was not.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<PublishPageModel> MakeAsync(Month month, bool isRefused, CancellationToken cancellationToken)
    {
        var frame = frames.OfMonth(month, $"Publish, {month.Title}", "draft");
        Publication plan;
        try
        {
            plan = await publishing.PlanAsync(month, new(Anyway: false, Again: false, IsPlan: true), cancellationToken);
        }
        catch (BadInputException missing)
        {
            return new(frame, month.ToString(), [SafeText.OneLine(missing.Message)]);
        }

        var issue = PublishedMonth.Read(parts.Workspace, month, parts.Local.Eprints.Find);
        var withWarnings = plan.Kind == PublicationKind.Refused && plan.Draft is { Errors: 0, Doubts: > 0 };
        var shown = withWarnings ? await publishing.PlanAsync(month, new(true, false, true), cancellationToken) : plan;
        return new(frame, month.ToString(), [.. StateOf(issue), .. Draft(plan)])
        {
            Hindrance = plan.Decision.Why is { } why ? SafeText.OneLine(isRefused ? $"Nothing was published. {why}" : why)
                : isRefused ? "Nothing was published."
                : null,
            Files = shown.Kind == PublicationKind.Refused ? [] : [.. FilesOf(shown)],
            Told = ToldOf(shown),
            Findings = FindingsOf(plan.Draft),
            Errata = [.. (issue?.Errata ?? []).Select(erratum => SafeText.OneLine(erratum.Line))],
            CanBePublished = plan.Draft.Errors == 0,
            IsDone = plan.Step == PublishStep.Nothing,
            AsksAnyway = plan.Draft is { Errors: 0, Doubts: > 0 } && plan.Step != PublishStep.Nothing,
            AsksAgain = issue is not null || shown.Kind == PublicationKind.Refused,
            HasCommand = !string.IsNullOrWhiteSpace(parts.Settings.Publish.Command),
        };
    }

    private IEnumerable<string> StateOf(PublishedMonth? issue)
    {
        if (issue is null)
        {
            yield return "Not published yet.";
            yield break;
        }

        yield return $"Published {Humanize.Moment(UtcText.Parse(issue.Receipt.At), parts.Time.GetUtcNow())}.";
        yield return issue.Change.IsNone
            ? "Nothing in the draft has changed since."
            : $"Changed in the draft since: {Humanize.Count(issue.Change.Places, "place")}.";
        if (issue.Receipt.Command is { } command)
        {
            yield return command switch
            {
                { HasSucceeded: true } => "Publish:Command was run then, and ended well.",
                { HasFailed: true } => SafeText.OneLine($"Publish:Command failed{EndOf(command)}. Publishing runs it again."),
                _ => SafeText.OneLine($"How Publish:Command ended is not known{EndOf(command)}."),
            };
        }
    }

    private static string EndOf(ReceiptCommand command) => (command.Exit, command.Message?.Trim().TrimEnd('.')) switch
    {
        (null, null or "") => "",
        (null, var message) => $": {message}",
        (var exit, null or "") => $" with exit code {exit}",
        var (exit, message) => $" with exit code {exit}: {message}",
    };

    private static IEnumerable<string> Draft(Publication plan) =>
        [$"The draft has {Humanize.Count(plan.Draft.Text.Papers.Count, "entry", "entries")}."];

    private static IEnumerable<PublishedFileRow> FilesOf(Publication plan) => plan.Changes.Select(change => new PublishedFileRow(
        $"published/{Path.GetFileName(change.Before.Path)}",
        change.After is null ? change.Before.Content is null ? "stays away" : "moved aside"
        : change.Before.Hash == change.After.Hash ? "stays as it is"
        : change.Before.Content is null ? "written"
        : "written anew"));

    private string ToldOf(Publication plan) =>
        string.IsNullOrWhiteSpace(parts.Settings.Publish.Command) ? "Nobody is told: no Publish:Command is set."
        : plan.CommandIsDue ? "Publish:Command is run then."
        : "Publish:Command is not run again.";

    private static string? FindingsOf(DraftToPublish draft) => (draft.Errors, draft.Doubts) switch
    {
        (0, 0) => null,
        (var errors, 0) => $"{Humanize.Count(errors, "error")} to mend",
        (0, var doubts) => $"{Humanize.Count(doubts, "warning")} to look at",
        var (errors, doubts) => $"{Humanize.Count(errors, "error")} to mend, {Humanize.Count(doubts, "warning")} to look at",
    };
}

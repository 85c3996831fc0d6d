using Microsoft.AspNetCore.Components;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a month: where it stands, and what to do next.</summary>
internal sealed class MonthPages(
    DeskParts parts, DeskFrames frames, MonthChecks checks, MonthGrids grids, BallotPages ballots)
{
    public MonthPageModel Make(Month month)
    {
        var status = parts.Status();
        var now = status.Read(month);
        var counts = parts.Suggestions.Count(month);
        var ballot = ballots.Find(month, out var unreadVotes);
        return new(frames.OfMonth(month, month.Title, "month"), month.ToString(), Next(month, now, counts))
        {
            Counts = [.. Counts(month, now, counts)],
            Figures = FiguresOf(month, now.Sweeps.Count > 0),
            Years = grids.Make(month),
            Ballot = ballots.StateOf(month, ballot, unreadVotes, counts.Open, now.Asked),
            Missing = [.. now.Missing.Select(MissingOf)],
            Changes = [.. now.ChangedSinceDrafted.Select(change => new ChangedPaper(
                change.Id, change.What, Shown(change.Before), Shown(change.After)))],
            Sweeps = [.. now.Sweeps.Select(SentenceOf)],
            Warnings = [.. Warnings(status), .. (now.Published?.Errata ?? []).Select(erratum => SafeText.OneLine(erratum.Line))],
            Runs = RunsOf(now),
        };
    }

    private NextStep Next(Month month, MonthStatusJson now, SuggestionCounts counts)
    {
        var suggestions = DeskPaths.Suggestions(month);
        var ranking = parts.Suggestions.Read(month, SuggestionPile.Open, 0, 0).Kept;
        return (ranking, counts.Open, now.Missing.Any(CanBeAsked)) switch
        {
            (KeptRanking.Making, _, _) => new("The month is being ranked at this moment.", "Suggestions", suggestions),
            (_, > 0, _) => new(
                $"{Humanize.Count(counts.Open, "paper")} of the month {(counts.Open == 1 ? "waits" : "wait")} for your decision.",
                "Go on with the suggestions", suggestions),
            (_, _, true) => new(
                $"Not fetched yet: {Humanize.Count(now.Missing.Count(CanBeAsked), "paper")} of your list.", "Fetch what is missing",
                Run: "harvest"),
            (KeptRanking.None, _, _) when now.Sweeps.Count > 0 => new(
                "The month's papers are here, and have not been ranked by your taste yet.", $"Rank {month.Title}", Run: "rank"),
            (KeptRanking.None, _, _) when !parts.Settings.Sweep.Categories.IsEmpty => new(
                "The month's papers have not been swept yet: without them nothing can be suggested.", "See what a sweep would ask",
                $"/runs?kind=sweep&months={month}"),
            (KeptRanking.None, _, _) when !File.Exists(parts.Workspace.SettingsFile) => new(
                "Say which categories you follow, and Sheaf can suggest what you may have missed.", "Three questions", "/start"),
            (KeptRanking.None, _, _) => new(
                "Set Sweep:Categories in sheaf.json, and Sheaf can suggest what you may have missed (Help, settings).", "Help",
                "/help/settings"),
            _ when now.Asked == 0 => new(
                "Every suggestion has been decided on, and nothing is on the list.", "Look them through", $"{suggestions}?show=refused"),
            _ => Finish(month, now),
        };
    }

    /// <summary>What is to be done with a month whose papers are chosen.</summary>
    private NextStep Finish(Month month, MonthStatusJson now)
    {
        const string decided = "Every suggestion has been decided on";
        return (now.Published, checks.CountOf(month)) switch
        {
            _ when !File.Exists(parts.Workspace.DraftFile(month)) => new(
                $"{decided}, and there is no draft yet.", "Write the draft", Run: "draft"),
            ({ ChangedSince: > 0 and var places }, _) => new(
                $"Published, and changed in the draft since: {Humanize.Count(places, "place")}.", "See what publishing it anew would do",
                DeskPaths.Publish(month)),
            ({ } issue, _) => new($"Published {MomentOf(issue.At)}.", "See what was published", DeskPaths.Publish(month)),
            (null, > 0 and var found) => new(
                $"{decided}; the check found {Humanize.Count(found, "thing")} to look at.", "Look at what was found",
                DeskPaths.Check(month)),
            _ => new($"{decided}, and nothing is left to mend.", "See what publishing would do", DeskPaths.Publish(month)),
        };
    }

    private static IEnumerable<MonthCount> Counts(Month month, MonthStatusJson now, SuggestionCounts counts)
    {
        var path = DeskPaths.Suggestions(month);
        yield return new("On the list", Humanize.Number(now.Asked), $"/{month}/list");
        yield return new("Undecided", Humanize.Number(counts.Open), path);
        yield return new("Later", Humanize.Number(counts.Later), $"{path}?show=later");
        yield return new("Refused", Humanize.Number(counts.Refused), $"{path}?show=refused");
        yield return new("Missing", Humanize.Number(now.Missing.Count), now.Missing.Count > 0 ? "#missing" : null);
        if (now.Withdrawn.Count > 0)
        {
            yield return new("Withdrawn", Humanize.Number(now.Withdrawn.Count), $"/papers/{now.Withdrawn[0]}");
        }

        if (now.Published is { } issue)
        {
            yield return new("Published", issue.At[..10], DeskPaths.Publish(month));
        }
    }

    /// <summary>What is on the list, as on the draft's page; where the month was swept, beside all its papers.</summary>
    private MarkupString? FiguresOf(Month month, bool isSwept)
    {
        var (draft, counts) = (DraftOf(month), isSwept ? parts.Local.MonthCounts.Count(month) : null);
        var figures = counts is { Papers: > 0 } ? SweptFigures.From(month, counts, draft is { Count: > 0 } ? MonthFigures.Of(draft) : null)
            : draft is null ? null
            : PageFigures.From(draft);
        return figures is null ? null : DeskMarkup.Of(figures);
    }

    private Draft? DraftOf(Month month)
    {
        try
        {
            return parts.Local.Drafts.Compose(month).Draft;
        }
        catch (Exception failure) when (failure is BadInputException or CurationException)
        {
            // There is no list, or one that cannot be read, which is told elsewhere.
            return null;
        }
    }

    private IEnumerable<string> Warnings(StatusReader status)
    {
        if (status.Gate.Stopped is { } stop)
        {
            yield return
                $"All requests are stopped: arXiv answered 403 at {Moment(stop.Since)}. Find out why, then run sheaf doctor --resume.";
        }

        foreach (var unread in new CuratedFolder(parts.Workspace.Curated).ReadEach().Unread)
        {
            yield return SafeText.OneLine(unread.Sentence);
        }
    }

    private MissingPaper MissingOf(MissingStatus missing)
    {
        var tried = missing.Attempts == 0
            ? "Not looked for yet."
            : $"Looked for {Humanize.Count((int)missing.Attempts, "time")}, last {MomentOf(missing.LastAttempt)}.";
        var next = missing.NextAttempt is { } moment ? $" Next: {MomentOf(moment)}." : "";
        return new(
            SafeText.OneLine(missing.Id), SafeText.OneLine(missing.Detail ?? ReasonOf(missing.Reason)), tried + next, CanBeAsked(missing));
    }

    private static bool CanBeAsked(MissingStatus missing) => !LookupOutcome.IsFinal(missing.Reason);

    private static string ReasonOf(string reason) => reason.Replace('-', ' ');

    private string SentenceOf(SweepJson sweep) => SafeText.OneLine(
        $"Sweep of {sweep.Categories}: {sweep.State.Replace('-', ' ')}, {Humanize.Count(sweep.Seen, "paper")} seen"
        + $"{(sweep.Swept is { } swept ? $", last whole one {MomentOf(swept)}" : "")}{(sweep.Reason is { } reason ? $": {reason}" : "")}.");

    private string RunsOf(MonthStatusJson now) =>
        $"{(now.LastRun is { } last ? $"The last run ended {MomentOf(last)}." : "Nothing has run yet.")}"
        + $"{(now.NextRun is { } next ? $" The next is due {MomentOf(next)}." : "")}";

    private string MomentOf(string? moment) => moment is null ? "never" : Moment(UtcText.Parse(moment));

    private string Moment(DateTimeOffset moment) => Humanize.Moment(moment, parts.Time.GetUtcNow());

    private static string? Shown(string? text) => text is null ? null : SafeText.OneLine(text);
}

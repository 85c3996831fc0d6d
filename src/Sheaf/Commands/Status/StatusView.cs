using System.Globalization;
using Sheaf.Answers;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>The status, for readers.</summary>
internal static class StatusView
{
    public static void Show(Terminal terminal, MonthStatusJson month)
    {
        terminal.Say(
            $"{month.Month}: {Humanize.Count(month.Asked, "paper")} asked for, {month.Fetched} fetched, {month.Missing.Count} missing"
            + $"{(month.PageToCome.Count > 0 ? $", {month.PageToCome.Count} known with their page to come" : "")}"
            + $"{(month.Withdrawn.Count > 0 ? $", {month.Withdrawn.Count} withdrawn" : "")}.");
        foreach (var paper in month.Missing)
        {
            terminal.Say(
                $"  {SafeText.OneLine(paper.Id)}: "
                + $"{paper.Reason}{(paper.LastAttempt is null ? "" : $", last tried {Local(paper.LastAttempt)}")}"
                + $"{(paper.Detail is null ? "" : $" ({SafeText.OneLine(paper.Detail)})")}");
        }

        foreach (var id in month.Withdrawn)
        {
            terminal.Say($"  {id}: withdrawn");
        }

        foreach (var change in month.ChangedSinceDrafted)
        {
            terminal.Say($"  {change.Id}: changed since the draft was written: {Change(change)}");
        }

        foreach (var signals in month.Signals)
        {
            terminal.Say(signals.Sentence);
        }

        terminal.Say(month.FreshAsOf is null ? "Nothing has been fetched yet." : $"Fresh as of {Local(month.FreshAsOf)}.");
        terminal.Say($"Last run: {Local(month.LastRun)}. Next on schedule: {Local(month.NextRun)} (while sheaf serve runs).");
    }

    public static void Show(Terminal terminal, StatusJson whole, string workspace)
    {
        terminal.Say(
            $"{workspace}: {Humanize.Count(whole.Papers, "paper")} in the store, {Humanize.Count(whole.Months.Count, "month")} on the "
            + "lists.");
        foreach (var month in whole.Months)
        {
            terminal.Say($"  {month.Month}  {month.Asked,4} asked  {month.Fetched,4} fetched  {month.Missing.Count,4} missing");
        }

        foreach (var bad in whole.Unplaced)
        {
            terminal.Say($"  {SafeText.OneLine(bad.Id)}: {bad.Reason}");
        }

        foreach (var source in whole.Months.SelectMany(month => month.Signals.Where(signals => signals.Unknown.Count > 0)
            .Select(signals => (signals.Source, month.Month))).GroupBy(unknown => unknown.Source, unknown => unknown.Month))
        {
            terminal.Say($"{SignalSource.Name(source.Key)} is not known yet for {Humanize.Few([.. source.Reverse()])}.");
        }

        terminal.Say(whole.LastRun is null ? "No run yet." : $"Last run: {whole.LastRun.Command}, {Outcome(whole.LastRun)}.");
        if (whole.WaitingUntil is not null)
        {
            terminal.Say($"arXiv asked us to wait until {Local(whole.WaitingUntil)}.");
        }

        terminal.Say($"Next on schedule: {Local(whole.NextRun)} (while sheaf serve runs).");
    }

    private static string Change(ChangeStatus change) => change switch
    {
        { What: "withdrawn", After: not null } => "it has been withdrawn",
        { What: "withdrawn" } => "it is no longer withdrawn",
        { What: "version" } => $"{change.After} is out, it was {change.Before}",
        { Before: null } => $"{change.What} '{SafeText.OneLine(change.After!)}'",
        { After: null } => $"{change.What} no longer '{SafeText.OneLine(change.Before)}'",
        _ => $"{change.What} '{SafeText.OneLine(change.After)}', it was '{SafeText.OneLine(change.Before)}'",
    };

    private static string Outcome(RunStatus run) => run switch
    {
        { Finished: null } => $"begun {Local(run.Started)}, not ended",
        { Exit: 0 } => $"done {Local(run.Finished)}",
        { Exit: 1 } => $"done {Local(run.Finished)}, with something for you to look at",
        { Exit: 3 } => $"ended {Local(run.Finished)} because arXiv was not available",
        { Exit: 130 } => $"stopped {Local(run.Finished)}",
        _ => $"failed {Local(run.Finished)}",
    };

    internal static string Local(string? utc) => utc is null
        ? "never"
        : DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture).ToLocalTime().ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
}

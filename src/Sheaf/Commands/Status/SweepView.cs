using System.CommandLine;
using Sheaf.Settings;
using Sheaf.Store.Sweeps;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>A sweep, for readers.</summary>
internal static class SweepView
{
    public static Option<bool> Sweep { get; } = new("--sweep")
    {
        Description = "Also fetch everything that was first submitted in those months in Sweep:Categories",
    };

    /// <exception cref="BadInputException">No categories are set.</exception>
    public static bool IsAsked(CommandContext context)
    {
        var isAsked = context.Arguments.GetValue(Sweep);
        return !isAsked || !context.Settings.Sweep.Categories.IsEmpty
            ? isAsked
            : throw new BadInputException(
                $"--sweep needs to know what to sweep: put \"Sweep\": {{ \"Categories\": \"cs.CL, cs.LG\" }} into "
                + $"{Settings.Workspace.ForReaders(context.Workspace.SettingsFile)}; cs.* is a whole archive, * everything.");
    }

    public static void Show(Terminal terminal, SweepPlan plan, TimeSpan interval)
    {
        var months = plan.Spans.Sum(span => span.Months.Count);
        terminal.Say(months == 0
            ? "Sweep: nothing is due."
            : $"Sweep of {string.Join(", ", plan.Spans.Select(span => span.Title))}: about {Humanize.Count(plan.Papers, "paper")} in "
                + $"{Humanize.Count(plan.Requests, "request")}, at least {Humanize.Span(plan.LeastTime(interval))}. {plan.Why}");
    }

    public static void Show(Terminal terminal, SweepReport report)
    {
        foreach (var month in report.Months)
        {
            terminal.Say($"Sweep of {Sentence(month)}");
        }

        terminal.Say($"Sweep: {Humanize.Count(report.Requests, "request")}, {Humanize.Span(report.Took)}.");
        if (report.CutShort is not null)
        {
            terminal.Note(
                $"{report.CutShort.TrimEnd('.')}. What was swept is kept: run the same command again later and it goes on there.");
        }

        foreach (var month in report.Months.Where(month => month.State == SweepState.Incomplete))
        {
            terminal.Note($"The sweep of {month.Month} is incomplete: {month.Reason}. Run the same command again.");
        }
    }

    /// <summary><c>2024-04 (cs.CL cs.LG): 4,620 papers, complete: …</c></summary>
    public static string Sentence(SweepRow month) =>
        $"{month.Month} ({month.Categories}): {Humanize.Count(month.Seen, "paper")}, "
        + $"{month.State}{(month.Reason is null ? "" : $" ({month.Reason})")}; {Proof(month)}{Gaps(month)}.";

    private static string Proof(SweepRow month)
    {
        var sequence = month.First == month.Last ? "" : $" from {month.First} to {month.Last}";
        var counted = month.TotalLast is { } total
            ? $"arXiv counts {Humanize.Number(total)}{sequence}, seen {Humanize.Number(month.SpanSeen)}"
            : $"everything changed since was listed to its end{sequence}";
        return $"{counted}{(month.Outside > 0 ? $", {Humanize.Number(month.Outside)} of other categories or months left aside" : "")}";
    }

    private static string Gaps(SweepRow month) => month.Highest is { } highest && highest > month.Numbered
        ? $"; arXiv gave out {Humanize.Number(highest - month.Numbered)} more numbers in that month, to papers of other categories or to "
            + "none that was announced"
            + (month.Elsewhere > 0 ? $" ({Humanize.Number(month.Elsewhere)} of those papers are in the store from elsewhere)" : "")
        : "";
}

using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>A finished harvest, for readers.</summary>
internal static class HarvestView
{
    public static void Show(Terminal terminal, HarvestReport report)
    {
        terminal.Say(report.Sentence);
        foreach (var paper in report.Missing)
        {
            terminal.Say(
                $"  {SafeText.OneLine(paper.Id)}: {paper.Reason}{(paper.Detail is null ? "" : $" ({SafeText.OneLine(paper.Detail)})")}");
        }

        if (report.CutShort is not null)
        {
            terminal.Note(report.CutShort);
        }

        if (report.Exit == ExitCode.Unavailable)
        {
            terminal.Note($"What was fetched is kept. Run the same command again {When(report)}; a running sheaf serve goes on by itself.");
        }
    }

    /// <summary>What to do now that the papers are there.</summary>
    /// <param name="terminal">Where it is said.</param>
    /// <param name="report">How the harvest ended.</param>
    /// <param name="scope">What it covered.</param>
    /// <param name="months">Those for which there is something to draft.</param>
    public static void ShowNext(Terminal terminal, HarvestReport report, HarvestScope scope, IReadOnlySet<Month> months)
    {
        var drafted = months.Where(month => scope.Months.Count == 0 || scope.Months.Contains(month)).Order().ToList();
        if (report.Exit == ExitCode.Unavailable || report.Missing.Count == report.Asked)
        {
            return;
        }

        if (scope.Identifiers is [var paper, ..] && scope.Months.Count == 0)
        {
            terminal.Note($"Next: sheaf show {paper}");
        }
        else if (drafted is [.., var last])
        {
            var others = $"{string.Join(", ", drafted[..^1].TakeLast(3))}{(drafted.Count > 4 ? ", …" : "")}";
            terminal.Note($"Next: sheaf draft {last}{(drafted.Count > 1 ? $" (or another month: {others})" : "")}");
        }
    }

    private static string When(HarvestReport report) =>
        report.NotBefore is { } moment ? $"after {Humanize.Moment(moment, report.Finished)}" : "later";
}

using System.Globalization;
using Sheaf.Checking;
using Sheaf.Drafts;
using Sheaf.Drafts.Text;

namespace Sheaf.Commands;

/// <summary>What a check found, for readers: the worst first, in colour on a terminal.</summary>
internal static class CheckView
{
    public static void Show(Terminal terminal, CheckReport report, IReadOnlyList<FixedLine> mended)
    {
        var page = new ColouredPage(terminal);
        ShowMended(page, mended);
        foreach (var group in report.Findings.GroupBy(finding => finding.Severity))
        {
            ShowGroup(page, group.Key, [.. group]);
        }

        ShowUnchecked(page, report.Unchecked);
        page.Line(Summary(report), report.Findings.Any(finding => finding.Severity == Severity.Error) ? "bold red" : "bold");
    }

    private static void ShowMended(ColouredPage page, IReadOnlyList<FixedLine> mended)
    {
        foreach (var line in mended)
        {
            page.Line($"{line.Finding.File}, line {line.Finding.Line}, mended: {line.Finding.Code}", "bold");
            page.Line($"- {line.Before}", "red");
            if (line.After is not null)
            {
                page.Line($"+ {line.After}", "green");
            }

            page.Line("");
        }
    }

    private static void ShowGroup(ColouredPage page, Severity severity, List<Checking.Finding> findings)
    {
        var (name, colour) = severity switch
        {
            Severity.Error => ("error", "red"),
            Severity.Warning => ("warning", "yellow"),
            _ => ("note", "blue"),
        };
        page.Line(Words.Count(findings.Count, name), $"bold {colour}");
        foreach (var finding in findings)
        {
            page.Line($"  {finding.File}:{finding.Line}  {finding.Code}", colour);
            page.Line($"    {finding.Message}");
            if (finding.Suggestion is { } meant)
            {
                page.Line($"    → {meant.Identifier}  {meant.Title}", "green");
                page.Line($"      {AuthorLine.Write(meant.Authors, namesShown: 3)} ({meant.Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}), https://arxiv.org/abs/{meant.Identifier}");
            }
        }

        page.Line("");
    }

    private static void ShowUnchecked(ColouredPage page, IReadOnlyList<UncheckedPlace> places)
    {
        foreach (var place in places)
        {
            page.Line($"  {place.File}:{place.Line}  {place.Id} could not be checked ({place.Reason}); run the same command again later.", "yellow");
        }
    }

    public static string Summary(CheckReport report)
    {
        var counts = new (Severity Severity, string Name)[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Note, "note") }
            .Select(kind => Words.Count(report.Findings.Count(finding => finding.Severity == kind.Severity), kind.Name));
        var certain = report.Findings.Count(finding => finding.Fix is not null);
        return report.Findings.Count == 0 ? "Nothing to mend."
            : $"{string.Join(", ", counts)}.{(certain > 0 ? $" {Words.Count(certain, "mistake")} can be mended for certain: sheaf check --fix." : "")}";
    }
}

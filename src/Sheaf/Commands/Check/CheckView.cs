using Sheaf.Checking;
using Sheaf.Names;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>
/// What a check found, for readers: how far each draft is, then the kinds of findings, the worst first, each on one line with its places
/// and papers. What cannot be understood so is explained below it; <c>--verbose</c> explains every finding.
/// </summary>
internal static class CheckView
{
    /// <summary>Errors are explained one by one, up to this many of a kind.</summary>
    private const int MostExplained = 10;

    /// <summary>Of other kinds so few are explained one by one.</summary>
    private const int Few = 3;

    public static void Show(Terminal terminal, CheckReport report, IReadOnlyList<FixedLine> mended)
    {
        var page = new ColouredPage(terminal);
        ShowMended(page, mended);
        foreach (var draft in report.Drafts)
        {
            var done = $"{Humanize.Number(draft.InYourWords)} of {Humanize.Count(draft.Papers, "paper")} in your words";
            page.Line($"{draft.File}  {Bar(draft)}  {done}", "bold");
        }

        if (report.Drafts.Count > 0 && report.Findings.Count > 0)
        {
            page.Line("");
        }

        foreach (var kind in report.Findings.GroupBy(finding => finding.Code).OrderBy(kind => kind.First().Severity))
        {
            ShowKind(page, report, [.. kind], terminal.Verbose);
        }

        ShowUnchecked(page, report);
        page.Line(Summary(report), report.Findings.Any(finding => finding.Severity == Severity.Error) ? "bold red" : "bold");
    }

    public static string Summary(CheckReport report)
    {
        var counts = report.Counts;
        var certain = report.Findings.Count(finding => finding.Fix is not null);
        var mend = certain > 0 ? $" {Humanize.Count(certain, "mistake")} can be mended for certain: sheaf check --fix." : "";
        var found = counts.Length > 0 ? $"{counts}.{mend}" : "";
        return !report.IsReady ? found.Length > 0 ? found : "Not all could be checked."
            : $"{Ready(report)}{(found.Length > 0 ? $" {found}" : "")}";
    }

    /// <summary><c>Ready: 59 papers, all in your words.</c></summary>
    private static string Ready(CheckReport report) => report.Drafts.Count == 0
        ? "Nothing to mend."
        : $"Ready: {Humanize.Count(report.Drafts.Sum(draft => draft.Papers), "paper")}, all in your words.";

    private static string Bar(DraftProgress draft)
    {
        const int width = 20;
        var done = draft.InYourWords == draft.Papers ? width : draft.InYourWords * width / draft.Papers;
        return $"[{new string('#', done)}{new string('-', width - done)}]";
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

    private static void ShowKind(ColouredPage page, CheckReport report, IReadOnlyList<Checking.Finding> findings, bool isVerbose)
    {
        var (severity, name, colour) = findings[0].Severity switch
        {
            Severity.Error => (Severity.Error, "error", "red"),
            Severity.Warning => (Severity.Warning, "warning", "yellow"),
            _ => (Severity.Note, "note", "blue"),
        };
        var papers = FindingWords.Names(findings, report.Titles) is { Length: > 0 } names ? $" ({names})" : "";
        page.Line(
            $"{name} {findings[0].Code}: {FindingWords.Count(findings[0].Code, findings.Count)}, {FindingWords.Places(findings)}{papers}",
            $"bold {colour}");
        var explained = isVerbose ? findings.Count : severity == Severity.Error ? MostExplained : findings.Count <= Few ? Few : 0;
        if (!isVerbose
            && findings.Count > 1
            && findings.All(finding => finding.Message == findings[0].Message && finding.Suggestion is null))
        {
            page.Line($"  {findings[0].Message}");
        }
        else
        {
            findings.Take(explained).ToList().ForEach(finding => Explain(page, finding));
            if (findings.Count > explained)
            {
                page.Line(
                    $"  {(explained == 0 ? "Each is" : $"The other {findings.Count - explained} are")} explained by sheaf check "
                    + "--verbose.");
            }
        }

        page.Line("");
    }

    private static void Explain(ColouredPage page, Checking.Finding finding)
    {
        page.Line($"  {finding.File}:{finding.Line}  {finding.Message}");
        if (finding.Suggestion is { } meant)
        {
            page.Line($"    → {meant.Identifier}  {meant.Title}", "green");
            page.Line(
                $"      {AuthorLine.Write(meant.Authors, namesShown: 3)} ({DayText.Short(meant.Day)}), "
                + $"https://arxiv.org/abs/{meant.Identifier}");
        }
    }

    private static void ShowUnchecked(ColouredPage page, CheckReport report)
    {
        foreach (var place in report.Unchecked)
        {
            page.Line(
                $"  {place.File}:{place.Line}  {place.Id} could not be checked ({place.Reason}); run the same command again later.",
                "yellow");
        }

        foreach (var issue in report.UnreadIssues)
        {
            page.Line(
                $"  {Workspace.ForReaders(issue.Path)} could not be read, so what it covered was not checked. {issue.Problem}", "yellow");
        }
    }
}

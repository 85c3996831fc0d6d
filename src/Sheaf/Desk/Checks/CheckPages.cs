using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Desk.Pages;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a month's findings.</summary>
internal sealed class CheckPages(MonthChecks checks, DeskFrames frames)
{
    public async Task<CheckPageModel> MakeAsync(Month month, CancellationToken cancellationToken)
    {
        var frame = frames.OfMonth(month, $"Check, {month.Title}", "check");
        if (await checks.CheckAsync(month, cancellationToken) is not { } report)
        {
            return new(frame, month.ToString(), []) { Sentence = "There is neither a list nor a draft to check." };
        }

        return new(
            frame, month.ToString(),
            [
                .. report.Findings.GroupBy(finding => finding.Code).Select(kind => new FindingGroup(
                    $"{NameOf(FindingCode.SeverityOf(kind.Key))}: {kind.Key.Replace('-', ' ')}",
                    [.. kind.Select(finding => Row(report, finding))])),
            ])
        {
            Sentence = report.IsReady ? "Ready: nothing is left to do."
                : report.Findings.Count == 0 ? "Nothing was found; some papers are not known yet."
                : $"{report.Counts}.",
            Certain = report.Findings.Count(finding => finding.Fix is not null),
            Unchecked =
            [
                .. report.Unchecked.Select(place => SafeText.OneLine(
                    $"{place.Id}, {place.File}, line {place.Line}: {place.Reason.Replace('-', ' ')}")),
            ],
        };
    }

    private static FindingRow Row(CheckReport report, Finding finding)
    {
        var line = finding.Fix is null ? null : report.LineOf(finding);
        return new(
            finding.Key, SafeText.OneLine($"{finding.File}, line {finding.Line}"), SafeText.OneLine(finding.Message),
            line is null ? null : SafeText.OneLine(line),
            line is null || finding.Fix!.New is not { } made
                ? null
                : SafeText.OneLine(line.Replace(finding.Fix.Old, made, StringComparison.Ordinal)));
    }

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "Error",
        Severity.Warning => "Warning",
        _ => "Note",
    };
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Desk.Pages;
using Sheaf.Editing;
using Sheaf.Store.Lists;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a month's findings.</summary>
internal sealed class CheckPages(DeskParts parts, MonthChecks checks, DeskFrames frames)
{
    /// <summary>The journal is looked through so far for what a click has changed.</summary>
    private const int Looked = 200;

    /// <summary>A click may change a thousand lines; so many places of them are shown.</summary>
    private const int MostShown = 20;

    /// <param name="month">The month.</param>
    /// <param name="edit">The number of the edit that a click made, another word where it changed nothing; null for no click.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<CheckPageModel> MakeAsync(Month month, string? edit, CancellationToken cancellationToken)
    {
        var report = await checks.CheckAsync(month, cancellationToken);
        var frame = frames.OfMonth(month, $"Check, {month.Title}", "check");
        var page = new CheckPageModel(frame, month.ToString(), report is null ? [] : Groups(month, frame, report))
        {
            Sentence = report is null ? "There is neither a list nor a draft to check." : SentenceOf(report),
            Asked = checks.Asked is { } asked ? $"arXiv was last asked {MomentOf(asked)}." : "arXiv has not been asked yet.",
            Made = edit is null ? null : MadeBy(edit),
        };
        return report is null ? page : page with
        {
            Certain = report.Findings.Count(finding => finding.Fix is not null),
            Unchecked =
            [
                .. report.Unchecked.Select(place => SafeText.OneLine(
                    $"{place.Id}, {Below(place.File)}, line {place.Line}: {place.Reason.Replace('-', ' ')}")),
            ],
        };
    }

    /// <summary>A path as the editor knows it: below the workspace.</summary>
    private string Below(string file) =>
        Path.GetRelativePath(parts.Workspace.Folder, Path.GetFullPath(file)).Replace(Path.DirectorySeparatorChar, '/');

    private string MomentOf(string asked) => Humanize.Moment(UtcText.Parse(asked), parts.Time.GetUtcNow());

    private static string SentenceOf(CheckReport report) =>
        report.IsReady ? $"Ready: nothing is left to do.{(report.Counts.Length > 0 ? $" {report.Counts} to look at." : "")}"
        : report.Findings.Count == 0 ? "Nothing was found; some papers are not known yet."
        : $"{report.Counts}.";

    private IReadOnlyList<FindingGroup> Groups(Month month, DeskFrame frame, CheckReport report)
    {
        var papers = parts.Local.Eprints.Find([.. report.Findings.Select(Paper).OfType<ArxivIdentifier>().Distinct()]);
        var rows = new FindingRows(month, report, papers, EntriesOf(month))
        {
            HasDraftPage = frame.Tabs.Any(tab => tab.Page == "draft"),
            Folder = parts.Workspace.Folder,
        };
        var kinds = report.Findings.GroupBy(finding => finding.Code).Select(kind => kind.ToList()).ToList();
        var next = kinds.SelectMany(kind => kind).Zip(kinds.SelectMany(kind => kind).Skip(1))
            .ToDictionary(pair => pair.First.Key, pair => pair.Second.Key);
        return
        [
            .. kinds.Select(kind => Group(
                kind, finding => rows.Row(finding) with { Next = next.GetValueOrDefault(finding.Key) })),
        ];
    }

    private IReadOnlyList<ListEntry> EntriesOf(Month month) => parts.Entries.Read(month, parts.MonthOf);

    private static FindingGroup Group(List<Finding> kind, Func<Finding, FindingRow> row)
    {
        var (code, message) = (kind[0].Code, kind[0].Message);
        var isSame = kind.Count > 1 && kind.All(finding => finding.Message == message);
        return new(
            code, FindingWords.Count(code, kind.Count), NameOf(kind[0].Severity),
            [.. kind.Select(finding => isSame ? row(finding) with { Message = null } : row(finding))])
        {
            Message = isSame ? SafeText.OneLine(message) : null,
            WantsDraft = code is FindingCode.NotInDraft or FindingCode.ChangedSinceWritten or FindingCode.CountMismatch,
        };
    }

    private static ArxivIdentifier? Paper(Finding finding) =>
        ArxivIdentifier.TryParse(finding.Id ?? "", out var paper) ? paper : null;

    /// <summary>What an edit has done; null where there is no such edit.</summary>
    private MadeEdit? MadeBy(string edit)
    {
        if (!int.TryParse(edit, out var number))
        {
            return new("Nothing was changed: the lines are not what they were, and below is what is found in them now.", null, false, []);
        }

        return parts.Files.Latest(Looked).FirstOrDefault(one => one.Number == number) is { } made
            ? new(
                SafeText.OneLine($"{(made.IsUndone ? "Taken back" : "Done")}: {WhatOf(made)}"), made.Number, made.IsUndone,
                [
                    .. made.Parts.Take(MostShown).Select(part => new MadeChange(
                        SafeText.OneLine(part.File), FindingRows.Shown(part.Before), FindingRows.Shown(part.After))),
                ])
            : null;
    }

    private static string WhatOf(EditRow made)
    {
        var places = made.Parts.Count > MostShown ? $" The first {MostShown} of {Humanize.Count(made.Parts.Count, "place")}:" : "";
        var what = made.Command switch
        {
            MonthChecks.FixCommand => $"mended {made.What}",
            MonthChecks.KeepCommand => $"kept what the abstract says of {made.What}, without the marks",
            "desk" => made.What,
            _ => $"{made.Command} {made.What}",
        };
        return $"{what}.{places}";
    }

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "Error",
        Severity.Warning => "Warning",
        _ => "Note",
    };
}

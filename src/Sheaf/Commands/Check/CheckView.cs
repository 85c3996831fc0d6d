using Sheaf.Checking;
using Sheaf.Lists;
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

/// <summary>Several findings of one kind in the words of a person.</summary>
internal static class FindingWords
{
    private const int PlacesShown = 8;
    private const int NamesShown = 4;
    private const int LongestName = 48;

    /// <summary><c>45 sentences from the abstract</c>.</summary>
    public static string Count(string code, int count)
    {
        var (one, many) = Kind(code);
        return Humanize.Count(count, one, many);
    }

    /// <summary><c>drafts/2024-04.md, lines 7, 11 and 15</c>; file by file.</summary>
    public static string Places(IReadOnlyList<Checking.Finding> findings) =>
        string.Join("; ", findings.GroupBy(finding => finding.File).Select(file =>
        {
            var lines = file.Select(finding => Humanize.Number(finding.Line)).Distinct().ToList();
            return $"{file.Key}, {(lines.Count == 1 ? "line" : "lines")} {Listed(lines, PlacesShown)}";
        }));

    /// <summary>The papers by the beginnings of their titles; empty where none is known.</summary>
    public static string Names(IReadOnlyList<Checking.Finding> findings, IReadOnlyDictionary<string, string> titles)
    {
        var names = findings.Where(finding => finding.Id is not null).Select(finding => finding.Id!).Distinct()
            .Select(id => titles.TryGetValue(id, out var title) ? Short(title) : id).ToList();
        return Listed(names, NamesShown);
    }

    /// <summary><c>a, b and 40 more</c>.</summary>
    private static string Listed(List<string> parts, int most) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ when parts.Count <= most => $"{string.Join(", ", parts[..^1])} and {parts[^1]}",
        _ => $"{string.Join(", ", parts[..most])} and {Humanize.Number(parts.Count - most)} more",
    };

    private static string Short(string title)
    {
        var line = PlainLine.Of(title);
        var name = line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? line[..colon] : line;
        var blank = name.Length <= LongestName ? -1 : name.LastIndexOf(' ', LongestName);
        return name.Length <= LongestName ? name : $"{name[..(blank > 0 ? blank : LongestName)]} …";
    }

    private static (string One, string Many) Kind(string code) => code switch
    {
        FindingCode.WrongPaper => ("link to another paper", "links to other papers"),
        FindingCode.UnknownId => ("paper that arXiv does not have", "papers that arXiv does not have"),
        FindingCode.UnknownVersion => ("version that there is not", "versions that there are not"),
        FindingCode.MalformedReference => ("reference that names no paper", "references that name no paper"),
        FindingCode.SameIdTwoTitles => ("paper under two titles", "papers under two titles"),
        FindingCode.NotInDraft => ("paper on the list that is not in the draft", "papers on the list that are not in the draft"),
        FindingCode.RepairedReference => ("damaged reference", "damaged references"),
        FindingCode.Duplicate => ("paper that is listed twice", "papers that are listed twice"),
        FindingCode.Withdrawn => ("withdrawn paper", "withdrawn papers"),
        FindingCode.OtherMonth => ("paper of another month", "papers of other months"),
        FindingCode.DateMismatch => ("wrong day", "wrong days"),
        FindingCode.AuthorMismatch => ("paper with names that are not its authors'", "papers with names that are not their authors'"),
        FindingCode.AlreadyCovered => ("paper of a past issue", "papers of past issues"),
        FindingCode.SuggestedNoteLeft => ("sentence from the abstract", "sentences from the abstract"),
        FindingCode.NoWords => ("paper without a word of yours", "papers without a word of yours"),
        FindingCode.PlaceholderLeft => ("place left to write in", "places left to write in"),
        FindingCode.ChangedSinceWritten => ("paper that arXiv has changed since", "papers that arXiv has changed since"),
        FindingCode.CountMismatch => ("count of papers that is not right", "counts of papers that are not right"),
        FindingCode.NotOnList => ("paper in the draft that is on no list", "papers in the draft that are on no list"),
        FindingCode.TitleChanged => ("title that arXiv has changed", "titles that arXiv has changed"),
        FindingCode.VersionPinned => ("link to one version", "links to one version"),
        _ => ("finding", "findings"),
    };
}

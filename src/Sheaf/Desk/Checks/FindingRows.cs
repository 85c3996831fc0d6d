using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Editing;
using Sheaf.Formulas;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the rows of findings.</summary>
/// <param name="month">Whose findings.</param>
/// <param name="report">What was found.</param>
/// <param name="papers">What is known of the papers.</param>
/// <param name="entries">The month's entries.</param>
internal sealed class FindingRows(
    Month month, CheckReport report, IReadOnlyDictionary<ArxivIdentifier, Eprint> papers, IReadOnlyList<ListEntry> entries)
{
    /// <summary>Of a line so much is shown.</summary>
    private const int LongestLine = 1_000;

    private readonly PageFormulas _formulas = PageFormulas.Begin();
    private readonly ILookup<string, ListEntry> _byPaper = entries.Where(entry => entry.Paper is not null)
        .ToLookup(entry => entry.Paper.ToString()!);

    /// <summary>Whether there is a page of the draft to lead to.</summary>
    public required bool HasDraftPage { get; init; }

    /// <summary>Of the workspace.</summary>
    public required string Folder { get; init; }

    public FindingRow Row(Finding finding)
    {
        var file = report.Files.First(one => one.Name == finding.File);
        var (place, line) = (Path.GetRelativePath(Folder, file.Path).Replace(Path.DirectorySeparatorChar, '/'), report.LineOf(finding));
        var paper = ArxivIdentifier.TryParse(finding.Id ?? "", out var id) ? papers.GetValueOrDefault(id) : null;
        return new(
            finding.Key, SafeText.OneLine($"{place}, line {finding.Line}"), SafeText.OneLine(finding.Message),
            line is null ? null : Shown(finding.Fix is null ? line.Trim() : line))
        {
            Number = finding.Line,
            Id = finding.Id,
            Title = paper is null ? null : DeskMarkup.Of(TexHtml.From(PaperText.Title(paper), _formulas)),
            ListPath = EntryOf(finding, file, place) is { } entry ? $"/{month}/list#e-{entry.Key}" : null,
            DraftPath = HasDraftPage && file is { Kind: FileKind.Draft, Month: { } issue } ? DeskPaths.Draft(issue, finding.Line) : null,
            Meant = finding.Suggestion is { } meant ? SafeText.OneLine($"{meant.Title} ({meant.Identifier})") : null,
            MeantId = finding.Suggestion?.Identifier.ToString(),
            CanMend = finding.Fix is not null && line is not null,
            After = finding.Fix?.New is { } made && line is not null
                ? Shown(line.Replace(finding.Fix.Old, made, StringComparison.Ordinal))
                : null,
            CanKeep = finding is { Fix: null, Accept: not null },
        };
    }

    /// <summary>Lines as they can be shown: without what would do harm, and no longer than a person reads.</summary>
    internal static string Shown(string text)
    {
        var lines = text.TrimEnd('\r', '\n').Split('\n').Select(line => SafeText.OneLine(line.TrimEnd('\r')))
            .Select(line => line.Length <= LongestLine ? line : $"{line.AsSpan(0, LongestLine)} …");
        return string.Join('\n', lines);
    }

    /// <summary>The entry on the finding's own line, or the first of its paper.</summary>
    private ListEntry? EntryOf(Finding finding, CheckedFile file, string place) =>
        (file.Kind == FileKind.Curated ? entries.FirstOrDefault(entry => entry.File == place && entry.Line == finding.Line) : null)
            ?? (finding.Id is { } id ? _byPaper[id].FirstOrDefault() : null);
}

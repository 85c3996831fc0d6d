using System.CommandLine;
using Sheaf.Importing;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf import</c>: the papers of a metadata snapshot into the store.</summary>
internal static class ImportCommand
{
    /// <summary>Skipped lines that are named to a person; the rest is under <c>--json</c>.</summary>
    private const int MostShown = 10;

    private static readonly Argument<string> FileArgument = new("file")
    {
        Description = "The snapshot: JSON lines as in arxiv-metadata-oai-snapshot.json, plain or gzip; - for standard input",
        HelpName = "FILE",
    };

    public static Command Build() => new Command(
        "import",
        "Brings a metadata snapshot of arXiv into the store, for search and suggestions; asks arXiv for nothing. What pages, the query "
        + "API or OAI-PMH have said is not overwritten.\n"
        + "May be stopped at any point and run again. A newer snapshot writes only what has changed, and papers that it has no more are "
        + "named and kept. Lines that cannot be used are named and skipped: exit code 1.\n"
        + "Example: sheaf import arxiv-metadata-oai-snapshot.json.gz") { FileArgument }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Arguments.GetValue(FileArgument)!;
        using var file = SnapshotFile.Open(path);

        // Opening a pipe can take until somebody writes to it: whoever was stopped meanwhile begins nothing.
        cancellationToken.ThrowIfCancellationRequested();
        var parts = context.OpenToWrite();
        var started = context.Time.GetTimestamp();
        var view = new ImportView(context.Terminal);
        var read = await view.ShowAsync(() => parts.Import.RunAsync(file, view, cancellationToken));

        // For large files this takes minutes: whoever stops it is told of the whole by the next run.
        new IndexView(context.Terminal, parts.SearchIndex).CatchUp(parts.Search, cancellationToken);
        var report = parts.Import.Finish(read);
        Show(context.Terminal, path, report, context.Time.GetElapsedTime(started));
        return report.SkippedCount > 0 ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    private static void Show(Terminal terminal, string path, ImportReport report, TimeSpan taken)
    {
        if (report.Resumed > 0)
        {
            terminal.Note($"Went on behind line {Humanize.Number(report.Resumed)}, where an earlier import of this file had stopped.");
        }

        foreach (var line in report.Skipped.Take(MostShown))
        {
            terminal.Note($"Line {Humanize.Number(line.Line)} skipped: {line.Reason}.");
        }

        if (report.SkippedCount > MostShown)
        {
            terminal.Note(
                $"… and {Humanize.Number(report.SkippedCount - MostShown)} more; --json names "
                + (report.SkippedCount > ImportReport.MostNamed ? $"the first {Humanize.Number(ImportReport.MostNamed)}." : "them all."));
        }

        terminal.Say(
            $"{path}: {Humanize.Count(report.Lines, "line")}, {Humanize.Count(report.Papers, "paper")}: {Humanize.Number(report.New)} new, "
            + $"{Humanize.Number(report.Changed)} changed, {Humanize.Number(report.Unchanged)} there already, "
            + $"{Humanize.Count(report.SkippedCount, "line")} skipped ({Humanize.Span(taken)}).");
        if (report.Stored == 0 && report.Papers > 0 && report.Lacking is { Count: 0 })
        {
            terminal.Say("Nothing has changed since an earlier import.");
        }

        if (report.Lacking is { } lacking && ImportView.Tell(lacking) is { } sentence)
        {
            terminal.Say(sentence);
        }

        terminal.Answer(ImportJson.Of(path, report), shapes => shapes.ImportJson);
    }
}

/// <summary>What <c>import</c> writes under <c>--json</c>. Counts are of the whole file, also where several runs were needed.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Lines">Lines read.</param>
/// <param name="Papers">Lines that hold a paper.</param>
/// <param name="Stored">Papers of which the file said something new: those that are new and those that have changed.</param>
/// <param name="New">Papers that no snapshot had brought before.</param>
/// <param name="Changed">Papers of which an earlier snapshot said something else.</param>
/// <param name="Unchanged">Papers of which it said what it had said before.</param>
/// <param name="Gone">
/// Papers that an earlier snapshot brought and this one lacks, told once; they stay in the store. Null: the file does not tell, as it is
/// cut off, older, or part of a snapshot.
/// </param>
/// <param name="Lacking">The papers of earlier snapshots that are not in this file, gone or not. Null: it is cut off.</param>
/// <param name="LackingPapers">The first thousand of them.</param>
/// <param name="Skipped">Lines that could not be used, the first thousand of them.</param>
/// <param name="SkippedCount">All of them.</param>
/// <param name="ResumedAtLine">The line with which this run went on; null: it began at the beginning.</param>
internal sealed record ImportJson(
    string File, int Lines, int Papers, int Stored, int New, int Changed, int Unchanged, int? Gone, int? Lacking,
    IReadOnlyList<string> LackingPapers, IReadOnlyList<SkippedLine> Skipped, int SkippedCount, int? ResumedAtLine)
{
    internal static ImportJson Of(string file, ImportReport report)
    {
        var lacking = report.Lacking is { Doubt: not Doubt.CutOff } told ? told : null;
        return new(
            file, report.Lines, report.Papers, report.Stored, report.New, report.Changed, report.Unchanged, lacking?.Gone, lacking?.Count,
            lacking?.Papers ?? [], report.Skipped, report.SkippedCount, report.Resumed > 0 ? report.Resumed + 1 : null);
    }
}

using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>What became of a month that was to be published, for readers.</summary>
internal static class PublishView
{
    public static void Show(Terminal terminal, Publication publication)
    {
        if (publication.Kind == PublicationKind.Refused)
        {
            if (publication.Draft.Report.Findings.Count + publication.Draft.Report.Unchecked.Count > 0)
            {
                CheckView.Show(terminal, publication.Draft.Report, []);
            }

            terminal.Warn(publication.Decision.Why ?? "");
            return;
        }

        ShowFiles(terminal, publication);
        if (publication.Decision.Why is { } why)
        {
            terminal.Warn(why);
        }

        ShowCommand(terminal, publication);
        if (publication.DraftHasMoved)
        {
            terminal.Warn(
                $"{Workspace.ForReaders(publication.Draft.Read.Path)} was saved in this moment: published is what it held before. Look at "
                + $"sheaf status {publication.Draft.Month}.");
        }
    }

    private static void ShowFiles(Terminal terminal, Publication publication)
    {
        if (publication.Kind == PublicationKind.Unchanged)
        {
            terminal.Say($"{publication.Draft.Month} is published, and nothing has changed since: {NamesOf(publication.Files)}.");
            var absent = publication.Changes.Where(change => change is { After: not null, Before.Content: null }).ToList();
            if (absent.Count > 0)
            {
                terminal.Note(
                    $"By the settings it would have {NamesOf([.. absent.Select(change => change.Before.Path)])}, too: --again writes it.");
            }

            return;
        }

        var isPlan = publication.Kind == PublicationKind.Planned;
        foreach (var (before, after) in publication.Changes.Where(change => change.Before.Hash != change.After?.Hash))
        {
            terminal.Say(after is null
                ? $"{(isPlan ? "Would move" : "Moved")} {Workspace.ForReaders(before.Path)} aside."
                : $"{(isPlan ? "Would write" : "Wrote")} {Workspace.ForReaders(before.Path)}.");
        }

        var entries = Humanize.Count(publication.Draft.Text.Papers.Count, "entry", "entries");
        terminal.Say(isPlan
            ? $"Nothing is written yet: {publication.Draft.Month} would have {entries}."
            : $"{publication.Draft.Month} is published: {entries}.");
        foreach (var kept in publication.Kept)
        {
            terminal.Note($"What it held before is kept as {Workspace.ForReaders(kept)}.");
        }
    }

    private static void ShowCommand(Terminal terminal, Publication publication)
    {
        if (publication.Kind == PublicationKind.Planned)
        {
            terminal.Say(publication.CommandIsDue
                ? $"Publish:Command would be run, and told: {publication.Told}"
                : "There is no Publish:Command to run.");
        }
        else if (publication is { CommandIsDue: true, Receipt.Command: { } command })
        {
            var said = command.Message is { } message ? $" {message}" : "";
            switch (command)
            {
                case { HasSucceeded: true }:
                    terminal.Say("Publish:Command was run, and ended well.");
                    break;
                case { HasFailed: true }:
                    terminal.Warn(
                        $"Publish:Command failed{(command.Exit is { } exit ? $" with exit code {exit}" : "")}; sheaf publish "
                        + $"{publication.Draft.Month} runs it again.{said}");
                    break;
                default:
                    terminal.Warn(
                        "Whether Publish:Command has reached its readers is not known: find out whom it has reached; only --again runs it "
                        + $"once more.{said}");
                    break;
            }
        }
    }

    private static string NamesOf(IReadOnlyList<string> paths) => string.Join(", ", paths.Select(Workspace.ForReaders));
}

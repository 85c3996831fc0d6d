using Sheaf.Answers;
using Sheaf.Drafts;
using Sheaf.Drafts.Texts;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>What bringing a draft up to date would change, as a unified diff.</summary>
internal static class DraftDiff
{
    /// <summary>Shows it on standard output, in colour on a terminal.</summary>
    public static WrittenDraft Show(Terminal terminal, DraftPreview preview)
    {
        var lines = UnifiedDiff.Lines(preview.Before, preview.After, Workspace.ForReaders(preview.Outcome.Path)).ToList();
        var page = new ColouredPage(terminal);
        foreach (var line in lines)
        {
            page.Line(line, line[0] switch { '-' => "red", '+' => "green", '@' => "cyan", _ => "" });
        }

        if (lines.Count == 0)
        {
            terminal.Note($"{Workspace.ForReaders(preview.Outcome.Path)} would not change.");
        }

        return new("planned", preview.Outcome.Path)
        {
            Changes = preview.Outcome.Changes,
            Diff = string.Concat(lines.Select(line => $"{line}\n")),
        };
    }
}

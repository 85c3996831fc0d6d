using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>What happened to a draft, for readers.</summary>
internal static class DraftView
{
    public static string Sentence(MonthDraft made, WrittenDraft written)
    {
        var file = Workspace.ForReaders(written.Path);
        var papers = Words.Count(made.Draft.Count, "paper");
        return written.Outcome switch
        {
            "written" => $"Wrote {file} with {papers}.",
            "unchanged" => $"{file} is up to date with {papers}.",
            _ => $"The draft has been edited, so it was left alone; the new text, with {papers}, is in {file}.",
        };
    }

    /// <summary>Names what is on the list and not in the draft.</summary>
    public static void Absent(Terminal terminal, MonthDraft made)
    {
        if (made.Absent.Count > 0)
        {
            terminal.Note($"On the list but not in the draft: {string.Join(", ", made.Absent.Select(SafeText.OneLine))}. "
                + $"sheaf status {made.Draft.Month} says why; sheaf harvest {made.Draft.Month} asks again.");
        }
    }
}

/// <param name="Outcome"><c>written</c>, <c>unchanged</c>, <c>beside</c> or, in a dry run, <c>planned</c>.</param>
/// <param name="Path">The file that holds the text.</param>
public sealed record WrittenDraft(string Outcome, string Path)
{
    internal static WrittenDraft Of(DraftOutcome outcome) => new(outcome.Kind.ToString().ToLowerInvariant(), outcome.Path);
}

/// <summary>What <c>draft</c> writes under <c>--json</c>.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Papers">In the draft.</param>
/// <param name="Outcome">See <see cref="WrittenDraft"/>.</param>
/// <param name="Path">The file that holds the text.</param>
/// <param name="Absent">On the list and not in the draft.</param>
public sealed record DraftDocument(string Month, int Papers, string Outcome, string Path, IReadOnlyList<string> Absent)
{
    internal static DraftDocument Of(MonthDraft made, WrittenDraft written) =>
        new(made.Draft.Month.ToString(), made.Draft.Count, written.Outcome, written.Path, made.Absent);
}

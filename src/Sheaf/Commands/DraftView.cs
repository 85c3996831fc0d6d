using Sheaf.Drafts;
using Sheaf.Drafts.Merging;
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
            "written" => $"Wrote {file} with {papers}.{(written.OldCopy is { } copy ? $" The old draft is {Workspace.ForReaders(copy)}." : "")}",
            "unchanged" => $"{file} is up to date with {papers}.",
            _ => $"Brought {file} up to date: {Counts(written.Changes)}. Your edits stay as they are.",
        };
    }

    /// <summary>What a person should know beside the draft itself.</summary>
    public static void Notes(Terminal terminal, MonthDraft made, DraftOutcome outcome)
    {
        Worked(terminal, made, outcome);
        Absent(terminal, made);
    }

    /// <summary>Names what is on the list and not in the draft.</summary>
    public static void Absent(Terminal terminal, MonthDraft made)
    {
        if (made.Absent.Count > 0)
        {
            terminal.Note($"On the list but not in the store, so nothing of it was written: {string.Join(", ", made.Absent.Select(SafeText.OneLine))}. "
                + $"sheaf status {made.Draft.Month} says why; sheaf harvest {made.Draft.Month} asks again.");
        }
    }

    /// <summary>Tells where what the person did stands against the list or against arXiv, one line each.</summary>
    public static void Worked(Terminal terminal, MonthDraft made, DraftOutcome outcome)
    {
        var drafted = made.Draft.Sections.SelectMany(section => section.Entries).Concat(made.Draft.LateArrivals).Select(entry => entry.Eprint.Identifier.ToString()).ToHashSet();
        foreach (var id in outcome.Changes.Left)
        {
            terminal.Note($"{id} is no longer {(drafted.Contains(id) ? "treated in depth" : "on the list")}; you have worked on it, so it was left in the draft.");
        }

        foreach (var change in outcome.Changes.ChangedUnderEdits)
        {
            var (was, now) = ChangedWords.Of(change.Was, change.Now);
            terminal.Note($"{change.Id} has changed where you have edited the draft: \u201c{was}\u201d is now \u201c{now}\u201d.");
        }
    }

    private static string Counts(DraftChanges changes)
    {
        var counts = new (int Count, string Word)[] { (changes.Added.Count, "added"), (changes.Updated.Count, "updated"), (changes.Removed.Count, "removed") }
            .Where(one => one.Count > 0).Select((one, at) => at == 0 ? $"{Words.Count(one.Count, "paper")} {one.Word}" : $"{one.Count} {one.Word}").ToList();
        return counts.Count == 0 ? "no papers changed" : string.Join(", ", counts);
    }
}

/// <param name="Outcome"><c>written</c>, <c>unchanged</c>, <c>merged</c> or, where nothing is written, <c>planned</c>.</param>
/// <param name="Path">The file that holds the text.</param>
public sealed record WrittenDraft(string Outcome, string Path)
{
    /// <summary>What it did to the papers in the draft.</summary>
    public DraftChanges Changes { get; init; } = DraftChanges.None;

    /// <summary>The copy of a draft whose edits were discarded; null where there is none.</summary>
    public string? OldCopy { get; init; }

    /// <summary>What would change, line by line; null where that was not asked for.</summary>
    public string? Diff { get; init; }

    internal static WrittenDraft Of(DraftOutcome outcome) =>
        new(outcome.Kind.ToString().ToLowerInvariant(), outcome.Path) { Changes = outcome.Changes, OldCopy = outcome.OldCopy };
}

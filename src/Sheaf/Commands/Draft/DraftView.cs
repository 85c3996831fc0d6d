using Sheaf.Answers;
using Sheaf.Drafts;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>What happened to a draft, for readers.</summary>
internal static class DraftView
{
    public static string Sentence(MonthDraft made, WrittenDraft written)
    {
        var file = Workspace.ForReaders(written.Path);
        var papers = Humanize.Count(made.Draft.Count, "paper");
        return written.Outcome switch
        {
            "written" =>
                $"Wrote {file} with {papers}.{(written.OldCopy is { } copy ? $" The old draft is {Workspace.ForReaders(copy)}." : "")}",
            "unchanged" => $"{file} is up to date with {papers}.",
            _ => $"Brought {file} up to date: {Counts(written.Changes)}. Your edits stay as they are.",
        };
    }

    /// <summary>What a person should know beside the draft itself.</summary>
    public static void Notes(Terminal terminal, MonthDraft made, DraftOutcome outcome)
    {
        Style(terminal, made);
        ShowEditNotes(terminal, made, outcome);
        ShowListNotes(terminal, made);
    }

    /// <summary>Says where a draft is in another style than the settings say, and where its style has changed.</summary>
    public static void Style(Terminal terminal, MonthDraft made)
    {
        var (style, month) = (made.Style, made.Draft.Month);
        if (style.Before is not null && made.Grouping.Now != made.Grouping.Before)
        {
            terminal.Note(
                $"The sections of the draft of {month} were made by {DraftGroups.NameOf(made.Grouping.Before)} and are made by "
                + $"{DraftGroups.NameOf(made.Grouping.Now)} from now on; what you have edited stays as it is.");
        }

        if (style.Before is { } before && before != style.Name)
        {
            terminal.Note(
                $"The draft of {month} was in the style {before} and is in {style.Name} from now on; what you have edited stays as it is.");
        }
        else if (style.Before is not null && style.Name != style.Configured)
        {
            terminal.Note(
                $"The draft of {month} stays in the style {style.Name}, in which it was begun; the settings say {style.Configured}. "
                + $"To change it: sheaf draft {month} --style {style.Configured}.");
        }
    }

    /// <summary>What a person should know of the lists and past issues that the draft was made from.</summary>
    public static void ShowListNotes(Terminal terminal, MonthDraft made)
    {
        Absent(terminal, made);
        foreach (var paper in made.CompetingNotes)
        {
            var (first, others) = (paper.Notes[0], paper.Notes.Skip(1).Select(note => $"'{note.Text}' ({note.File}, line {note.Line})"));
            terminal.Note(
                $"{paper.Paper} has more than one note. In the draft is '{first.Text}' ({first.File}, line {first.Line}), and not "
                + $"{string.Join(", nor ", others)}. "
                + "Put what is to stay into one note.");
        }

        foreach (var issue in made.UnreadIssues)
        {
            terminal.Note(
                $"{Workspace.ForReaders(issue.Path)} could not be read, so what it covered is not "
                + $"known{(issue.Month == made.Draft.Month.Previous ? ", and no late arrivals are told of" : "")}. {issue.Problem}");
        }
    }

    /// <summary>Names what is on the list and not in the draft.</summary>
    private static void Absent(Terminal terminal, MonthDraft made)
    {
        if (made.Absent.Count > 0)
        {
            terminal.Note(
                $"On the list but not in the store, so nothing of it was written: "
                + $"{string.Join(", ", made.Absent.Select(SafeText.OneLine))}. sheaf status {made.Draft.Month} says why; sheaf harvest "
                + $"{made.Draft.Month} asks again.");
        }
    }

    /// <summary>Tells where what the person did stands against the list or against arXiv, one line each.</summary>
    public static void ShowEditNotes(Terminal terminal, MonthDraft made, DraftOutcome outcome)
    {
        var drafted = made.Draft.Sections.SelectMany(section => section.Entries).Concat(made.Draft.LateArrivals)
            .Select(entry => entry.Eprint.Identifier.ToString()).ToHashSet();
        foreach (var kept in outcome.SetAside)
        {
            terminal.Note(
                $"Another program saved the draft of {made.Draft.Month} at the same time: words that it may lack are kept in "
                + $"{Workspace.ForReaders(kept)}.");
        }

        foreach (var id in outcome.Changes.Left)
        {
            terminal.Note(
                $"{id} is no longer {(drafted.Contains(id) ? "treated in depth" : "on the list")}; you have worked on it, so it was left "
                + "in the draft.");
        }

        foreach (var change in outcome.Changes.ChangedUnderEdits)
        {
            var (was, now) = ChangedWords.Of(change.Was, change.Now);
            terminal.Note($"{change.Id} has changed where you have edited the draft: \u201c{was}\u201d is now \u201c{now}\u201d.");
        }
    }

    private static string Counts(DraftChanges changes)
    {
        var counts = new (int Count, string Word)[]
        {
            (changes.Added.Count, "added"),
            (changes.Updated.Count, "updated"),
            (changes.Removed.Count, "removed"),
        }
            .Where(one => one.Count > 0)
            .Select((one, at) => at == 0 ? $"{Humanize.Count(one.Count, "paper")} {one.Word}" : $"{one.Count} {one.Word}").ToList();
        return counts.Count == 0 ? "no papers changed" : string.Join(", ", counts);
    }
}

/// <summary>Two versions of a line, cut down to where they differ and a few words around it.</summary>
internal static class ChangedWords
{
    private const int Around = 24;
    private const int Longest = 120;

    public static (string Was, string Now) Of(string was, string now)
    {
        var start = was.AsSpan().CommonPrefixLength(now);
        var (most, same) = (Math.Min(was.Length, now.Length) - start, 0);
        while (same < most && was[^(same + 1)] == now[^(same + 1)])
        {
            same++;
        }

        return (Part(was, start, was.Length - same), Part(now, start, now.Length - same));
    }

    private static string Part(string text, int start, int end)
    {
        var from = start <= Around ? 0 : WordBefore(text, start - Around);
        var to = end + Around >= text.Length ? text.Length : WordAfter(text, end + Around);
        var part = to - from > Longest ? string.Concat(text.AsSpan(from, Longest), "…") : text[from..to];
        return $"{(from > 0 ? "…" : "")}{part}{(to < text.Length && to - from <= Longest ? "…" : "")}";
    }

    private static int WordBefore(string text, int at) => text.LastIndexOf(' ', at) + 1;

    private static int WordAfter(string text, int at) => text.IndexOf(' ', at) is >= 0 and var end ? end : text.Length;
}

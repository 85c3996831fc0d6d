using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Markdown;
using Sheaf.Settings;

namespace Sheaf.Editing;

/// <summary>Moves papers to another month's list, each with all that stands beside it.</summary>
/// <param name="workspace">Whose lists.</param>
internal sealed class MovingPapers(Workspace workspace)
{
    /// <summary>Moves papers as part of an edit.</summary>
    /// <returns>One for each, in their order.</returns>
    /// <exception cref="EditRefusedException">A line cannot be moved as it stands.</exception>
    public IReadOnlyList<MovedPaper> Move(Edit edit, IReadOnlyList<ArxivIdentifier> papers, Month month)
    {
        var target = $"{month}.md";
        var lists = edit.Lists();
        var moved = papers.Select(paper => Find(lists, paper, month)).ToList();
        var going = moved.Where(paper => paper is { From: not null, IsThere: false }).ToDictionary(paper => paper.Paper);
        var texts = going.Values.Select(paper => (paper.Paper, Lines: LinesOf(edit, paper))).ToList();
        if (going.Count == 0)
        {
            return moved;
        }

        // First where they are to be, then where they were: whatever happens in between, no paper is on no list.
        var lines = new Dictionary<ArxivIdentifier, int>();
        edit.Change(workspace.CuratedFile(month), text => Append(target, text, month, texts, lines));
        foreach (var list in going.Values.GroupBy(paper => paper.From!))
        {
            edit.Change(Path.Combine(workspace.Curated, list.Key), text => Remove(list.Key, text, [.. list.Select(paper => paper.Paper)]));
        }

        return [.. moved.Select(paper => lines.TryGetValue(paper.Paper, out var line) ? paper with { Line = line, List = target } : paper)];
    }

    private static MovedPaper Find(IReadOnlyList<CuratedList> lists, ArxivIdentifier paper, Month month)
    {
        var places = lists.SelectMany(
            list => list.Entries.Where(entry => !entry.IsMention && entry.Reference?.Identifier == paper)
                .Select(entry => (List: list, Entry: entry))).ToList();
        var there = places.Find(place => place.List.Month == month);
        return there.List is not null ? new(paper, null, there.List.Name, there.Entry.Line) { IsThere = true }
            : places switch
            {
                [] => new(paper, null, null, 0),
                [var only] => new(paper, only.List.Name, null, 0),
                _ => throw new EditRefusedException(
                    $"{paper} stands {places.Count} times, on "
                    + $"{string.Join(" and ", places.Select(place => $"{place.List.Name}, line {place.Entry.Line}"))}: keep one of them, "
                    + "then move it.",
                    places[1].List.Name, places[1].Entry.Line),
            };
    }

    private string LinesOf(Edit edit, MovedPaper paper)
    {
        var list = new CuratedText(paper.From!, edit.Read(Path.Combine(workspace.Curated, paper.From!)));
        var entry = list.Items(paper.Paper).First();
        return entry.IsRow
            ? throw new EditRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{paper.Paper} stands in a table, curated/{paper.From}, line {entry.Line}: move the row by hand."),
                paper.From!, entry.Line)
            : list.LinesOf(entry);
    }

    private static TextChange Append(
        string name, EditedText text, Month month, List<(ArxivIdentifier Paper, string Lines)> papers,
        Dictionary<ArxivIdentifier, int> lines)
    {
        var list = new CuratedText(name, text);
        var next = 0;
        var splices = list.AppendBlocks([.. papers.Select(paper => Flush(paper.Lines, text.LineEnding))], month.Title, out next)
            ?? throw new EditRefusedException(
                $"At the end of curated/{name} the moved lines would be read otherwise: move them by hand.", name, null);
        foreach (var (paper, block) in papers)
        {
            lines[paper] = next;
            next += MarkdownLine.Split(block).Count;
        }

        return splices;
    }

    private static TextChange Remove(string name, EditedText text, List<ArxivIdentifier> papers)
    {
        var list = new CuratedText(name, text);
        return list.Remove([.. papers.SelectMany(list.Items)])
            ?? throw new EditRefusedException(
                $"Without the moved lines curated/{name} would be read otherwise: move them by hand.", name, null);
    }

    /// <summary>The lines at the margin, with the list's own endings: an item may have stood below another.</summary>
    internal static string Flush(string block, string ending)
    {
        var lines = MarkdownLine.Split(block);
        var margin = lines[0].Text.Length - lines[0].Text.AsSpan().TrimStart(" \t").Length;
        return string.Concat(
            lines.Select(line => line.Text[Math.Min(margin, line.Text.Length - line.Text.AsSpan().TrimStart(" \t").Length)..] + ending));
    }
}

/// <summary>A paper that was to be moved.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="From">The list it stood on; null where it was not moved.</param>
/// <param name="List">The list it stands on; null where no list has it.</param>
/// <param name="Line">Where in it, from 1.</param>
internal sealed record MovedPaper(ArxivIdentifier Paper, string? From, string? List, int Line)
{
    /// <summary>Whether it was on a list of that month already.</summary>
    public bool IsThere { get; init; }
}

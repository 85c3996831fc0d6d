using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Drafts;

/// <summary>Several notes for one paper, of which a draft takes the first.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Notes">In the order of the lists, each text once; the first is in the draft.</param>
internal sealed record CompetingNotes(ArxivIdentifier Paper, IReadOnlyList<PlacedNote> Notes)
{
    public static IEnumerable<CompetingNotes> Among(IEnumerable<ListedEntry> listed) =>
        from place in listed
        where place.Entry.Reference is not null && !string.IsNullOrWhiteSpace(place.Entry.Note)
        group place by place.Entry.Reference!.Value.Identifier into one
        let notes = one.Select(place => new PlacedNote(place.List.Name, place.Entry.Line, OneLine(place.Entry.Note!)))
            .DistinctBy(note => note.Text).ToList()
        where notes.Count > 1
        select new CompetingNotes(one.Key, notes);

    /// <summary>Line breaks and indents make no other note.</summary>
    private static string OneLine(string note) => string.Join(' ', note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A note on a list.</summary>
/// <param name="File">The list's name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">On one line.</param>
internal sealed record PlacedNote(string File, int Line, string Text);

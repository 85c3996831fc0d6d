using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Settings;

namespace Sheaf.Editing;

/// <summary>Takes papers off the lists. A line with words that a person wrote into it goes only where the person says so.</summary>
/// <param name="workspace">Whose lists.</param>
/// <param name="files">Where they are changed.</param>
internal sealed class RemovingPapers(Workspace workspace, EditorsFiles files)
{
    /// <summary>Takes papers off all lists, as part of an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="isConfirmed">Whether a person said of this line that it may go with the words in it.</param>
    /// <returns>Where they stood.</returns>
    /// <exception cref="WordsAtStakeException">It was not said of all lines that have words of a person.</exception>
    /// <exception cref="EditRefusedException">Without the line others would be read otherwise.</exception>
    public IReadOnlyList<EntryPlace> Remove(Edit edit, IReadOnlyCollection<ArxivIdentifier> papers, Func<EntryPlace, bool> isConfirmed)
    {
        Check(edit, papers, isConfirmed);
        var removed = new List<EntryPlace>();
        var lists = edit.Lists();
        var listed = Listed(lists);
        foreach (var list in lists.Where(list => list.Entries.Any(entry => IsMeant(entry, papers))))
        {
            IReadOnlyList<EntryPlace> here = [];
            var path = Path.Combine(workspace.Curated, list.Name);
            edit.Change(path, text =>
            {
                var curated = new CuratedText(list.Name, text);
                var entries = curated.Entries.Where(entry => IsMeant(entry, papers)).ToList();
                here = [.. entries.Select(entry => PlaceOf(list.Name, curated, entry, listed))];
                RefuseWords(path, curated, entries, here, isConfirmed);
                return curated.Remove(entries)
                    ?? throw new EditRefusedException(
                        $"Without {Workspace.ForReaders(path)}, line {here[0].Line}, the lines around it would be read otherwise: take "
                        + "it out by hand.", path, here[0].Line);
            });
            removed.AddRange(here);
        }

        return removed;
    }

    /// <summary>Where papers are spoken of in passing: such places are no entries, and stay.</summary>
    public static IEnumerable<EntryPlace> Mentions(Edit edit, IReadOnlyCollection<ArxivIdentifier> papers) =>
        from list in edit.Lists()
        from entry in list.Entries
        where entry is { IsMention: true, Reference: { } reference } && papers.Contains(reference.Identifier)
        select new EntryPlace(entry.Reference!.Value.Identifier.ToString(), list.Name, entry.Line, "");

    /// <summary>Looks whether a person's words stand in the way, before anything is written.</summary>
    /// <exception cref="WordsAtStakeException">They do.</exception>
    internal void Check(Edit edit, IReadOnlyCollection<ArxivIdentifier> papers, Func<EntryPlace, bool> isConfirmed)
    {
        var stake = new List<EntryPlace>();
        var lists = edit.Lists();
        var listed = Listed(lists);
        foreach (var name in lists.Where(list => list.Entries.Any(entry => IsMeant(entry, papers))).Select(list => list.Name))
        {
            var path = Path.Combine(workspace.Curated, name);
            var curated = new CuratedText(name, edit.Read(path));
            var entries = curated.Entries.Where(entry => IsMeant(entry, papers)).ToList();
            stake.AddRange(
                WithWords(path, curated, entries, [.. entries.Select(entry => PlaceOf(name, curated, entry, listed))], isConfirmed));
        }

        if (stake.Count > 0)
        {
            throw new WordsAtStakeException(stake);
        }
    }

    private void RefuseWords(
        string path, CuratedText list, List<CuratedEntry> entries, IReadOnlyList<EntryPlace> places, Func<EntryPlace, bool> isConfirmed)
    {
        if (WithWords(path, list, entries, places, isConfirmed).ToList() is [_, ..] stake)
        {
            throw new WordsAtStakeException(stake);
        }
    }

    private IEnumerable<EntryPlace> WithWords(
        string path, CuratedText list, List<CuratedEntry> entries, IReadOnlyList<EntryPlace> places, Func<EntryPlace, bool> isConfirmed) =>
        entries.Zip(places)
            .Where(one => !list.IsBare(one.First)
                // Another paper that stands on no other line is no word, and would be lost all the same.
                && (one.Second.AlsoNames.Length > 0 || !files.Wrote(path, one.Second.Text))
                && !isConfirmed(one.Second))
            .Select(one => one.Second);

    private static bool IsMeant(CuratedEntry entry, IReadOnlyCollection<ArxivIdentifier> papers) =>
        entry is { IsMention: false, Reference: { } reference } && papers.Contains(reference.Identifier);

    private static HashSet<ArxivIdentifier> Listed(IReadOnlyList<CuratedList> lists) =>
        [.. lists.SelectMany(list => list.Entries).Where(entry => !entry.IsMention).Select(entry => entry.Reference?.Identifier)
            .OfType<ArxivIdentifier>()];

    private static EntryPlace PlaceOf(string list, CuratedText text, CuratedEntry entry, HashSet<ArxivIdentifier> listed)
    {
        var lines = text.LinesOf(entry);
        var others = IdentifierFinder.Find(lines).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>()
            .Where(other => !listed.Contains(other)).Distinct();
        return new(entry.Reference!.Value.Identifier.ToString(), list, entry.Line, lines) { AlsoNames = string.Join(" and ", others) };
    }
}

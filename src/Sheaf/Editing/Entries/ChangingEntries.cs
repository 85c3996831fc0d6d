using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Editing;

/// <summary>
/// Changes single entries of lists where they still say what a page showed; other lines of the file may have changed since. Only the
/// entry's own lines are touched.
/// </summary>
/// <param name="workspace">Whose lists.</param>
/// <param name="files">Where they are changed.</param>
internal sealed class ChangingEntries(Workspace workspace, EditorsFiles files)
{
    private readonly EntryReader _entries = new(files);

    /// <summary>Gives an entry its star, tags, note and section.</summary>
    /// <param name="key">Which; see <see cref="ListEntry.Key"/>.</param>
    /// <param name="etag">What it was when it was shown; see <see cref="ListEntry.Etag"/>.</param>
    /// <param name="wanted">What it is to say.</param>
    /// <param name="person">Who wants it, for the journal; null where that is not known.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs; nothing is written then.</param>
    /// <exception cref="EntryChangedException">It says something else by now, or is gone; nothing was written.</exception>
    /// <exception cref="EditRefusedException">Its lines have no place for it; nothing was written.</exception>
    /// <exception cref="BadInputException">A tag is not one word.</exception>
    /// <exception cref="CurationException">A list cannot be read until a person has changed something.</exception>
    /// <exception cref="IOException">Others have been at the list for too long, or it cannot be written; nothing was written.</exception>
    public EntryOutcome Change(string key, string etag, WantedEntry wanted, string? person, CancellationToken cancellationToken)
    {
        var change = new EntryChange
        {
            Starred = wanted.Starred,
            Tags = wanted.Tags is { } tags ? [.. tags.Select(PaperDecisions.WordOf).Distinct(StringComparer.OrdinalIgnoreCase)] : null,
            Note = wanted.Note,
        };
        var section = wanted.Section is { } named ? PaperDecisions.OneLine(named) ?? "" : null;
        return Make("change", key, person, (path, list, index, now) =>
        {
            var entry = list.Entries[index];
            if (now.Etag != etag)
            {
                throw new EntryChangedException(now, Asked(list, index, change));
            }

            return section is null || section == (entry.Section ?? "")
                ? list.Change(entry, change) ?? throw NoPlace(path, entry)
                : Move(path, list, index, change, section);
        }, cancellationToken);
    }

    /// <summary>Takes an entry off its list; others that name the same paper stay.</summary>
    /// <param name="key">Which; see <see cref="ListEntry.Key"/>.</param>
    /// <param name="etag">What it was when it was shown.</param>
    /// <param name="isConfirmed">Whether it may go with words that a person wrote into it.</param>
    /// <param name="person">Who wants it, for the journal; null where that is not known.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs; nothing is written then.</param>
    /// <exception cref="WordsAtStakeException">It has words of a person, and that was not confirmed; nothing was written.</exception>
    /// <inheritdoc cref="Change"/>
    public EntryOutcome Remove(string key, string etag, bool isConfirmed, string? person, CancellationToken cancellationToken) =>
        Make("remove", key, person, (path, list, index, now) =>
        {
            var entry = list.Entries[index];
            var lines = list.LinesOf(entry);
            return now.Etag != etag ? throw new EntryChangedException(now, null)
                : !isConfirmed && !list.IsBare(entry) && (NamesAnother(lines, now.Paper) || !files.Wrote(path, lines))
                    ? throw new WordsAtStakeException([new(now.Paper?.ToString() ?? now.Written, Path.GetFileName(path), now.Line, lines)])
                : entry.IsMention ? throw NoPlace(path, entry)
                : list.Remove([entry]) ?? throw new EditRefusedException(
                    $"Without {Workspace.ForReaders(path)}, line {entry.Line}, the lines around it would be read otherwise: take it out "
                    + "by hand.", path, entry.Line);
        }, cancellationToken) with
        {
            Entry = null,
        };

    /// <summary>Whether a paper stands there that is no word, and would be lost with the lines.</summary>
    private static bool NamesAnother(string lines, ArxivIdentifier? paper) =>
        IdentifierFinder.Find(lines).Any(found => found.Reference is { } reference && reference.Identifier != paper);

    private EntryOutcome Make(
        string verb, string key, string? person, Func<string, CuratedText, int, ListEntry, Splice[]> make,
        CancellationToken cancellationToken)
    {
        var place = _entries.Find(key) ?? throw new EntryChangedException(null, null);
        var path = Path.Combine(workspace.Folder, place.File);
        var name = Path.GetFileName(path);
        var (_, edit) = files.Change(
            "desk",
            edit =>
            {
                edit.What = $"{verb} {SafeText.OneLine(place.Paper?.ToString() ?? place.Written)}"
                    + (person is { } who ? $", {SafeText.OneLine(who)}" : "");
                edit.Change(path, text =>
                {
                    var list = new CuratedText(name, text);
                    var now = EntryReader.Of(new CuratedList(name, null, list.Entries) { Bytes = text.Bytes }, list.Entries)
                        .Index().FirstOrDefault(entry => entry.Item.Key == key);
                    return now.Item is null ? throw new EntryChangedException(null, null) : make(path, list, now.Index, now.Item);
                });
                return true;
            },
            cancellationToken);
        return new(edit.Number, _entries.Find(key), edit.Warnings);
    }

    private static Splice[] Move(string path, CuratedText list, int index, EntryChange change, string section)
    {
        var entry = list.Entries[index];
        if (entry.IsMention || entry.IsRow)
        {
            throw NoPlace(path, entry);
        }

        var changed = list.With(list.Change(entry, change) ?? throw NoPlace(path, entry));
        var block = MovingPapers.Flush(changed.LinesOf(changed.Entries[index]), changed.LineEnding);
        return list.PutUnder(section.Length == 0 ? null : section, [block], "", out _, entry)
            ?? throw new EditRefusedException(
                $"Moved under \u201c{SafeText.OneLine(section)}\u201d, {Workspace.ForReaders(path)}, line {entry.Line} or the lines around "
                + "it would be read otherwise: move it by hand.", path, entry.Line);
    }

    private static string? Asked(CuratedText list, int index, EntryChange change) =>
        list.Change(list.Entries[index], change) is { } splices && list.With(splices) is var changed
            ? changed.LinesOf(changed.Entries[index]).ReplaceLineEndings("\n").TrimEnd('\n')
            : null;

    private static EditRefusedException NoPlace(string path, CuratedEntry entry) => new(
        $"{Workspace.ForReaders(path)}, line {entry.Line}, "
        + (entry.IsMention ? "is running prose, and has no place for it: write it there by hand, or give the paper a line of its own."
            : entry.IsRow ? "is a row of a table, and has no place for it: write it there by hand."
            : "would be read otherwise with these words: let no line of the note begin with a paper, a heading or //."),
        path, entry.Line);
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>
/// The one place where the editor's files (lists, refused and later papers) are changed: under the lock of the workspace, by the smallest
/// splice, only where a file still holds what was read, and with an entry in the journal by which all of it can be taken back.
/// </summary>
/// <param name="workspace">Whose files.</param>
/// <param name="openStore">Where the journal is. A store that cannot be used hinders no change: it cannot be taken back, that is
/// all.</param>
/// <param name="time">What the waiting goes by.</param>
internal sealed class EditorsFiles(Workspace workspace, Func<Database> openStore, TimeProvider time)
{
    private readonly ParsedLists _parsed = new();
    private readonly OwnEmptyFiles _empty = new();

    public FilePace Pace { get; init; } = FilePace.Default;

    /// <summary>
    /// Looks again at what was changed after the answer, wherever it is certain that nobody is writing to what was displaced; null: that
    /// is always waited for.
    /// </summary>
    public EditsSecondLook? SecondLook { get; init; }

    /// <summary>Told of each list that cannot be read, which is then left out; null: such a list is a failure.</summary>
    public Action<UnreadList>? OnUnreadable { get; init; }

    /// <summary>The curated lists as they are now, read when nobody is writing them.</summary>
    /// <inheritdoc cref="CuratedFolder.Read()"/>
    public IReadOnlyList<CuratedList> Lists() => NewEdit(CancellationToken.None).Lists();

    /// <summary>One of them, by its file name.</summary>
    /// <inheritdoc cref="Lists"/>
    public CuratedList List(string name) => NewEdit(CancellationToken.None).List(name);

    /// <summary>What a file of papers set aside says now.</summary>
    /// <inheritdoc cref="SetAsideList.Read"/>
    public SetAsidePapers SetAside(string path)
    {
        var edit = NewEdit(CancellationToken.None);
        return edit.SetAside(path, edit.Read(path).Text);
    }

    /// <summary>Makes an edit: all of it or, if anything fails, nothing.</summary>
    /// <param name="command">What makes it, for the journal.</param>
    /// <param name="make">Makes the changes.</param>
    /// <param name="cancellationToken">Ends the waiting for others; nothing is written then.</param>
    /// <returns>What <paramref name="make"/> answered, and the edit.</returns>
    /// <exception cref="IOException">Others were at the files for too long, or they cannot be written; nothing has changed.</exception>
    public (T Answer, Edit Edit) Change<T>(string command, Func<Edit, T> make, CancellationToken cancellationToken)
    {
        using var held = WorkspaceLock.Take(workspace.DecisionsLock, time, cancellationToken);
        var edit = NewEdit(cancellationToken);
        return (Run(edit, make, () => edit.Number = Enter(edit, command)), edit);
    }

    /// <summary>Takes an edit back.</summary>
    /// <param name="number">Which; null for the last that stands.</param>
    /// <param name="cancellationToken">Ends the waiting for others; nothing is written then.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="EditRefusedException">A place was changed since, so that it cannot be told what would be taken back; nothing has
    /// changed.</exception>
    /// <exception cref="IOException">Others were at the files for too long, or they cannot be written; nothing has changed.</exception>
    public EditRow? Undo(int? number, CancellationToken cancellationToken) =>
        Repeat(store => number is { } one ? store.Find(one) : store.LastDone(), undo: true, cancellationToken);

    /// <summary>Makes an edit again that was taken back.</summary>
    /// <param name="number">Which; null for the one that was taken back last, if nothing has been changed since.</param>
    /// <inheritdoc cref="Undo"/>
    public EditRow? Redo(int? number, CancellationToken cancellationToken) =>
        Repeat(store => number is { } one ? store.Find(one) : store.LastUndone(), undo: false, cancellationToken);

    /// <summary>The last edits, the latest first.</summary>
    public IReadOnlyList<EditRow> Latest(int most) => new EditStore(openStore()).Latest(most);

    /// <summary>The last edits in whose lines a paper is named by its identifier, the latest first.</summary>
    public IReadOnlyList<EditRow> LatestOf(ArxivIdentifier paper, int most) =>
        new EditStore(openStore()).LatestWith(paper.ToString(), most);

    /// <summary>Whether all words of these lines came from commands or the desk.</summary>
    public bool Wrote(string path, string lines) =>
        TryRead(store => new OwnWords(store).Are(
            Path.GetRelativePath(workspace.Folder, path).Replace(Path.DirectorySeparatorChar, '/'), lines));

    private EditRow? Repeat(Func<EditStore, EditRow?> find, bool undo, CancellationToken cancellationToken)
    {
        using var held = WorkspaceLock.Take(workspace.DecisionsLock, time, cancellationToken);
        var store = new EditStore(openStore());
        if (find(store) is not { } row || row.IsUndone == undo)
        {
            return null;
        }

        var edit = NewEdit(cancellationToken);
        Run(edit, repeated => Repeat(repeated, row, undo), () =>
        {
            store.Mark(row.Number, undo, edit.Lengths);
            return undo ? null : row.Number;
        });
        return row;
    }

    private bool Repeat(Edit edit, EditRow row, bool undo)
    {
        foreach (var file in row.Parts.GroupBy(part => part.File))
        {
            var path = Path.Combine(workspace.Folder, file.Key);
            var created = undo ? new EditStore(openStore()).LastCreatedAndTakenBack(file.Key) : null;
            edit.Change(path, text => Inverse(row, [.. file], undo, path, text, created), text => InverseAgain([.. file], undo, text));
        }

        return true;
    }

    /// <param name="row">The edit.</param>
    /// <param name="parts">What it changed in this file.</param>
    /// <param name="undo">Whether it is to be taken back.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">As it is.</param>
    /// <param name="created">With what the file began that an edit made which has been taken back; null where none has.</param>
    private static TextChange Inverse(
        EditRow row, IReadOnlyList<EditPart> parts, bool undo, string path, EditedText text, string? created)
    {
        var splices = parts.Select(part => ChangedLines.Inverse(text.Text, part, undo)
            ?? throw new EditRefusedException(
                $"Edit {row.Number} cannot be {(undo ? "taken back" : "made again")}: {Workspace.ForReaders(path)} has been changed at "
                + "that place since. Change it there by hand.", path, null)).ToArray();
        var left = Splice.Apply(text.Text, splices);
        return new TextChange(
            splices, undo && (parts[0].IsNewFile ? left.Length == 0 : created is not null && left == ChangedLines.OpeningOf(created)));
    }

    /// <summary>For a text in which some of it may be so already, having been read by the program that saved it.</summary>
    private static TextChange InverseAgain(IReadOnlyList<EditPart> parts, bool undo, EditedText text) =>
        parts.Where(part => !ChangedLines.Stands(text.Text, part, undo)).Select(part => ChangedLines.Inverse(text.Text, part, undo))
            .OfType<Splice>().ToArray();

    private Edit NewEdit(CancellationToken cancellationToken) =>
        new(workspace, new Patience(Pace, time, cancellationToken), HadContent, NamesWithContent, _parsed)
        {
            OnUnreadable = OnUnreadable,
            MayBeLookedAtLater = SecondLook is not null,
            OwnEmptyFiles = _empty,
        };

    /// <param name="edit">The edit.</param>
    /// <param name="make">Makes its changes.</param>
    /// <param name="enter">Enters them into the journal. The number of the edit that stands by them; null where none does.</param>
    private T Run<T>(Edit edit, Func<Edit, T> make, Func<int?> enter)
    {
        T answer;
        int? number;
        bool isSettled;
        try
        {
            answer = make(edit);
            isSettled = edit.Settle();
            number = enter();
        }
        catch
        {
            edit.PutBack();
            throw;
        }

        foreach (var (file, length) in edit.Lengths)
        {
            _empty.Note(Path.Combine(workspace.Folder, file), length);
        }

        if (isSettled)
        {
            edit.Finish();
        }
        else
        {
            SecondLook!.Watch(edit, number);
        }

        return answer;
    }

    private bool HadContent(string file) => TryRead(store => store.HadContent(file, Path.GetFileName(file)));

    private IReadOnlySet<string> NamesWithContent()
    {
        IReadOnlySet<string> names = new HashSet<string>();
        TryRead(_ => (names = new CuratedStore(openStore()).WithContent()).Count > 0);
        return names;
    }

    /// <summary>What the store says; false where there is none, or it cannot be used.</summary>
    private bool TryRead(Func<EditStore, bool> ask)
    {
        try
        {
            return File.Exists(workspace.Store) && ask(new EditStore(openStore()));
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private int? Enter(Edit edit, string command)
    {
        var parts = edit.Parts;
        try
        {
            return parts.Count == 0
                ? null
                : new EditStore(openStore()).Add(time.GetUtcNow(), command, edit.What, parts, edit.Lengths);
        }
        catch (Exception failure) when (failure is StoreException or System.Data.Common.DbException)
        {
            edit.Warn($"It is written, but sheaf undo will not take it back: {failure.Message}");
            return null;
        }
    }
}

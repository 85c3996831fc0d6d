using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using Sheaf.Store.Lists;

namespace Sheaf.Commands;

/// <summary>What every command starts from: its arguments, the settings and the workspace they name, and where to speak.</summary>
/// <param name="arguments">As they were parsed.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">All of them.</param>
/// <param name="workspace">Need not be there.</param>
/// <param name="cancellationToken">Stops the command.</param>
public sealed class CommandContext(ParseResult arguments, Terminal terminal, SheafSettings settings, Workspace workspace, CancellationToken cancellationToken = default) : IDisposable
{
    private Database? _store;
    private Database? _copy;
    private readonly HashSet<string> _unread = [];

    public ParseResult Arguments { get; } = arguments;

    /// <summary>What is to be told when the command has ended.</summary>
    public CommandNotices Notices => field ??= new(this);

    public Terminal Terminal { get; } = terminal;

    public SheafSettings Settings { get; } = settings;

    public Workspace Workspace { get; } = workspace;

    /// <summary>Stops the command.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>The store, made or brought up to date if need be.</summary>
    public Database OpenStore()
    {
        Workspace.EnsureCreated();
        _store ??= new Database(Workspace.Store);
        _store.EnsureCreated();
        return _store;
    }

    /// <summary>
    /// The store for a command that only reads: it works for a person who may not write it, too, and makes none. Where there is none, an empty
    /// one, which is thrown away.
    /// </summary>
    /// <exception cref="StoreException">There is one, and it cannot be used.</exception>
    public Database ReadStore() => _store ??= new StoreForReading(Workspace.Store).Open();

    /// <summary>A copy of the store that may be written, and is thrown away.</summary>
    public Database CopyOfStore() => _copy ??= StoreForReading.CopyOf(ReadStore(), CancellationToken);

    /// <summary>
    /// The store as a plan needs it: nothing is written or renamed. One that is damaged counts as none, as the run would put it aside.
    /// </summary>
    public Database PlanningStore()
    {
        if (!new DamagedStore(Workspace.Store, Time).IsDamaged(CancellationToken))
        {
            return ReadStore();
        }

        Terminal.Note("The store is damaged: the run would keep it under another name and fetch everything in it again.");
        return _store ??= StoreForReading.Empty();
    }

    /// <summary>Said by everything that asks arXiv.</summary>
    public void NoteMissingContact()
    {
        if (Settings.Arxiv.Contact.Length == 0)
        {
            Terminal.Note("No contact is set, so arXiv cannot tell you when something goes wrong; put \"Contact\": \"you@example.org\" into "
                + $"{Workspace.ForReaders(Workspace.SettingsFile)}.");
        }
    }

    /// <summary>
    /// For commands that fetch what is missing: a damaged store is kept under another name, and a person is told, so that they go on with a
    /// new one. Commands that only read end with what to do instead, as an empty store would answer them wrongly.
    /// </summary>
    public void SetDamagedStoreAside()
    {
        if (new DamagedStore(Workspace.Store, Time).MoveAside(CancellationToken) is { } kept)
        {
            var sentence = $"The store was damaged: it is kept as {Workspace.ForReaders(kept)}, and everything in it is fetched again. Your lists and drafts are untouched.";
            LogFiles.Warn(Workspace, sentence);
            Terminal.Warn(sentence);
        }
    }

    /// <summary>Closes the store, so that all of it is in its one file.</summary>
    public void Dispose()
    {
        _copy?.Dispose();
        _store?.Dispose();
    }

    /// <summary>Whether a list could not be read, which a person has been told.</summary>
    public bool HasUnreadLists => _unread.Count > 0;

    /// <summary>Where the editor's files are changed.</summary>
    internal EditorsFiles Files => field ??= new(Workspace, OpenStore, Time) { Leaves = Leave };

    /// <summary>The curated lists. One that cannot be read is named to the person, and the command goes on with the others.</summary>
    /// <param name="store">Knows which lists there were; null where there is no store.</param>
    public CuratedFolder Lists(Database? store) => store is null
        ? new(Workspace.Curated) { Leaves = Leave }
        : new(Workspace.Curated) { Leaves = Leave, LastLook = new CuratedStore(store).WithContent };

    /// <summary>Names a list that cannot be read, once.</summary>
    public void Leave(UnreadList list)
    {
        if (_unread.Add(list.Name))
        {
            Terminal.Warn(list.Sentence);
            Notices.AddFailure(list.Sentence);
        }
    }

    /// <summary>Changes the editor's files by one edit, and says what a person should know of it.</summary>
    internal T Change<T>(string command, Func<Edit, T> make, CancellationToken cancellationToken)
    {
        var (answer, edit) = Files.Change(command, make, cancellationToken);
        foreach (var warning in edit.Warnings)
        {
            Terminal.Warn(warning);
        }

        return answer;
    }

    /// <summary>What makes drafts, over the store.</summary>
    public DraftMaker Drafts(Database store) => new(
        Lists(store), new EprintStore(store), new DraftStore(store), new SuggestionStore(store), Suggester(store), Workspace, Settings, Time);

    /// <summary>What finds papers that the editor may have missed, over the store.</summary>
    internal Suggester Suggester(Database store) => new(new PaperTextStore(store), Workspace, Settings);

    /// <summary>A month typed by a person.</summary>
    /// <exception cref="BadInputException">It is none.</exception>
    public static Month MonthOf(string text) =>
        !Month.TryParse(text, out var month) ? throw new BadInputException($"'{text}' is not a month; write it as 2024-04.")
        : !ArxivMonths.Contain(month) ? throw new BadInputException($"There are no papers of {text}: arXiv began in 1991.")
        : month;

    /// <summary>A paper named by a person, in any spelling.</summary>
    /// <exception cref="BadInputException">It names none.</exception>
    public static EprintReference ReferenceOf(string text) => IdentifierFinder.TryReadReference(text, out var reference)
        ? reference
        : throw new BadInputException($"'{text}' is not an arXiv identifier: {EprintReference.ExplainMalformed(text)}.");
}

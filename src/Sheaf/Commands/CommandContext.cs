using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary>What every command starts from: its arguments, the settings and the workspace they name, and where to speak.</summary>
/// <param name="arguments">As they were parsed.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">All of them.</param>
/// <param name="workspace">Need not be there.</param>
/// <param name="cancellationToken">Stops the command.</param>
internal sealed class CommandContext(
    ParseResult arguments, Terminal terminal, SheafSettings settings, Workspace workspace,
    CancellationToken cancellationToken = default) : IDisposable
{
    private LocalParts? _parts;
    private LocalParts? _copy;
    private WritingMark? _writing;
    private bool _changesNothing;
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

    /// <summary>The parts over the store, which is made or brought up to date if need be.</summary>
    public LocalParts OpenToWrite()
    {
        Workspace.EnsureCreated();
        _writing ??= WritingMark.TryTake(Workspace.Store);
        _parts ??= Over(new Database(Workspace.Store));
        _parts.Store.EnsureCreated();
        return _parts;
    }

    /// <summary>
    /// The parts for a command that only reads: they work for a person who may not write the store, too, and make none. Where there is
    /// none, they are over an empty one, which is thrown away.
    /// </summary>
    /// <exception cref="StoreException">There is one, and it cannot be used.</exception>
    public LocalParts OpenToRead() => _parts ??= Over(new StoreForReading(Workspace.Store).Open());

    /// <summary>As <see cref="OpenToRead"/>, but a store of an older Sheaf is left as it is, and a copy of it brought up to date.</summary>
    public LocalParts OpenUnchanged()
    {
        _changesNothing = true;
        return _parts ??= Over(new StoreForReading(Workspace.Store).OpenUnchanged(CancellationToken));
    }

    /// <summary>The parts over a copy of the store that may be written, and is thrown away.</summary>
    public LocalParts OpenCopy() => _copy ??= Over(StoreForReading.CopyOf(OpenToRead().Store, CancellationToken));

    /// <summary>
    /// The parts as a plan needs them: nothing is written or renamed. A store that is damaged counts as none, as the run would put it
    /// aside.
    /// </summary>
    public LocalParts OpenToPlan()
    {
        var store = new DamagedStore(Workspace.Store, Time);
        if (!(store.IsSuspect() && store.IsDamaged(CancellationToken)))
        {
            return OpenUnchanged();
        }

        Terminal.Note("The store is damaged: the run would keep it under another name and fetch everything in it again.");
        return _parts ??= Over(StoreForReading.Empty());
    }

    /// <summary>
    /// The parts for a command that fetches what is missing, over a store that can be used, and what a person should know before it begins.
    /// </summary>
    public LocalParts OpenToHarvest()
    {
        PrepareToHarvest();
        return OpenToWrite();
    }

    /// <summary>Makes the workspace fit to be harvested into, and says what a person should know before that begins.</summary>
    public void PrepareToHarvest() => Prepare(store => store.IsSuspect());

    /// <summary>
    /// As <see cref="PrepareToHarvest"/>, but a mark that a run left is no reason to look through the whole store first: the service does
    /// that in the background as soon as it has started.
    /// </summary>
    public void PrepareToServe() => Prepare(store => store.LooksDamaged());

    private void Prepare(Func<DamagedStore, bool> isSuspect)
    {
        Workspace.EnsureCreated();
        SetDamagedStoreAside(isSuspect);
        _writing ??= WritingMark.TryTake(Workspace.Store);
        NoteMissingContact();
    }

    /// <summary>All parts of the program over those, the ones that ask arXiv among them. The caller disposes of the container.</summary>
    internal ServiceProvider WithArxiv(LocalParts local)
    {
        var services = new ServiceCollection()
            .AddSheaf(local, LogFiles.LevelOf(Terminal)).AddSingleton(this).AddSingleton<HarvestRunner>().BuildServiceProvider();
        services.GetRequiredService<RequestGate>().Command = Arguments.CommandResult.Command.Name;
        return services;
    }

    private LocalParts Over(Database store) => new(store, Workspace, Settings, Time) { OnUnreadable = Leave };

    private void NoteMissingContact()
    {
        if (Settings.Arxiv.Contact.Length == 0)
        {
            Terminal.Note(
                "No contact is set, so arXiv cannot tell you when something goes wrong; put \"Contact\": \"you@example.org\" into "
                + $"{Workspace.ForReaders(Workspace.SettingsFile)}.");
        }
    }

    /// <summary>
    /// A damaged store is kept under another name, and a person is told, so that what fetches goes on with a new one. Commands that only
    /// read end with what to do instead, as an empty store would answer them wrongly.
    /// </summary>
    private void SetDamagedStoreAside(Func<DamagedStore, bool> isSuspect)
    {
        var store = new DamagedStore(Workspace.Store, Time);
        if (isSuspect(store) && store.MoveAside(CancellationToken) is { } kept)
        {
            var sentence =
                $"The store was damaged: it is kept as {Workspace.ForReaders(kept)}, and everything in it is fetched again. Your lists "
                + "and drafts are untouched.";
            LogFiles.Warn(Workspace, sentence);
            Terminal.Warn(sentence);
        }
    }

    /// <summary>The store was found damaged: the next command that fetches looks through it, and sets it aside.</summary>
    public void Suspect()
    {
        if (!_changesNothing && !WritingMark.IsLeft(Workspace.Store))
        {
            WritingMark.Leave(Workspace.Store);
        }
    }

    /// <summary>Closes the store, so that all of it is in its one file.</summary>
    public void Dispose()
    {
        _copy?.Store.Dispose();
        _parts?.Store.Dispose();
        _writing?.Dispose();
    }

    /// <summary>Whether a list could not be read, which a person has been told.</summary>
    public bool HasUnreadLists => _unread.Count > 0;

    /// <summary>Where the editor's files are changed.</summary>
    internal EditorsFiles Files => field ??= new(Workspace, () => OpenToWrite().Store, Time) { OnUnreadable = Leave };

    /// <summary>
    /// The curated lists as they lie there, whatever the store knows of them. One that cannot be read is named to the person, and the
    /// command goes on with the others.
    /// </summary>
    public CuratedFolder Lists => field ??= new(Workspace.Curated) { OnUnreadable = Leave };

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

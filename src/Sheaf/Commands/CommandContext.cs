using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Drafts;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Suggesting;

namespace Sheaf.Commands;

/// <summary>What every command starts from: its arguments, the settings and the workspace they name, and where to speak.</summary>
public sealed class CommandContext(ParseResult arguments, Terminal terminal, SheafSettings settings, Workspace workspace) : IDisposable
{
    private Database? _store;

    public ParseResult Arguments { get; } = arguments;

    /// <summary>What is to be told when the command has ended.</summary>
    public CommandNotices Notices => field ??= new(this);

    public Terminal Terminal { get; } = terminal;

    public SheafSettings Settings { get; } = settings;

    public Workspace Workspace { get; } = workspace;

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
    /// For commands that fetch what is missing: a damaged store is kept under another name, and a person is told, so that they go on with a
    /// new one. Commands that only read end with what to do instead, as an empty store would answer them wrongly.
    /// </summary>
    public void SetDamagedStoreAside()
    {
        if (new DamagedStore(Workspace.Store, Time).MoveAside() is { } kept)
        {
            var sentence = $"The store was damaged: it is kept as {Workspace.ForReaders(kept)}, and everything in it is fetched again. Your lists and drafts are untouched.";
            LogFiles.Warn(Workspace, sentence);
            Terminal.Warn(sentence);
        }
    }

    /// <summary>Closes the store, so that all of it is in its one file.</summary>
    public void Dispose() => _store?.Dispose();

    /// <summary>What makes drafts, over the store.</summary>
    public DraftMaker Drafts()
    {
        var store = OpenStore();
        return new DraftMaker(new CuratedFolder(Workspace.Curated), new EprintStore(store), new DraftStore(store), new SuggestionStore(store), Suggester(), Workspace, Settings, Time);
    }

    /// <summary>What finds papers that the editor may have missed, over the store.</summary>
    internal Suggester Suggester() => new(new PaperTextStore(OpenStore()), Workspace, Settings);

    /// <summary>A month typed by a person.</summary>
    /// <exception cref="BadInputException">It is none.</exception>
    public static Month MonthOf(string text) => Month.TryParse(text, out var month)
        ? month
        : throw new BadInputException($"'{text}' is not a month; write it as 2024-04.");

    /// <summary>A paper named by a person, in any spelling.</summary>
    /// <exception cref="BadInputException">It names none.</exception>
    public static EprintReference ReferenceOf(string text) => IdentifierFinder.TryReadReference(text, out var reference)
        ? reference
        : throw new BadInputException($"'{text}' is not an arXiv identifier: {EprintReference.ExplainMalformed(text)}.");
}

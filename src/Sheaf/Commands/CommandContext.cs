using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Drafts;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary>What every command starts from: its arguments, the settings and the workspace they name, and where to speak.</summary>
public sealed class CommandContext(ParseResult arguments, Terminal terminal, SheafSettings settings, Workspace workspace)
{
    public ParseResult Arguments { get; } = arguments;

    public Terminal Terminal { get; } = terminal;

    public SheafSettings Settings { get; } = settings;

    public Workspace Workspace { get; } = workspace;

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>The store, made or brought up to date if need be.</summary>
    public Database OpenStore()
    {
        Workspace.EnsureCreated();
        var database = new Database(Workspace.Store);
        database.EnsureCreated();
        return database;
    }

    /// <summary>What makes drafts, over the store.</summary>
    public DraftMaker Drafts()
    {
        var store = OpenStore();
        return new DraftMaker(new CuratedFolder(Workspace.Curated), new EprintStore(store), new DraftStore(store), Workspace, Settings, Time);
    }

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

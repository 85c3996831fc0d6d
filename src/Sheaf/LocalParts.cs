using Microsoft.Extensions.Logging.Abstractions;
using Sheaf.Checking;
using Sheaf.Drafts;
using Sheaf.Importing;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Searching;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Lists;
using Sheaf.Store.Runs;
using Sheaf.Store.Search;
using Sheaf.Store.Signals;
using Sheaf.Store.Sweeps;

namespace Sheaf;

/// <summary>
/// The parts that ask arXiv for nothing, put together over one store. Each is made when it is first asked for, and by hand: with a
/// container, every command that only reads would start more slowly. That of <see cref="Composition"/> hands out these same parts.
/// </summary>
/// <param name="store">Ready for use; whoever opened it closes it.</param>
/// <param name="workspace">Whose.</param>
/// <param name="settings">All of them.</param>
/// <param name="time">What they go by.</param>
internal sealed class LocalParts(Database store, Workspace workspace, SheafSettings settings, TimeProvider time)
{
    /// <summary>Told of each list that cannot be read, which is then left out; null: such a list is a failure.</summary>
    public Action<UnreadList>? OnUnreadable { get; init; }

    public Database Store => store;

    public Workspace Workspace => workspace;

    public SheafSettings Settings => settings;

    public TimeProvider Time => time;

    /// <summary>The curated lists; one that held something when it was last harvested and is empty now is waited for.</summary>
    public CuratedFolder Lists =>
        field ??= new(workspace.Curated) { OnUnreadable = OnUnreadable, NamesWithContent = CuratedStore.WithContent };

    public PublishedFolder Published => field ??= new(workspace.Published);

    public CuratedStore CuratedStore => field ??= new(store);

    public EprintStore Eprints => field ??= new(store);

    public PaperTextStore PaperTexts => field ??= new(store);

    public MonthCounter MonthCounts => field ??= new(store);

    public TitleStore Titles => field ??= new(store);

    public ChangeStore Changes => field ??= new(store);

    public LookupLedger Ledger => field ??= new(store);

    public RunStore Runs => field ??= new(store);

    public SweepStore Sweeps => field ??= new(store);

    public DraftStore DraftStore => field ??= new(store);

    public SuggestionStore Suggestions => field ??= new(store);

    public SignalStore Signals => field ??= new(store);

    public RankingStore Rankings => field ??= new(store);

    public SearchIndex SearchIndex => field ??= new(store);

    public ArchiveSearch Search => field ??= new(Eprints, SearchIndex);

    public SnapshotImport Import => field ??= new(new SnapshotStore(store), time);

    public Backup Backup => field ??= new(store);

    public Suggester Suggester => field ??= new(PaperTexts, Rankings, workspace, settings, time)
    {
        Signals = Signals,
        OnUnreadable = OnUnreadable,
    };

    public DraftMaker Drafts => field ??= new(
        workspace, settings, Lists, Eprints, new DraftSuggestions(Suggester, Suggestions, Signals, settings));

    /// <summary>A check that goes by the store alone; what only arXiv could tell stays open.</summary>
    public CheckRun NewCheck()
    {
        var versions = new VersionResolver(pages: null, Titles, NullLogger<VersionResolver>.Instance);
        var search = new TitleSearch(
            atom: null, new StoredTitles(Eprints, Search), Titles, time, NullLogger<TitleSearch>.Instance);
        return new(
            new CheckScopeReader(workspace, Lists, Eprints), new KnownPapersReader(Eprints, Ledger, DraftStore, Changes),
            new TitleResolver(search, versions, NullLogger<TitleResolver>.Instance), versions);
    }

    public DraftWriter DraftWriter => field ??= new(workspace, settings, DraftStore, Suggestions, time);
}

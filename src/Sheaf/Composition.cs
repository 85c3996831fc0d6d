using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;
using Sheaf.Arxiv;
using Sheaf.Checking;
using Sheaf.Commands;
using Sheaf.Harvesting;
using Sheaf.Service;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store;
using Sheaf.Sweeping;

namespace Sheaf;

/// <summary>
/// How the parts of the program are put together: those that ask nobody are <see cref="LocalParts"/>, which commands that only read use
/// alone; a container adds those that ask arXiv, for the commands that harvest and for the service alike.
/// </summary>
internal static class Composition
{
    /// <summary>Over the workspace's own store, made or brought up to date if need be. The container closes it.</summary>
    /// <param name="services">Where the parts go.</param>
    /// <param name="settings">All of them.</param>
    /// <param name="workspace">Whose.</param>
    /// <param name="console">The least level of the log that is shown.</param>
    public static IServiceCollection AddSheaf(
        this IServiceCollection services, SheafSettings settings, Workspace workspace, LogEventLevel console)
    {
        var store = new Database(workspace.Store);
        store.EnsureCreated();
        return services
            // Made by the container, so that the container closes it.
            .AddSingleton(_ => store)
            .AddSingleton<UnreadListLog>()
            .AddSingleton(provider => new LocalParts(
                provider.GetRequiredService<Database>(), workspace, settings, provider.GetRequiredService<TimeProvider>())
            {
                OnUnreadable = provider.GetRequiredService<UnreadListLog>().Tell,
            })
            .AddParts(settings, workspace, console);
    }

    /// <summary>Over parts that are there already; whoever opened their store closes it.</summary>
    /// <param name="services">Where the others go.</param>
    /// <param name="local">The parts that ask nobody.</param>
    /// <param name="console">The least level of the log that is shown.</param>
    public static IServiceCollection AddSheaf(this IServiceCollection services, LocalParts local, LogEventLevel console) => services
        .AddSingleton(local.Time)
        .AddSingleton(local.Store)
        .AddSingleton(local)
        .AddParts(local.Settings, local.Workspace, console);

    private static IServiceCollection AddParts(
        this IServiceCollection services, SheafSettings settings, Workspace workspace, LogEventLevel console)
    {
        settings.Arxiv.GateFolder = GatePlace.Of(settings, workspace).Path;
        return services
            .AddSingleton(settings)
            .AddSingleton(workspace)
            .AddSingleton(Options.Create(settings.Arxiv))
            .AddSerilog(LogFiles.Create(workspace, console), dispose: true)
            .AddLocalParts()
            .AddArxiv()
            .AddHarvesting()
            .AddSweeping()
            .AddSingleton<SignalRun>()
            .AddChecking();
    }

    private static IServiceCollection AddLocalParts(this IServiceCollection services) => services
        .Add(parts => parts.Lists)
        .Add(parts => parts.Published)
        .Add(parts => parts.CuratedStore)
        .Add(parts => parts.Eprints)
        .Add(parts => parts.PaperTexts)
        .Add(parts => parts.Titles)
        .Add(parts => parts.Changes)
        .Add(parts => parts.Ledger)
        .Add(parts => parts.Runs)
        .Add(parts => parts.Sweeps)
        .Add(parts => parts.DraftStore)
        .Add(parts => parts.Rankings)
        .Add(parts => parts.Suggestions)
        .Add(parts => parts.Signals)
        .Add(parts => parts.Search)
        .Add(parts => parts.Suggester)
        .Add(parts => parts.Drafts)
        .Add(parts => parts.DraftWriter);

    private static IServiceCollection AddHarvesting(this IServiceCollection services) => services
        .AddSingleton<WantedPapers>()
        .AddSingleton<PublishedPapers>()
        .AddSingleton<NoticedPapers>()
        .AddSingleton<UnlistedPapers>()
        .AddSingleton<DuePapers>()
        .AddSingleton<MetadataBatches>()
        .AddSingleton<AbstractPageFetcher>()
        .AddSingleton<OaiFallback>()
        .AddSingleton<HarvestPlanner>()
        .AddSingleton<PaperFetcher>()
        .AddSingleton<RunLog>()
        .AddSingleton<Harvester>();

    private static IServiceCollection AddSweeping(this IServiceCollection services) => services
        .AddSingleton<SweepPlanner>()
        .AddSingleton<SweptPages>()
        .AddSingleton<AtomPages>()
        .AddSingleton<AtomSweep>()
        .AddSingleton<OaiSweep>()
        .AddSingleton<SweepLedger>()
        .AddSingleton<SpanSweep>()
        .AddSingleton<Sweeper>();

    /// <summary>Made anew for each check: they remember what they have asked for and found in the store.</summary>
    private static IServiceCollection AddChecking(this IServiceCollection services) => services
        .AddTransient<CheckScopeReader>()
        .AddTransient<KnownPapersReader>()
        .AddTransient<StoredTitles>()
        .AddTransient<TitleSearch>()
        .AddTransient<VersionResolver>()
        .AddTransient<TitleResolver>()
        .AddTransient<CheckRun>();

    private static IServiceCollection Add<T>(this IServiceCollection services, Func<LocalParts, T> part)
        where T : class => services.AddSingleton(provider => part(provider.GetRequiredService<LocalParts>()));
}

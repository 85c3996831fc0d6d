using Microsoft.Extensions.DependencyInjection;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Lists;
using Sheaf.Store.Runs;
using Sheaf.Store.Sweeps;

namespace Sheaf.Store;

public static class StoreServices
{
    /// <summary>Registers the stores over a <see cref="Database"/> registered elsewhere.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services) => services
        .AddSingleton<EprintStore>()
        .AddSingleton<LookupLedger>()
        .AddSingleton<CuratedStore>()
        .AddSingleton<RunStore>()
        .AddSingleton<DraftStore>()
        .AddSingleton<SuggestionStore>()
        .AddSingleton<PaperTextStore>()
        .AddSingleton<ChangeStore>()
        .AddSingleton<TitleStore>()
        .AddSingleton<SweepStore>();
}

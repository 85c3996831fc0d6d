using Microsoft.Extensions.DependencyInjection;

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

using Microsoft.Extensions.DependencyInjection;

namespace Sheaf.Harvesting;

public static class HarvestingServices
{
    public static IServiceCollection AddHarvesting(this IServiceCollection services) => services
        .AddSingleton<WantedPapers>()
        .AddSingleton<PublishedPapers>()
        .AddSingleton<MetadataBatches>()
        .AddSingleton<AbstractPageFetcher>()
        .AddSingleton<OaiFallback>()
        .AddSingleton<Harvester>();
}

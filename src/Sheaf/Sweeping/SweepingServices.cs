using Microsoft.Extensions.DependencyInjection;

namespace Sheaf.Sweeping;

public static class SweepingServices
{
    public static IServiceCollection AddSweeping(this IServiceCollection services) => services
        .AddSingleton<SweepPlanner>()
        .AddSingleton<SweptPages>()
        .AddSingleton<AtomPages>()
        .AddSingleton<AtomSweep>()
        .AddSingleton<OaiSweep>()
        .AddSingleton<SpanSweep>()
        .AddSingleton<Sweeper>();
}

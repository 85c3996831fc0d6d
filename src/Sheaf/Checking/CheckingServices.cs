using Microsoft.Extensions.DependencyInjection;

namespace Sheaf.Checking;

public static class CheckingServices
{
    public static IServiceCollection AddChecking(this IServiceCollection services) => services
        .AddTransient<TitleResolver>().AddTransient<VersionResolver>().AddTransient<CheckRun>();
}

using Microsoft.Extensions.DependencyInjection;

namespace Sheaf.Checking;

public static class CheckingServices
{
    public static IServiceCollection AddChecking(this IServiceCollection services) => services
        .AddTransient<TitleInquiry>().AddTransient<VersionInquiry>().AddTransient<CheckRun>();
}

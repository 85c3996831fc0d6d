using Microsoft.Extensions.DependencyInjection;

namespace Sheaf.Service;

public static class NoticeServices
{
    /// <summary>The program that is told, and how the service tells it.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticePlace>()
        .AddSingleton<Notifier>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<ServiceNotices>()
        .AddHostedService(provider => provider.GetRequiredService<NoticeDelivery>());
}

using Microsoft.Extensions.DependencyInjection;

namespace Sheaf.Drafts;

public static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services.AddSingleton<DraftMaker>();
}

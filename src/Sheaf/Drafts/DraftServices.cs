using Microsoft.Extensions.DependencyInjection;
using Sheaf.Ranking;

namespace Sheaf.Drafts;

public static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services.AddSingleton<Suggester>().AddSingleton<DraftMaker>();
}

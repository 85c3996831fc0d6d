using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;
using Sheaf.Arxiv;
using Sheaf.Checking;
using Sheaf.Commands;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Lists;
using Sheaf.Sweeping;

namespace Sheaf;

/// <summary>How the parts of the program are put together, for commands and for the service alike.</summary>
public static class Composition
{
    /// <param name="services">Where they go.</param>
    /// <param name="settings">All of them.</param>
    /// <param name="workspace">Whose.</param>
    /// <param name="console">The least level of the log that is shown.</param>
    /// <param name="store">A store that is ready for use; null for the workspace's own, made or brought up to date if need be.</param>
    public static IServiceCollection AddSheaf(
        this IServiceCollection services, SheafSettings settings, Workspace workspace, LogEventLevel console, Database? store = null)
    {
        var database = store ?? new Database(workspace.Store);
        if (store is null)
        {
            database.EnsureCreated();
        }

        settings.Arxiv.GateFolder = GatePlace.Of(settings, workspace).Path;
        return services
            .AddSingleton(settings)
            .AddSingleton(workspace)
            .AddSingleton(Options.Create(settings.Arxiv))
            // Made by the container, so that the container closes it.
            .AddSingleton(_ => database)
            .AddSingleton(new CuratedFolder(workspace.Curated) { LastLook = new CuratedStore(database).WithContent })
            .AddSingleton(new PublishedFolder(workspace.Published))
            .AddSerilog(LogFiles.Create(workspace, console), dispose: true)
            .AddArxiv()
            .AddStore()
            .AddHarvesting()
            .AddSweeping()
            .AddDrafts()
            .AddChecking();
    }
}

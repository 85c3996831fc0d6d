using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Events;
using Sheaf.Service;
using Sheaf.Service.Events;
using Sheaf.Service.Runs;
using Sheaf.Settings;

namespace Sheaf.Tests.Service.Runs;

/// <summary>The parts of the service over a workbench, without its schedule and without a server.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly ServiceProvider _parts;

    private RunningService(ServiceProvider parts) => _parts = parts;

    public RunQueue Queue => _parts.GetRequiredService<RunQueue>();

    public ServiceEvents Events => _parts.GetRequiredService<ServiceEvents>();

    /// <summary>The runs of its schedule.</summary>
    public ServiceRuns Schedule => _parts.GetRequiredService<ServiceRuns>();

    /// <summary>What it would go on with by itself.</summary>
    public HarvestResumption Resumption => _parts.GetRequiredService<HarvestResumption>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="bench">The workspace.</param>
    /// <param name="time">What it goes by; null: the machine's clock.</param>
    /// <param name="program">What it starts to rank; null: nothing.</param>
    /// <param name="lifetime">Of the host; null: there is none.</param>
    /// <param name="settings">Beside those of the bench.</param>
    public static RunningService Over(
        Workbench bench, TimeProvider? time = null, OwnProgram? program = null, IHostApplicationLifetime? lifetime = null,
        params string[] settings)
    {
        var (read, workspace) = SettingsReader.Read(bench.Folder, [.. bench.Settings, .. settings]);
        workspace.EnsureCreated();
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        if (lifetime is not null)
        {
            services.AddSingleton(lifetime);
        }

        if (program is not null)
        {
            services.AddSingleton(program);
        }

        return new(services.AddSheaf(read, workspace, LogEventLevel.Fatal).AddSchedule(read.Schedule).BuildServiceProvider());
    }

    /// <summary>Has a run carried out to its end.</summary>
    public async Task<RunSnapshot> RunAsync(string kind, params string[] months)
    {
        var told = Listen();
        var (isAccepted, run) = Queue.Ask(RunRequest.Parse(kind, months));
        Assert.True(isAccepted);
        return await EndAsync(told, run.Number);
    }

    public IAsyncEnumerable<ServiceEvent> Listen() => Events.TryListen(Token) ?? throw new InvalidOperationException("Nobody may listen.");

    /// <summary>How a run ended.</summary>
    /// <param name="told">Listened to since before the run began.</param>
    /// <param name="number">Which.</param>
    public static async Task<RunSnapshot> EndAsync(IAsyncEnumerable<ServiceEvent> told, long number) =>
        await told.OfType<RunEvent>().Select(one => one.Run).FirstAsync(run => run.Number == number && !run.IsLive, Token);

    public ValueTask DisposeAsync() => _parts.DisposeAsync();
}

using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

/// <summary>What the service sweeps at night, over real requests to a local arXiv.</summary>
public sealed class SweepingOnSchedule
{
    // Three hundred papers, one an hour from noon of 1 April on: the last comes on the 13th at 23:00.
    private static readonly IReadOnlyList<string> Papers = InventedPapers.Many(300);

    private readonly ShiftedClock _clock = new(new DateTimeOffset(2024, 4, 14, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Each_night_brings_what_came_since_and_nothing_is_asked_for_twice()
    {
        await using var bench = await Workbench.StartAsync(Papers);
        await using var service = ServiceOver(bench, "cs.CL");
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(TestContext.Current.CancellationToken);
        await runs.HarvestAsync(TestContext.Current.CancellationToken);
        var first = bench.Arxiv.Requests.Select(request => Uri.UnescapeDataString(request.Target)).ToList();
        _clock.Shift(TimeSpan.FromDays(1));
        await runs.HarvestAsync(TestContext.Current.CancellationToken);
        var second = bench.Arxiv.Requests.Select(request => Uri.UnescapeDataString(request.Target)).Skip(first.Count).ToList();

        Assert.Null(runs.LastFailure);
        Assert.Contains("submittedDate:[202403010000 TO 202405010000]", Assert.Single(first), StringComparison.Ordinal);
        Assert.Contains("submittedDate:[202404132300 TO 202405010000]", Assert.Single(second), StringComparison.Ordinal);
        Assert.Equal("300 complete", await bench.AskStoreAsync("SELECT seen || ' ' || state FROM sweeps WHERE month = '2024-04'"));
        Assert.Equal("0 complete", await bench.AskStoreAsync("SELECT seen || ' ' || state FROM sweeps WHERE month = '2024-03'"));
    }

    [Fact]
    public async Task The_months_that_were_swept_are_ranked()
    {
        await using var bench = await Workbench.StartAsync(Papers);
        await using var service = ServiceOver(
            bench, "cs.CL", OwnProgram.Find("dotnet", [.. bench.Options, "--set", "Sweep:Categories=cs.CL"]));

        await service.GetRequiredService<ServiceRuns>().HarvestAsync(TestContext.Current.CancellationToken);

        Assert.Equal("2024-03,2024-04", await bench.AskStoreAsync("SELECT group_concat(month) FROM ranking"));
        var (made, read) = (
            await bench.AskStoreAsync("SELECT made || seconds FROM ranking WHERE month = '2024-04'"),
            await bench.RunAsync("suggest", "2024-04", "--set", "Sweep:Categories=cs.CL"));
        Assert.Equal(0, read.Exit);
        Assert.Equal(made, await bench.AskStoreAsync("SELECT made || seconds FROM ranking WHERE month = '2024-04'"));
    }

    [Fact]
    public async Task Without_categories_there_is_no_sweep()
    {
        await using var bench = await Workbench.StartAsync(Papers);
        await using var service = ServiceOver(bench, "");

        await service.GetRequiredService<ServiceRuns>().HarvestAsync(TestContext.Current.CancellationToken);

        Assert.Empty(bench.Arxiv.Requests);
    }

    [Fact]
    public async Task A_sweep_that_arxiv_refuses_is_owed()
    {
        await using var bench = await Workbench.StartAsync(Papers, new ReplicaOptions { Fault = _ => FaultKind.Unavailable });
        await using var service = ServiceOver(bench, "cs.CL");

        await service.GetRequiredService<ServiceRuns>().HarvestAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(service.GetRequiredService<HarvestResumption>().DueAt());
        Assert.Equal("under-way", await bench.AskStoreAsync("SELECT DISTINCT state FROM sweeps"));
    }

    private ServiceProvider ServiceOver(Workbench bench, string categories, OwnProgram? program = null)
    {
        var (settings, workspace) = SettingsReader.Read(bench.Folder, [.. bench.Settings, $"Sweep:Categories={categories}"]);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddSheaf(settings, workspace, LogEventLevel.Fatal)
            .AddSchedule(settings.Schedule);
        return (program is null ? services : services.AddSingleton(program)).BuildServiceProvider();
    }

    /// <summary>Goes as the machine's does, on another day.</summary>
    private sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
    {
        private TimeSpan _shift = start - System.GetUtcNow();

        public void Shift(TimeSpan by) => _shift += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
    }
}

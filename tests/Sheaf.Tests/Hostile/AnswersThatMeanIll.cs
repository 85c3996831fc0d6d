using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog.Events;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Settings;

namespace Sheaf.Tests.Hostile;

/// <summary>Whole harvests from an arXiv whose answers never end, unpack without end, stop in the middle, or lead elsewhere.</summary>
public sealed class AnswersThatMeanIll
{
    private const int Papers = 2;

    public static TheoryData<FaultKind> Faults =>
        [FaultKind.Endless, FaultKind.Bomb, FaultKind.Elsewhere, FaultKind.Truncated, FaultKind.Garbled];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Of_the_query_api_cost_nothing_but_its_requests(FaultKind fault)
    {
        await using var bench = await StartAsync(new FaultRule(fault) { Target = "/api/query" });

        Assert.Equal((0, Papers, 0), await HarvestAsync(bench));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Of_the_pages_leave_the_query_api(FaultKind fault)
    {
        await using var bench = await StartAsync(new FaultRule(fault) { Kind = LoggedKind.Page });

        Assert.Equal((0, Papers, 0), await HarvestAsync(bench));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Everywhere_leave_every_paper_missing_with_a_reason_until_they_stop(FaultKind fault)
    {
        await using var bench = await StartAsync(new FaultRule(fault));

        var (exit, fetched, missing) = await HarvestAsync(bench);
        bench.Arxiv.Faults.Rules = [];
        var calm = await HarvestAsync(bench);

        Assert.True(exit is 1 or 3);
        Assert.Equal((0, Papers), (fetched, missing));
        Assert.Equal((0, Papers, 0), calm);
        Assert.All(bench.Arxiv.Requests, request => Assert.NotEqual(LoggedKind.Other, request.Kind));
    }

    [Fact]
    public async Task That_stop_in_the_middle_are_waited_for_a_minute_each_and_the_run_comes_to_its_end()
    {
        await using var bench = await StartAsync(new FaultRule(FaultKind.Stalled) { Kind = LoggedKind.Page });
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        workspace.EnsureCreated();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddSheaf(settings, workspace, LogEventLevel.Fatal).BuildServiceProvider();
        var (harvester, gate) = (services.GetRequiredService<Harvester>(), services.GetRequiredService<RequestGate>());
        var started = time.GetTimestamp();

        var run = harvester.RunAsync("harvest", harvester.Plan(HarvestScope.Everything), null, TestContext.Current.CancellationToken);
        while (!run.IsCompleted)
        {
            // Only what stalls is hurried: a true answer has all the time it needs.
            if (gate.State.UnderWay is not RequestKind.Api)
            {
                time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var report = await run;
        Assert.Equal((ExitCode.Done, Papers), (report.Exit, report.Fetched));
        Assert.InRange(time.GetElapsedTime(started), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(8));
    }

    private static async Task<Workbench> StartAsync(FaultRule rule)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(Papers), new ReplicaOptions { Faults = [rule] });
        bench.List("2024-04.md", string.Concat(Enumerable.Range(1, Papers).Select(number => $"- 2404.0000{number}\n")));
        return bench;
    }

    private static async Task<(int Exit, int Fetched, int Missing)> HarvestAsync(Workbench bench)
    {
        var ran = await bench.RunAsync("harvest", "--json");
        using var report = JsonDocument.Parse(ran.Output);
        return (ran.Exit, report.RootElement.GetProperty("fetched").GetInt32(), report.RootElement.GetProperty("missing").GetArrayLength());
    }
}

using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

/// <summary>What the service does when it starts or its clock strikes, over real requests to a local arXiv.</summary>
public sealed class ServiceMakesDueDrafts
{
    private bool _refusing;

    [Fact]
    public async Task A_month_long_past_gets_its_draft_once()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.DraftAsync(TestContext.Current.CancellationToken);
        var (draft, requests) = (bench.Read("drafts", "2024-04.md"), bench.Arxiv.Requests.Count);
        await runs.DraftAsync(TestContext.Current.CancellationToken);

        Assert.Contains("2404.00002", draft, StringComparison.Ordinal);
        Assert.Equal(3, requests);
        Assert.Equal(requests, bench.Arxiv.Requests.Count);
    }

    [Fact]
    public async Task A_draft_is_put_off_while_arxiv_refuses_and_made_with_the_next_harvest()
    {
        _refusing = true;
        await using var bench = await Workbench.StartAsync(
            InventedPapers.Many(1), new ReplicaOptions { Fault = _ => _refusing ? FaultKind.Unavailable : null });
        bench.List("2024-04.md", "- 2404.00001\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.DraftAsync(TestContext.Current.CancellationToken);
        var early = File.Exists(bench.PathOf("drafts", "2024-04.md"));
        _refusing = false;
        await runs.HarvestAsync(TestContext.Current.CancellationToken);

        Assert.False(early);
        Assert.True(File.Exists(bench.PathOf("drafts", "2024-04.md")));
    }

    [Fact]
    public async Task An_edited_draft_is_not_touched_by_the_schedule()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        Directory.CreateDirectory(bench.PathOf("drafts"));
        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), "All mine.\n");
        await using var service = ServiceOver(bench);

        await service.GetRequiredService<ServiceRuns>().DraftAsync(TestContext.Current.CancellationToken);

        Assert.Equal("All mine.\n", bench.Read("drafts", "2024-04.md"));
    }

    private static ServiceProvider ServiceOver(Workbench bench)
    {
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        workspace.EnsureCreated();
        var services = new ServiceCollection();
        services.AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule);
        return services.BuildServiceProvider();
    }
}

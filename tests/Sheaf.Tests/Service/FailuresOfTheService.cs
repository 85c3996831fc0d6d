using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

/// <summary>A night that goes wrong must not end the service.</summary>
public sealed class FailuresOfTheService
{
    [Fact]
    public async Task A_list_that_cannot_be_read_fails_the_run_and_is_told_until_one_goes_well()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "");
        await File.WriteAllBytesAsync(
            bench.PathOf("curated", "2024-04.md"), [0xff, 0xfe, 0x2d, 0x00], TestContext.Current.CancellationToken);
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        await using var services = new ServiceCollection().AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule)
            .BuildServiceProvider();
        var runs = services.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(TestContext.Current.CancellationToken);
        var told = runs.LastFailure;
        bench.List("2024-04.md", "");
        await runs.HarvestAsync(TestContext.Current.CancellationToken);

        Assert.Contains("UTF-16", told, StringComparison.Ordinal);
        Assert.Null(runs.LastFailure);
    }

    [Fact]
    public async Task A_service_whose_address_is_taken_asks_arXiv_for_nothing()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var ran = await bench.RunAsync("serve", "--quiet", "--set", $"Serve:Url=http://{taken.LocalEndpoint}");

        Assert.Equal(4, ran.Exit);
        Assert.Contains("address already in use", ran.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Arxiv.Requests);
        Assert.Contains("No run yet", (await bench.RunAsync("status")).Output, StringComparison.Ordinal);
    }
}

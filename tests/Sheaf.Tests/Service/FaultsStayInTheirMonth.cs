using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

/// <summary>A list or a draft that is not as it should be stops its own month and no other.</summary>
public sealed class FaultsStayInTheirMonth
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_named_like_a_draft_stops_that_draft_only()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        bench.List("2024-02.md", "- 2404.00001\n");
        bench.List("2024-03.md", "- 2404.00002\n");
        Directory.CreateDirectory(bench.PathOf("drafts", "2024-02.md"));
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(Token);

        Assert.Contains("2404.00002", bench.Read("drafts", "2024-03.md"), StringComparison.Ordinal);
        Assert.NotNull(runs.LastFailure);

        Directory.Delete(bench.PathOf("drafts", "2024-02.md"));
        await runs.HarvestAsync(Token);

        Assert.Contains("2404.00001", bench.Read("drafts", "2024-02.md"), StringComparison.Ordinal);
        Assert.Null(runs.LastFailure);
    }

    [Fact]
    public async Task A_list_of_a_year_before_arXiv_stops_nothing_and_loses_no_paper()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("0001-01.md", "- 2404.00001\n");
        bench.List("9998-12.md", "- 2404.00001\n");
        bench.List("2024-04.md", "- 2404.00002\n");
        await using var service = ServiceOver(bench);

        await service.GetRequiredService<ServiceRuns>().HarvestAsync(Token);

        Assert.Contains("2404.00001", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Contains("2404.00002", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Null(service.GetRequiredService<ServiceRuns>().LastFailure);
    }

    [Fact]
    public async Task A_line_of_Latin_1_in_an_old_list_stops_that_month_only()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        bench.List("2024-04.md", "- 2404.00002\n");
        Directory.CreateDirectory(bench.PathOf("curated"));
        await File.WriteAllBytesAsync(
            bench.PathOf("curated", "2019-03.md"), Encoding.Latin1.GetBytes("- 2404.00001 — tr\u00e8s bien\n"), Token);
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(Token);

        Assert.Contains("2404.00002", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.False(File.Exists(bench.PathOf("drafts", "2019-03.md")));
        Assert.Contains("2019-03.md:1", runs.LastFailure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_of_a_list_that_cannot_be_read_any_more_stay_in_their_draft()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        bench.List("finds.md", "- 2404.00001\n");
        bench.List("2024-04.md", "- 2404.00002\n");
        await using (var service = ServiceOver(bench))
        {
            await service.GetRequiredService<ServiceRuns>().HarvestAsync(Token);
        }

        var before = bench.Read("drafts", "2024-04.md");
        await File.WriteAllBytesAsync(
            bench.PathOf("curated", "finds.md"), Encoding.Latin1.GetBytes("- 2404.00001 — tr\u00e8s bien\n"), Token);
        await bench.TellStoreAsync("UPDATE draft SET written = '2024-04-01T00:00:00Z'");
        await using (var service = ServiceOver(bench))
        {
            await service.GetRequiredService<ServiceRuns>().HarvestAsync(Token);
        }

        Assert.Equal(before, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_store_that_was_deleted_is_made_anew_by_the_next_harvest()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();
        await runs.HarvestAsync(Token);

        foreach (var part in Directory.EnumerateFiles(bench.Folder, "sheaf.db*"))
        {
            File.Delete(part);
        }

        await runs.HarvestAsync(Token);

        Assert.Null(runs.LastFailure);
        Assert.Equal("1", await bench.AskStoreAsync("SELECT count(*) FROM papers"));
    }

    private static ServiceProvider ServiceOver(Workbench bench)
    {
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        workspace.EnsureCreated();
        return new ServiceCollection().AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule)
            .BuildServiceProvider();
    }
}

using System.Text.Json;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Harvesting;

/// <summary>Papers that were fetched before and are due once more.</summary>
public sealed class LookingAgain
{
    private const string DueAtOnce = "Arxiv:RefreshAfter=00:00:00.001";

    [Fact]
    public async Task A_paper_that_arXiv_does_not_show_again_is_not_called_unchanged()
    {
        FaultKind? fault = null;
        await using var bench = await FetchedAsync(3, () => fault);

        fault = FaultKind.Unavailable;
        var again = await bench.RunAsync("harvest", "--json", "--set", DueAtOnce);

        using var report = JsonDocument.Parse(again.Output);
        Assert.Equal(3, again.Exit);
        Assert.Equal(3, report.RootElement.GetProperty("exit").GetInt32());
        Assert.Equal(0, report.RootElement.GetProperty("unchanged").GetInt32());
        Assert.Equal(
            ["2404.00001 arxiv-unavailable", "2404.00002 arxiv-unavailable", "2404.00003 arxiv-unavailable"],
            report.RootElement.GetProperty("missing").EnumerateArray()
                .Select(paper => $"{paper.GetProperty("id")} {paper.GetProperty("reason")}"));
    }

    [Fact]
    public async Task What_was_fetched_before_stays_and_the_person_is_told()
    {
        FaultKind? fault = null;
        await using var bench = await FetchedAsync(1, () => fault);
        var before = await bench.RunAsync("export", "papers");

        fault = FaultKind.Unavailable;
        var again = await bench.RunAsync("harvest", "--set", DueAtOnce);
        var status = await bench.RunAsync("status", "2024-04", "--json");

        Assert.Contains("what was fetched before is kept", again.Output, StringComparison.Ordinal);
        Assert.Contains("\"fetched\": 1", status.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, (await bench.RunAsync("export", "papers")).Output);
    }

    [Fact]
    public async Task A_paper_that_is_not_due_is_unchanged_though_arXiv_refuses_another()
    {
        FaultKind? fault = null;
        await using var bench = await FetchedAsync(1, () => fault);
        bench.List("more.md", "- 2404.00002\n");

        fault = FaultKind.Unavailable;
        var again = await bench.RunAsync("harvest", "--json");

        using var report = JsonDocument.Parse(again.Output);
        Assert.Equal(3, again.Exit);
        Assert.Equal(1, report.RootElement.GetProperty("unchanged").GetInt32());
        Assert.Equal("2404.00002", Assert.Single(report.RootElement.GetProperty("missing").EnumerateArray()).GetProperty("id").GetString());
    }

    private static async Task<Workbench> FetchedAsync(int count, Func<FaultKind?> fault)
    {
        var papers = InventedPapers.Many(count + 1);
        var bench = await Workbench.StartAsync(papers, new ReplicaOptions { Fault = _ => fault() });
        bench.List("2024-04.md", string.Concat(Enumerable.Range(1, count).Select(number => $"- 2404.0000{number}\n")));
        var first = await bench.RunAsync("harvest");
        Assert.Equal(0, first.Exit);
        return bench;
    }
}

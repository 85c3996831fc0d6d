using System.Text.Json;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Harvesting;

/// <summary>Something in front of arXiv answers in its place, and says that all is well.</summary>
public sealed class PagesThatAreNotArxivs
{
    [Fact]
    public async Task Stop_a_run_as_a_refusal_does()
    {
        await using var bench = await WithAsync(30, new FaultRule(FaultKind.Garbled));

        var ran = await bench.RunAsync("harvest", "--json");

        Assert.Equal(3, ran.Exit);
        Assert.Equal(30, ReasonsOf(ran).Count(reason => reason == "arxiv-unavailable"));
        Assert.InRange(bench.Arxiv.Requests.Count, 3, 12);
        Assert.Equal("1", await bench.AskStoreAsync("SELECT group_concat(DISTINCT attempts) FROM lookup WHERE identifier > '2404.00001'"));
        Assert.DoesNotContain("DTD", ran.Output + ran.Error + Logs(bench), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Before_the_pages_alone_leave_the_query_api_to_tell_of_the_papers()
    {
        await using var bench = await WithAsync(4, new FaultRule(FaultKind.Garbled) { Kind = LoggedKind.Page });

        var ran = await bench.RunAsync("harvest", "--json");

        Assert.Empty(ReasonsOf(ran));
        Assert.Equal(2, bench.Arxiv.Requests.Count(request => request.Kind == LoggedKind.Page));
        Assert.Equal("2", await bench.AskStoreAsync("SELECT count(*) FROM lookup WHERE reason = 'arxiv-unavailable'"));
    }

    [Fact]
    public async Task One_page_that_is_not_arXivs_stops_nothing()
    {
        await using var bench = await WithAsync(
            4, new FaultRule(FaultKind.Unavailable) { Kind = LoggedKind.Api },
            new FaultRule(FaultKind.Garbled) { Target = "/abs/2404.00002" });

        var ran = await bench.RunAsync("harvest", "--json");

        Assert.Single(ReasonsOf(ran));
        Assert.Equal(4, bench.Arxiv.Requests.Count(request => request.Kind == LoggedKind.Page));
    }

    [Fact]
    public async Task Leave_a_sweep_for_a_later_run()
    {
        await using var bench = await WithAsync(1, new FaultRule(FaultKind.Garbled));

        var ran = await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--sweep", "--set", "Sweep:Categories=cs.*");

        Assert.Equal(3, ran.Exit);
        Assert.Contains("answers with a web page in place of data", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("DTD", ran.Output + ran.Error + Logs(bench), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_tried_and_refused_is_not_untried()
    {
        await using var bench = await WithAsync(5, new FaultRule(FaultKind.Unavailable));

        var ran = await bench.RunAsync("harvest", "--json");

        Assert.Equal(3, ran.Exit);
        Assert.Equal(Enumerable.Repeat("arxiv-unavailable", 5), ReasonsOf(ran));
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM lookup WHERE attempts = 0"));
    }

    [Fact]
    public async Task A_paper_that_arXiv_answered_403_to_was_tried()
    {
        await using var bench = await WithAsync(2, new FaultRule(FaultKind.AccessDenied) { Target = "/abs/2404.00001" });

        var ran = await bench.RunAsync("harvest");

        Assert.Equal(3, ran.Exit);
        Assert.Equal(
            "arxiv-unavailable 1",
            await bench.AskStoreAsync("SELECT reason || ' ' || attempts FROM lookup WHERE identifier = '2404.00001'"));
    }

    private static async Task<Workbench> WithAsync(int count, params FaultRule[] rules)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(count), new ReplicaOptions { Faults = rules });
        bench.List("2024-04.md", string.Concat(Enumerable.Range(1, count).Select(number => $"- 2404.{number:00000}\n")));
        return bench;
    }

    private static IReadOnlyList<string> ReasonsOf(CommandResult ran) =>
        [.. JsonElement.Parse(ran.Output).GetProperty("missing").EnumerateArray()
            .Select(paper => paper.GetProperty("reason").GetString()!)];

    private static string Logs(Workbench bench) => string.Concat(Directory.EnumerateFiles(bench.PathOf("logs")).Select(Text));

    private static string Text(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Signals;

namespace Sheaf.Tests.Harvesting;

/// <summary>Listed papers that no sweep has are asked for once, and none is lost without a word.</summary>
public sealed class PapersThatOthersNoticed
{
    private static readonly DateTimeOffset Asked = new(2024, 4, 23, 7, 50, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-04")]
    [InlineData(null)]
    public async Task The_next_harvest_asks_the_query_api_for_them_and_reads_no_page(string? month)
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        Keep(bench, "2404.00001", "2404.00002", "2404.09999");
        bench.List("2024-04.md", "- 2404.00003\n");
        string[] command = month is null ? ["harvest"] : ["harvest", month];

        var ran = await bench.RunAsync(command);
        var first = bench.Arxiv.Requests.Select(request => Uri.UnescapeDataString(request.Target)).ToList();
        await bench.RunAsync(command);
        var again = bench.Arxiv.Requests.Count - first.Count;

        Assert.Equal(0, ran.Exit);
        Assert.Contains(
            first,
            target => target.Contains("id_list", StringComparison.Ordinal) && target.Contains("2404.00001", StringComparison.Ordinal));
        Assert.Equal(["/abs/2404.00003"], first.Where(target => target.StartsWith("/abs/", StringComparison.Ordinal)));
        Assert.Equal(0, again);
        Assert.Equal("2404.00001,2404.00002,2404.00003", await bench.AskStoreAsync(
            "SELECT group_concat(identifier) FROM (SELECT identifier FROM eprint ORDER BY identifier)"));
        Assert.Equal("not-found", await bench.AskStoreAsync("SELECT reason FROM ledger WHERE identifier = '2404.09999'"));
    }

    [Fact]
    public async Task A_harvest_of_another_month_or_of_a_paper_by_name_does_not()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        Keep(bench, "2404.00001");
        bench.List("2024-04.md", "- 2404.00003\n");

        await bench.RunAsync("harvest", "2024-07");
        await bench.RunAsync("harvest", "2404.00003");

        Assert.DoesNotContain(bench.Arxiv.Requests, request => request.Target.Contains("2404.00001", StringComparison.Ordinal));
    }

    private static void Keep(Workbench bench, params string[] papers)
    {
        using var store = new Database(bench.Store);
        store.EnsureCreated();
        var day = new DateOnly(2024, 4, 22);
        new SignalStore(store).Keep(
            "huggingface", new SignalDay(day, Asked, Asked, null),
            papers.Select(paper => new SignalRow(ArxivIdentifier.Parse(paper), "huggingface", day, 3, Asked)));
    }
}

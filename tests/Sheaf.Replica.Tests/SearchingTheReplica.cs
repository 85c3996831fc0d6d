using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class SearchingTheReplica
{
    private static readonly CorpusPaper[] s_papers =
    [
        InventedCorpus.Paper(
            "2404.00001",
            "Fast widgets for slow gears") with { FirstSubmitted = InventedCorpus.At("2024-03-31T23:59:30Z"), Comment = "withdrawn draft" },
        InventedCorpus.Paper(
            "2404.00002",
            "Slow widgets") with { FirstSubmitted = InventedCorpus.At("2024-04-30T23:59:20Z"), Categories = ["math.IT", "stat.ML"] },
        InventedCorpus.Paper("2405.00003", "Gears, pulleys") with
        {
            FirstSubmitted = InventedCorpus.At("2024-05-01T00:00:00Z"), AuthorsRaw = "C. Del Maestro and Zo\\\"e Cog",
            ReportNumber = "COG-7",
        },
    ];

    [Theory]
    [InlineData("ti:widgets", "1 2")]
    [InlineData("ti:WIDGETS AND ti:slow", "1 2")]
    [InlineData("ti:\"slow widgets\"", "2")]
    [InlineData("ti:widg*", "1 2")]
    [InlineData("ti:widgets ANDNOT ti:fast", "2")]
    [InlineData("ti:fast OR ti:pulleys", "1 3")]
    [InlineData("ti:fast ti:pulleys", "1 3")]
    [InlineData("(ti:fast OR ti:pulleys) AND au:cog", "3")]
    [InlineData("au:del_maestro", "3")]
    [InlineData("au:Zoë", "3")]
    [InlineData("abs:\"study widgets\"", "1 2 3")]
    [InlineData("co:withdrawn", "1")]
    [InlineData("rn:COG", "3")]
    [InlineData("pulleys", "3")]
    [InlineData("all:specimen", "1 2")]
    [InlineData("cat:cs.*", "1 2 3")]
    [InlineData("cat:math.IT", "2")]
    [InlineData("cat:cs.IT", "2")]
    [InlineData("id:2405.00003", "3")]
    [InlineData("submittedDate:[202404010000 TO 202404302359]", "")]
    [InlineData("submittedDate:[202404010000 TO 202405010000]", "2 3")]
    [InlineData("submittedDate:[202403 TO 20240430]", "1")]
    [InlineData("lastUpdatedDate:[2024 TO 2024]", "1 2 3")]
    [InlineData("ti:\"unbalanced", "")]
    public async Task A_search_finds(string query, string papers)
    {
        await using var visit = await ToAsync(new ReplicaOptions(), s_papers);

        var found = await visit.IdsAsync($"search_query={Uri.EscapeDataString(query)}&sortBy=submittedDate&sortOrder=ascending");

        Assert.Equal(papers, string.Join(' ', found.Select(id => id[9])));
    }

    [Fact]
    public async Task Both_parameters_together_filter_the_list_by_the_search()
    {
        await using var visit = await ToAsync(new ReplicaOptions(), s_papers);

        Assert.Equal(["2404.00001v1"], await visit.IdsAsync("search_query=ti:widgets&id_list=2404.00001,2405.00003"));
    }

    [Fact]
    public async Task Pages_of_a_search_do_not_overlap()
    {
        await using var visit = await ToAsync(new ReplicaOptions(), s_papers);

        var pages = new List<string>();
        for (var start = 0; start < 3; start++)
        {
            pages.AddRange(await visit.IdsAsync($"search_query=all:widgets&start={start}&max_results=1"));
        }

        Assert.Equal(3, pages.Distinct().Count());
    }

    [Fact]
    public async Task Brackets_too_deep_are_refused_and_not_followed()
    {
        await using var visit = await ToAsync(new ReplicaOptions(), s_papers);

        var feed = await visit.FeedAsync($"search_query={new string('(', 1000)}ti:a{new string(')', 1000)}");

        Assert.StartsWith(
            "Invalid query string", feed.Element(AtomSpace + "entry")!.Element(AtomSpace + "summary")!.Value, StringComparison.Ordinal);
    }
}

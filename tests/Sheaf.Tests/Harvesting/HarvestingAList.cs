using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sheaf.Replica;

namespace Sheaf.Tests.Harvesting;

/// <summary>From a curated list to the store, through real requests to a local arXiv.</summary>
public sealed class HarvestingAList
{
    private static readonly DateTimeOffset LastOfApril = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);

    [Fact]
    public async Task A_hundred_papers_take_one_request_to_the_query_api_and_a_page_each()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(100));
        bench.List("2024-04.md", ListOf(100));

        var ran = await bench.RunAsync("harvest", "2024-04", "--json");

        using var report = JsonDocument.Parse(ran.Output);
        Assert.Equal(0, ran.Exit);
        Assert.Equal(100, report.RootElement.GetProperty("asked").GetInt32());
        Assert.Equal(100, report.RootElement.GetProperty("fetched").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("requests").GetProperty("atom").GetInt32());
        Assert.Equal(100, report.RootElement.GetProperty("requests").GetProperty("page").GetInt32());
        Assert.Equal(101, bench.Arxiv.Requests.Count);
    }

    [Fact]
    public async Task Requests_never_overlap_and_never_come_closer_than_the_interval()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(12), Strict());
        bench.List("2024-04.md", ListOf(12));

        var ran = await bench.RunAsync("harvest", "--set", "Arxiv:BatchSize=4");

        Assert.Equal(0, ran.Exit);
        Assert.DoesNotContain(bench.Arxiv.Requests, request => request.Overlapping || request.Status == 429);
        Assert.Equal(3, bench.Arxiv.Requests.Count(request => request.Kind == LoggedKind.Api));
    }

    [Fact]
    public async Task A_second_harvest_asks_for_nothing_and_changes_nothing()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        bench.List("2024-04.md", ListOf(5));
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        using (var backdate = new SqliteConnection($"Data Source={bench.Store}"))
        {
            backdate.Open();
            using var command = backdate.CreateCommand();
            command.CommandText = "UPDATE draft SET written = '2024-05-02T10:00:00Z'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var (store, draft, requests) = (bench.Dump(), bench.Read("drafts", "2024-04.md"), bench.Arxiv.Requests.Count);

        var again = await bench.RunAsync("harvest", "--json");
        await bench.RunAsync("draft", "2024-04");

        Assert.Equal(0, again.Exit);
        Assert.Contains("\"unchanged\": 5", again.Output, StringComparison.Ordinal);
        Assert.Equal(requests, bench.Arxiv.Requests.Count);
        Assert.Equal(store, bench.Dump());
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task Every_reference_ends_as_fetched_or_with_a_reason()
    {
        await using var bench = await Workbench.StartAsync(
        [
            InventedPapers.One("2404.00001", LastOfApril),
            InventedPapers.One("2404.00002", LastOfApril, ("deleted", "This paper was removed.")),
        ]);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.99999\n- arXiv:2413.00001\n");

        var ran = await bench.RunAsync("harvest", "2024-04", "--json");

        using var report = JsonDocument.Parse(ran.Output);
        var missing = report.RootElement.GetProperty("missing").EnumerateArray()
            .ToDictionary(paper => paper.GetProperty("id").GetString()!, paper => paper.GetProperty("reason").GetString());
        Assert.Equal(1, ran.Exit);
        Assert.Equal(4, report.RootElement.GetProperty("asked").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("fetched").GetInt32());
        Assert.Equal(3, missing.Count);
        Assert.Equal("deleted", missing["2404.00002"]);
        Assert.Equal("not-found", missing["2404.99999"]);
        Assert.Contains("malformed", missing.Values);
    }

    [Fact]
    public async Task A_paper_the_batch_left_out_is_asked_for_once_more_together_and_then_settled_by_its_page()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.99998\n- 2404.99999\n");

        await bench.RunAsync("harvest");

        var api = bench.Arxiv.Requests.Where(request => request.Target.StartsWith("/api/query", StringComparison.Ordinal))
            .Select(request => request.Target).ToList();
        Assert.Equal(2, api.Count);
        Assert.Contains("id_list=2404.99998,2404.99999", api[1], StringComparison.Ordinal);
        Assert.Contains(bench.Arxiv.Requests, request => request.Target == "/abs/2404.99999" && request.Status == 404);
    }

    [Fact]
    public async Task One_paper_is_one_row_however_it_is_written_and_wherever_it_is_listed()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001v1\n- https://arxiv.org/pdf/2404.00001.pdf\n");
        bench.List("more.txt", "arXiv:2404.00001\nhttps://doi.org/10.48550/arXiv.2404.00001\n");

        var ran = await bench.RunAsync("harvest", "--json");
        var exported = await bench.RunAsync("export", "papers");

        Assert.Contains("\"asked\": 1,", ran.Output, StringComparison.Ordinal);
        Assert.Single(exported.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_paper_announced_in_may_and_submitted_in_april_is_an_april_paper()
    {
        await using var bench = await Workbench.StartAsync([InventedPapers.One("2405.00208", LastOfApril)]);
        bench.List("gathered.md", "- 2405.00208\n");

        await bench.RunAsync("harvest", "2024-04");
        var april = await bench.RunAsync("draft", "2024-04", "--output", "-");
        var may = await bench.RunAsync("draft", "2024-05", "--output", "-");

        Assert.Contains("(30 Apr), https://arxiv.org/abs/2405.00208", april.Output, StringComparison.Ordinal);
        Assert.Equal(2, may.Exit);
    }

    [Fact]
    public async Task What_the_query_api_damages_the_page_mends()
    {
        await using var bench = await Workbench.StartAsync(
        [
            InventedPapers.One(
                "2404.00001",
                LastOfApril,
                ("title", @"Bounds of $\tilde{\Theta}(n)$ for widgets"),
                ("abstract", "We use $\\alpha = \\beta$.\nA second paragraph."),
                ("authors", new System.Text.Json.Nodes.JsonArray(InventedPapers.Author("Neal J. Specimen II"))),
                ("reportNumber", "WIDGET-24-001")),
        ]);
        bench.List("2024-04.md", "- 2404.00001\n");

        await bench.RunAsync("harvest");
        var exported = await bench.RunAsync("export", "papers");

        using var paper = JsonDocument.Parse(exported.Output);
        Assert.Equal(@"Bounds of $\tilde{\Theta}(n)$ for widgets", paper.RootElement.GetProperty("title").GetString());
        Assert.Equal("We use $\\alpha = \\beta$.\nA second paragraph.", paper.RootElement.GetProperty("abstract").GetString());
        Assert.Equal("Neal J. Specimen II", paper.RootElement.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.Equal("WIDGET-24-001", paper.RootElement.GetProperty("reportNumber").GetString());
        Assert.Equal("page", paper.RootElement.GetProperty("sources").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_page_that_is_due_again_and_has_not_changed_is_not_sent_again()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", ListOf(2));
        await bench.RunAsync("harvest");
        var before = bench.Dump("last_looked", "served", "last_attempt", "attempts", "fetched");

        var again = await bench.RunAsync("harvest", "--json", "--set", "Arxiv:RefreshAfter=00:00:00.001");

        Assert.Contains("\"unchanged\": 2", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, bench.Arxiv.Requests.Count(request => request.Status == 304));
        Assert.Equal(before, bench.Dump("last_looked", "served", "last_attempt", "attempts", "fetched"));
    }

    [Fact]
    public async Task A_dry_run_tells_the_requests_and_makes_none()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        bench.List("2024-04.md", ListOf(3));

        var ran = await bench.RunAsync(
            "backfill", "--from", "2024-03", "--to", "2024-05", "--draft", "--dry-run", "--json", "--set", "Arxiv:PageInterval=00:00:15");

        using var plan = JsonDocument.Parse(ran.Output);
        Assert.Equal(0, ran.Exit);
        Assert.Equal(1, plan.RootElement.GetProperty("requests").GetProperty("atom").GetInt32());
        Assert.Equal(3, plan.RootElement.GetProperty("requests").GetProperty("page").GetInt32());
        Assert.Equal(30, plan.RootElement.GetProperty("leastSeconds").GetInt32());
        Assert.EndsWith(
            "2024-04.md", Assert.Single(plan.RootElement.GetProperty("drafts").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Empty(bench.Arxiv.Requests);
        Assert.False(File.Exists(bench.PathOf("drafts", "2024-04.md")));
    }

    [Fact]
    public async Task A_backfill_covers_its_months_in_one_run_and_writes_their_drafts()
    {
        await using var bench = await Workbench.StartAsync(
        [
            InventedPapers.One("2403.00001", new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero)),
            InventedPapers.One("2404.00001", LastOfApril),
            InventedPapers.One("2406.00001", new DateTimeOffset(2024, 6, 5, 0, 0, 0, TimeSpan.Zero)),
        ]);
        bench.List("2024-03.md", "- 2403.00001\n");
        bench.List("2024-04.md", "- 2404.00001\n");
        bench.List("2024-06.md", "- 2406.00001\n");

        var ran = await bench.RunAsync("backfill", "--from", "2024-03", "--to", "2024-04", "--draft");

        Assert.Equal(0, ran.Exit);
        Assert.True(File.Exists(bench.PathOf("drafts", "2024-03.md")));
        Assert.True(File.Exists(bench.PathOf("drafts", "2024-04.md")));
        Assert.DoesNotContain(bench.Arxiv.Requests, request => request.Target.Contains("2406.00001", StringComparison.Ordinal));
        Assert.Single(bench.Arxiv.Requests, request => request.Kind == LoggedKind.Api);
    }

    [Fact]
    public async Task A_store_that_was_lost_is_rebuilt_and_the_draft_is_the_same()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(4));
        bench.List("2024-04.md", "# April\n\n- 2404.00001 ★ #turning — worth it\n- 2404.00002\n- 2404.00003\n- 2404.00004\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        var draft = bench.Read("drafts", "2024-04.md");
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(bench.Folder, "sheaf.db*"))
        {
            File.Delete(file);
        }

        await bench.RunAsync("harvest");
        var again = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(0, again.Exit);
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
    }

    private static ReplicaOptions Strict() =>
        new() { Strict = true, ApiInterval = TimeSpan.FromMilliseconds(10), PageInterval = TimeSpan.FromMilliseconds(10) };

    private static string ListOf(int count) =>
        string.Concat(
            Enumerable.Range(1, count)
                .Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"- 2404.{number:D5}\n")));
}

using System.Globalization;
using System.Text.Json;
using Sheaf.Replica;

namespace Sheaf.Tests.Harvesting;

/// <summary>
/// Papers that arXiv said it has not are asked for again after a pause that grows, and those that are gone for good never.
/// </summary>
public sealed class PapersThatArxivLacks
{
    private const string Six = "- 2404.09991\n- 2404.09992\n- 2404.09993\n- 2404.09994\n- 2404.09995\n- 2404.09996\n";

    [Fact]
    public async Task Are_due_after_a_day_after_a_week_and_then_every_thirty_days()
    {
        await using var bench = await WithAsync(Six);

        // Days since the look before, and whether arXiv is asked then.
        foreach (var (days, asked) in new[]
        {
            (0, true),
            (0.5, false),
            (1, true),
            (1, false),
            (6.5, false),
            (7, true),
            (7, false),
            (29, false),
            (30, true),
            (29, false),
            (30, true),
        })
        {
            await PassAsync(bench, days);

            var requests = await RequestsAsync(bench, "harvest");

            Assert.True(requests.Count > 0 == asked, $"{days} days after: {requests.Count} requests");
            await PassAsync(bench, asked ? 0 : -days);
        }
    }

    [Fact]
    public async Task Stay_missing_while_nobody_asks()
    {
        await using var bench = await WithAsync(Six);
        await bench.RunAsync("harvest");

        var again = await bench.RunAsync("harvest", "--json");

        using var report = JsonDocument.Parse(again.Output);
        Assert.Equal(1, again.Exit);
        Assert.All(
            report.RootElement.GetProperty("missing").EnumerateArray(),
            paper => Assert.Equal("not-found", paper.GetProperty("reason").GetString()));
        Assert.Equal(6, report.RootElement.GetProperty("missing").GetArrayLength());
        var status = await bench.RunAsync("status", "2024-04", "--json");
        Assert.Contains(await bench.AskStoreAsync("SELECT max(next_attempt) FROM lookup"), status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cost_one_request_by_either_api_and_one_page_each_and_no_batch_goes_out_twice()
    {
        await using var bench = await WithAsync(Six);

        var requests = await RequestsAsync(bench, "harvest");

        var batches = requests.Where(target => target.StartsWith("/api/query", StringComparison.Ordinal)).ToList();
        Assert.Equal(batches.Distinct(), batches);
        Assert.InRange(requests.Count, 13, 14);
    }

    [Fact]
    public async Task Are_asked_for_at_once_when_their_line_changes()
    {
        await using var bench = await WithAsync(Six);
        await bench.RunAsync("harvest");

        bench.List(
            "2024-04.md", $"# Gears\n\n{Six}".Replace("- 2404.09993", "- 2404.09993 ★ — it must be there", StringComparison.Ordinal));
        var requests = await RequestsAsync(bench, "harvest", "2024-04");

        Assert.All(requests, target => Assert.Contains("2404.09993", Uri.UnescapeDataString(target), StringComparison.Ordinal));
        Assert.NotEmpty(requests);
        Assert.Empty(await RequestsAsync(bench, "harvest", "2024-04"));
    }

    [Fact]
    public async Task Are_asked_for_at_once_when_a_person_names_them_and_not_for_a_month_or_a_check()
    {
        await using var bench = await WithAsync(Six);
        await bench.RunAsync("harvest");

        Assert.Empty(await RequestsAsync(bench, "harvest", "2024-04"));
        Assert.Empty(await RequestsAsync(bench, "check", "2024-04"));
        Assert.NotEmpty(await RequestsAsync(bench, "harvest", "2404.09995"));
    }

    [Fact]
    public async Task Are_never_asked_for_again_when_they_are_gone_for_good()
    {
        await using var bench = await WithAsync("- 2404.00009\n", Deleted("2404.00009"));
        await bench.RunAsync("harvest");
        await PassAsync(bench, 400);
        bench.List("2024-04.md", "- 2404.00009 — really?\n");

        Assert.Empty(await RequestsAsync(bench, "harvest"));
        Assert.Empty(await RequestsAsync(bench, "harvest", "2404.00009"));
        Assert.Equal("deleted", await bench.AskStoreAsync("SELECT reason FROM lookup"));
    }

    [Fact]
    public async Task Are_due_where_a_clock_was_years_ahead()
    {
        await using var bench = await WithAsync(Six);
        await bench.RunAsync("harvest");
        await PassAsync(bench, -3_000);

        Assert.NotEmpty(await RequestsAsync(bench, "harvest"));
    }

    private static string Deleted(string id) =>
        $$"""{"id":"{{id}}","title":"A gear","authors":[{"name":"Ada Specimen"}],"abstract":"It turns.","""
        + """ "categories":["cs.LG"],"firstSubmitted":"2024-04-03T10:00:00Z","deleted":"was a copy"}""";

    private static async Task<Workbench> WithAsync(string list, params string[] papers)
    {
        var bench = await Workbench.StartAsync(papers, new ReplicaOptions());
        bench.List("2024-04.md", list);
        return bench;
    }

    private static async Task<IReadOnlyList<string>> RequestsAsync(Workbench bench, params string[] arguments)
    {
        var before = bench.Arxiv.Requests.Count;
        await bench.RunAsync(arguments);
        return [.. bench.Arxiv.Requests.Skip(before).Select(request => request.Target)];
    }

    // The looks so far lie so many days further back.
    private static async Task PassAsync(Workbench bench, double days)
    {
        if (File.Exists(bench.Store))
        {
            var by = string.Create(CultureInfo.InvariantCulture, $"'{-days} days'");
            await bench.TellStoreAsync(
                $"UPDATE lookup SET last_attempt = strftime('%Y-%m-%dT%H:%M:%SZ', last_attempt, {by}), next_attempt = "
                + $"strftime('%Y-%m-%dT%H:%M:%SZ', next_attempt, {by})");
        }
    }
}

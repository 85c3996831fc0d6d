using System.Text.Json;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Harvesting;

/// <summary>The query API, the pages and OAI-PMH: what one of them does not give, another one does.</summary>
public sealed class ThreeWaysToAPaper
{
    [Fact]
    public async Task With_the_query_api_refusing_everything_comes_by_its_page()
    {
        await using var bench = await WithAsync(3, new FaultRule(FaultKind.RateExceeded) { Kind = LoggedKind.Api });

        var report = await HarvestAsync(bench);

        Assert.Equal((0, 3, ""), (report.Exit, report.Fetched, report.Missing));
        Assert.Equal(3, report.Page);
    }

    [Fact]
    public async Task A_query_api_that_asks_for_minutes_is_not_waited_for_once_the_pages_have_everything()
    {
        await using var bench = await WithAsync(2, new FaultRule(FaultKind.RateExceeded) { Kind = LoggedKind.Api, RetryAfter = 500 });

        var report = await HarvestAsync(bench);

        // Waited for, it would have been asked three times.
        Assert.Equal((0, 2, "", 1), (report.Exit, report.Fetched, report.Missing, report.Atom));
    }

    [Fact]
    public async Task With_the_pages_refused_everything_comes_from_the_query_api_and_its_page_with_the_next_run()
    {
        await using var bench = await WithAsync(3, new FaultRule(FaultKind.NotAcceptable) { Kind = LoggedKind.Page, Times = 6 });

        var first = await HarvestAsync(bench);
        var ledger = await LedgerAsync(bench);
        var second = await HarvestAsync(bench);

        Assert.Equal((0, 3, ""), (first.Exit, first.Fetched, first.Missing));
        Assert.Equal("2404.00001 fetched atom, 2404.00002 fetched atom, 2404.00003 fetched atom", ledger);
        Assert.Equal((0, 3, 3), (second.Exit, second.Fetched, second.Page));
        Assert.Equal("2404.00001 fetched page, 2404.00002 fetched page, 2404.00003 fetched page", await LedgerAsync(bench));
    }

    [Fact]
    public async Task What_neither_the_query_api_nor_a_page_gives_comes_over_oai()
    {
        await using var bench = await WithAsync(
            2, new FaultRule(FaultKind.Unavailable) { Target = "/api/query" },
            new FaultRule(FaultKind.Garbled) { Target = "/abs/2404.00002" });

        var report = await HarvestAsync(bench);

        Assert.Equal((0, 2, "", 1), (report.Exit, report.Fetched, report.Missing, report.Oai));
        Assert.Equal("2404.00001 fetched page, 2404.00002 fetched oai", await LedgerAsync(bench));
    }

    [Fact]
    public async Task With_everything_refused_the_run_says_what_is_left_and_loses_nothing()
    {
        await using var bench = await WithAsync(3, new FaultRule(FaultKind.Unavailable) { Times = 12 });

        var refused = await HarvestAsync(bench);
        bench.Arxiv.Faults.Rules = [];
        var calm = await HarvestAsync(bench);

        Assert.Equal(3, refused.Exit);
        Assert.Equal("2404.00001 arxiv-unavailable, 2404.00002 arxiv-unavailable, 2404.00003 arxiv-unavailable", refused.Missing);
        Assert.Equal((0, 3, ""), (calm.Exit, calm.Fetched, calm.Missing));
    }

    [Fact]
    public async Task A_refused_run_says_when_to_run_it_again_and_who_does_it_by_itself()
    {
        await using var bench = await WithAsync(1, new FaultRule(FaultKind.RateExceeded) { RetryAfter = 7200 });

        var ran = await bench.RunAsync("harvest");

        Assert.Equal(3, ran.Exit);
        Assert.Contains("2404.00001: arxiv-unavailable", ran.Output, StringComparison.Ordinal);
        Assert.Matches(
            "Run the same command again after ([0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} )?[0-9]{2}:[0-9]{2}; a running sheaf serve goes on by "
            + "itself", ran.Error);
    }

    [Fact]
    public async Task A_refused_run_names_the_day_where_it_is_not_today()
    {
        await using var bench = await WithAsync(1, new FaultRule(FaultKind.RateExceeded) { RetryAfter = 3 * 86_400 });

        var ran = await bench.RunAsync("harvest");

        Assert.Matches("Run the same command again after [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2};", ran.Error);
    }

    [Fact]
    public async Task A_paper_is_missing_only_when_all_three_ways_say_so()
    {
        await using var bench = await WithAsync(2);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.09999\n");

        var report = await HarvestAsync(bench);

        Assert.Equal((1, 2, "2404.09999 not-found", 1), (report.Exit, report.Fetched, report.Missing, report.Oai));
        Assert.Equal(2, bench.Arxiv.Requests.Count(request => request.Target.StartsWith("/api/query", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2404.09999", null)]
    [InlineData("2404.00002", "/abs/2404.00002")]
    public async Task While_oai_cannot_be_asked_a_page_has_not_the_last_word(string paper, string? unreadable)
    {
        await using var bench = await WithAsync(
            2, new FaultRule(FaultKind.Unavailable) { Kind = LoggedKind.Api },
            new FaultRule(FaultKind.Garbled) { Target = unreadable ?? "none" });
        bench.List("2024-04.md", $"- 2404.00001\n- {paper}\n");

        var report = await HarvestAsync(bench);

        Assert.Equal((3, 1, $"{paper} arxiv-unavailable"), (report.Exit, report.Fetched, report.Missing));
    }

    [Fact]
    public async Task Two_ways_that_agree_are_believed_while_the_third_is_closed()
    {
        await using var bench = await WithAsync(1, new FaultRule(FaultKind.Unavailable) { Target = "/oai" });
        bench.List("2024-04.md", "- 2404.00001\n- 2404.09999\n");

        var report = await HarvestAsync(bench);

        Assert.Equal((1, 1, "2404.09999 not-found"), (report.Exit, report.Fetched, report.Missing));
    }

    [Fact]
    public async Task What_a_batch_left_out_is_asked_for_once_more_together()
    {
        await using var bench = await WithAsync(6, new FaultRule(FaultKind.Forgetful) { Nth = 1 });

        var report = await HarvestAsync(bench);

        Assert.Equal((0, 6, 2), (report.Exit, report.Fetched, report.Atom));
        Assert.EndsWith(
            "max_results=3", bench.Arxiv.Requests.Last(
                request => request.Target.StartsWith("/api/query", StringComparison.Ordinal)).Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Empty, 3)]
    [InlineData(FaultKind.Garbled, 2)] // a refusal in other words: tried again as it is
    [InlineData(FaultKind.Truncated, 3)]
    [InlineData(FaultKind.Elsewhere, 3)]
    public async Task An_answer_that_says_nothing_is_not_believed_at_once_and_the_batch_goes_out_again_in_its_halves(
        FaultKind fault, int requests)
    {
        await using var bench = await WithAsync(6, new FaultRule(fault) { Kind = LoggedKind.Api, Nth = 1 });

        var report = await HarvestAsync(bench);

        Assert.Equal((0, 6, requests), (report.Exit, report.Fetched, report.Atom));
        Assert.Equal(6, await ServedByAtomAsync(bench));
    }

    [Fact]
    public async Task A_batch_refused_for_an_identifier_that_is_named_costs_one_request_more()
    {
        await using var bench = await WithAsync(100, new FaultRule(FaultKind.Rejected) { Kind = LoggedKind.Api, Nth = 1 });

        var report = await HarvestAsync(bench);

        Assert.Equal((0, 100, 2), (report.Exit, report.Fetched, report.Atom));
        Assert.Equal(99, await ServedByAtomAsync(bench));
    }

    [Theory]
    [InlineData("2404.00001")]
    [InlineData("2404.00042")]
    [InlineData("2404.00100")]
    public async Task A_batch_refused_without_a_name_costs_eight_requests_more_at_most(string culprit)
    {
        await using var bench = await WithAsync(100, new FaultRule(FaultKind.RejectedUnnamed) { Kind = LoggedKind.Api, Target = culprit });

        var report = await HarvestAsync(bench);

        Assert.Equal((0, 100), (report.Exit, report.Fetched));
        Assert.InRange(report.Atom, 2, 9);
        Assert.Equal(99, await ServedByAtomAsync(bench));
    }

    private static async Task<Workbench> WithAsync(int count, params FaultRule[] rules)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(count), new ReplicaOptions { Faults = rules });
        bench.List("2024-04.md", string.Concat(Enumerable.Range(1, count).Select(number => $"- 2404.{number:00000}\n")));
        return bench;
    }

    private static async Task<Report> HarvestAsync(Workbench bench)
    {
        var ran = await bench.RunAsync("harvest", "--json");
        var report = JsonElement.Parse(ran.Output);
        var requests = report.GetProperty("requests");
        return new(
            ran.Exit,
            report.GetProperty("fetched").GetInt32(),
            string.Join(
                ", ",
                report.GetProperty("missing").EnumerateArray()
                    .Select(paper => $"{paper.GetProperty("id").GetString()} {paper.GetProperty("reason").GetString()}")),
            requests.GetProperty("atom").GetInt32(),
            requests.GetProperty("page").GetInt32(),
            requests.GetProperty("oai").GetInt32());
    }

    private static async Task<string> LedgerAsync(Workbench bench) =>
        await bench.AskStoreAsync("SELECT group_concat(identifier || ' ' || state || ' ' || served_by, ', ') FROM ledger");

    private static async Task<int> ServedByAtomAsync(Workbench bench) =>
        int.Parse(
            await bench.AskStoreAsync("SELECT count(*) FROM record WHERE source = 'atom'"),
            System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Report(int Exit, int Fetched, string Missing, int Atom, int Page, int Oai);
}

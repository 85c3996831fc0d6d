using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sheaf.Tests.Desk;

/// <summary>What the API answers is what the command of the same name writes under <c>--json</c>.</summary>
public sealed class ApiAnswersAsCommands
{
    private static readonly string[] Month = ["2024-04"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_are_those_of_the_command_line()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();

        // So that the service has nothing to catch up on while the two are compared.
        await bench.RunAsync("draft", "2024-03");
        await bench.RunAsync("draft", "2024-04");
        await using var desk = await ServedDesk.OpenAsync(bench, "Sweep:Categories=*");
        foreach (var (path, command) in new (string, string[])[]
        {
            ("/api/months", ["status"]),
            ("/api/2024-04/status", ["status", "2024-04"]),
            ("/api/2024-04/ledger", ["export", "ledger", "--month", "2024-04"]),
            ("/api/2024-04/suggestions?take=20", ["suggest", "2024-04", "--kept"]),
            ("/api/2024-04/suggestions?take=500", ["suggest", "2024-04", "--kept", "--top", "500"]),
            ("/api/2031-04/suggestions", ["suggest", "2031-04", "--kept"]),
            ("/api/search?q=workshop", ["search", "workshop"]),
            ("/api/search?q=widgets&category=cs.*&author=specimen&from=2024-04&to=2024-04-02&top=7",
                [
                    "search", "widgets", "--category", "cs.*", "--author", "specimen", "--from", "2024-04", "--to", "2024-04-02", "--top",
                    "7",
                ]),
            ("/api/papers/2404.00021", ["show", "2404.00021"]),
            ("/api/edits", ["undo", "--list", "--top", "200"]),
        })
        {
            var asked = await desk.GetAsync(path);
            var said = await bench.RunAsync([.. command, "--json", "--set", "Sweep:Categories=*"]);
            Assert.True(
                JsonNode.DeepEquals(JsonNode.Parse(said.Output), JsonNode.Parse(asked.GetRawText())),
                $"{path}\n{asked.GetRawText()}\n{said.Output}");
        }
    }

    [Fact]
    public async Task A_paper_that_the_store_does_not_have_is_404_as_show_ends_with_1()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var problem = await desk.AskAsync(HttpMethod.Get, "/api/papers/2404.99999", status: HttpStatusCode.NotFound);

        Assert.Equal(1, (await bench.RunAsync("show", "2404.99999", "--json")).Exit);
        Assert.StartsWith("The store has no paper 2404.99999", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_follow_each_other_without_a_gap()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var all = await desk.GetAsync("/api/2024-04/suggestions?take=500");

        var windows = new List<JsonElement>();
        for (var after = 0; after < 80; after += 7)
        {
            var window = await desk.GetAsync($"/api/2024-04/suggestions?after={after}&take=7");
            windows.AddRange(window.GetProperty("suggestions").EnumerateArray());
        }

        Assert.True(windows.Count > 40);
        Assert.Equal(
            all.GetProperty("suggestions").EnumerateArray().Select(one => one.GetRawText()), windows.Select(one => one.GetRawText()));
    }

    [Fact]
    public async Task A_window_that_is_as_it_was_is_not_sent_again()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        const string path = "/api/2024-04/suggestions?take=5";
        using var first = await desk.SendAsync(HttpMethod.Get, path);
        var tag = first.Headers.ETag!.Tag;

        using var same = await desk.SendAsync(HttpMethod.Get, path, change: KnowsIt);
        await desk.PostAsync("/api/decisions", new { month = "2024-04", id = "2404.00021", action = "later" });
        using var other = await desk.SendAsync(HttpMethod.Get, path, change: KnowsIt);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));

        void KnowsIt(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("If-None-Match", tag);
    }

    [Fact]
    public async Task A_run_is_started_planned_and_stopped()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await using var desk = await ServedDesk.OpenAsync(bench);

        // What fell due while no service ran is made first.
        await EndOfRunAsync(desk, one => one.GetProperty("scheduled").GetBoolean());

        var plan = await desk.PostAsync("/api/runs", new { kind = "harvest", months = Month, dryRun = true });
        var dry = await bench.RunAsync("harvest", "2024-04", "--dry-run", "--json");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(dry.Output), JsonNode.Parse(plan.GetRawText())), $"{plan}\n{dry.Output}");

        var started = await desk.PostAsync("/api/runs", new { kind = "harvest", months = Month });
        var number = started.GetProperty("number").GetInt64();
        var now = await EndOfRunAsync(desk, one => one.GetProperty("number").GetInt64() == number);

        Assert.Equal(("finished", 0), (now.GetProperty("state").GetString(), now.GetProperty("exit").GetInt32()));
        await desk.AskAsync(HttpMethod.Delete, $"/api/runs/{number}", null, HttpStatusCode.Conflict);
        await desk.AskAsync(HttpMethod.Delete, "/api/runs/1", null, HttpStatusCode.NotFound);
        await desk.PostAsync("/api/runs", new { kind = "steal" }, HttpStatusCode.BadRequest);
        Assert.Equal("2", (await bench.RunAsync("status", "2024-04", "--json")).Output is var text
            ? $"{JsonElement.Parse(text).GetProperty("fetched").GetInt32()}" : "");
    }

    [Fact]
    public async Task The_stream_tells_what_another_program_does()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        using var answer = await desk.Client.GetAsync(
            new Uri(desk.Address, "/api/events"), HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        while (await reader.ReadLineAsync(Token) is { } greeting && !greeting.StartsWith("event: gate", StringComparison.Ordinal))
        {
        }

        await bench.RunAsync("refuse", "2404.00030");

        while (await reader.ReadLineAsync(Token) is { } line && !line.Contains("refused.txt", StringComparison.Ordinal))
        {
        }
    }

    private static async Task<JsonElement> EndOfRunAsync(ServedDesk desk, Func<JsonElement, bool> isMeant)
    {
        while (true)
        {
            var runs = (await desk.GetAsync("/api/runs")).GetProperty("runs").EnumerateArray();
            if (runs.Where(isMeant).Select(run => (JsonElement?)run).FirstOrDefault() is { } run
                && run.GetProperty("state").GetString() is not ("waiting" or "running"))
            {
                return run;
            }
        }
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Signals;

namespace Sheaf.Tests.Commands;

/// <summary>What others noticed: how it is asked for, and where it is told.</summary>
public sealed class TellingOfSignals
{
    private const string Listed = "2404.00015";

    private static readonly DateTimeOffset Asked = new(2024, 4, 23, 7, 50, 0, TimeSpan.Zero);

    [Fact]
    public async Task Without_a_service_that_is_set_there_is_nobody_to_ask()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("signals", "--from", "2024-04", "--to", "2024-04");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("\"Signals\": { \"Sources\": \"huggingface\" }", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Signals:Sources=nobody")]
    [InlineData("Signals:HuggingFaceBase=http://example.org/")]
    [InlineData("Signals:HuggingFaceBase=nowhere")]
    public async Task A_service_that_is_none_and_one_that_others_could_read_along_with_are_refused(string setting)
    {
        await using var bench = await Workbench.StartAsync([]);

        Assert.Equal(2, (await bench.RunAsync("signals", "--from", "2024-04", "--to", "2024-04", "--set", setting)).Exit);
    }

    [Fact]
    public async Task A_dry_run_counts_the_requests_and_makes_none()
    {
        await using var service = await SignalServer.StartAsync("[]");
        await using var bench = await Workbench.StartAsync([]);

        var ran = await AskAsync(bench, service, "--dry-run", "--json");

        Assert.Equal(0, ran.Exit);
        var source = JsonNode.Parse(ran.Output)!["sources"]![0]!;
        Assert.Equal((30, 29), (source["requests"]!.GetValue<int>(), source["leastSeconds"]!.GetValue<int>()));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_service_that_refuses_is_exit_3_and_status_says_what_is_not_known_yet()
    {
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        await using var bench = await WithSignalsAsync();

        var (ran, json) = (await AskAsync(bench, service), await AskAsync(bench, service, "--json"));
        var status = await bench.RunAsync("status", "2024-04", "--set", "Signals:Sources=huggingface");

        Assert.Equal((3, 3), (ran.Exit, json.Exit));
        Assert.Contains("Hugging Face's daily list answered 403", ran.Error, StringComparison.Ordinal);
        Assert.Contains("answered 403", $"{JsonNode.Parse(json.Output)!["sources"]![0]!["failure"]}", StringComparison.Ordinal);
        Assert.Contains("29 days are not known yet, the first 2024-04-01 (Hugging", status.Output, StringComparison.Ordinal);
        Assert.Equal("1", await bench.AskStoreAsync("SELECT count(*) FROM signal"));
    }

    [Fact]
    public async Task Months_that_have_not_begun_ask_for_nothing()
    {
        await using var service = await SignalServer.StartAsync("[]");
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync(
            "signals", "--from", "2200-01", "--to", "2200-02", "--set", "Signals:Sources=huggingface", "--set",
            $"Signals:HuggingFaceBase={service.Home}");

        Assert.Equal((0, 0), (ran.Exit, service.Requests.Count));
        Assert.Contains("No day of 2200-01 to 2200-02 has begun", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_and_export_tell_of_it_beside_the_paper()
    {
        await using var bench = await WithSignalsAsync();

        var (words, json) = (await bench.RunAsync("show", Listed), await bench.RunAsync("show", Listed, "--json"));
        var export = JsonNode.Parse((await bench.RunAsync("export", "papers", "--month", "2024-04", "--json")).Output)!.AsArray()
            .Select(paper => paper!).ToList();

        const string Signals = """[{"source":"huggingface","day":"2024-04-22","votes":45,"asked":"2024-04-23T07:50:00Z"}]""";
        Assert.Contains("On Hugging Face's daily list of 22 Apr 2024 (45 votes, asked", words.Output, StringComparison.Ordinal);
        Assert.Equal(Signals, JsonNode.Parse(json.Output)!["signals"]!.ToJsonString());
        Assert.Null(JsonNode.Parse(json.Output)!["paper"]!["signals"]);
        Assert.Equal(Signals, export.Single(paper => paper["id"]!.GetValue<string>() == Listed)["signals"]!.ToJsonString());
        Assert.All(
            export.Where(paper => paper["id"]!.GetValue<string>() != Listed),
            paper => Assert.Equal("[]", paper["signals"]!.ToJsonString()));
    }

    [Fact]
    public async Task Suggestions_give_it_as_a_reason_whatever_it_weighs()
    {
        await using var bench = await WithSignalsAsync();

        var answer = JsonNode.Parse((await bench.RunAsync("suggest", "2024-04", "--json")).Output)!;
        var words = await bench.RunAsync("suggest", "2024-04");

        var paper = answer["suggestions"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == Listed)!;
        Assert.Equal("on Hugging Face's daily list of 22 Apr (45 votes)", paper["reasons"]![0]!.GetValue<string>());
        Assert.Equal(45, paper["signals"]![0]!["votes"]!.GetValue<int>());
        Assert.Contains("     on Hugging Face's daily list of 22 Apr (45 votes)", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_was_asked_for_since_puts_the_kept_ranking_out_of_date()
    {
        await using var bench = await WithSignalsAsync();
        await bench.RunAsync("suggest", "2024-04");

        Keep(bench, "2404.00016", new(2024, 5, 11));
        var after = await bench.RunAsync("suggest", "2024-04", "--kept", "--json");
        Keep(bench, "2404.00016", new(2024, 5, 10));
        var within = await bench.RunAsync("suggest", "2024-04", "--kept", "--json");

        Assert.Equal("ready", JsonNode.Parse(after.Output)!["ranking"]!.GetValue<string>());
        Assert.Equal("stale", JsonNode.Parse(within.Output)!["ranking"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_back_test_says_the_figure_with_and_without_in_one_sentence()
    {
        await using var bench = await WithSignalsAsync();
        bench.List("2024-04.md", $"- {Listed}\n- 2404.00003\n");

        var ran = await bench.RunAsync("suggest", "2024-04", "--backtest", "--json", "--top", "5");

        var answer = JsonNode.Parse(ran.Output)!;
        Assert.EndsWith("lists of what others noticed or without.", answer["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, answer["signalWeight"]!.GetValue<double>());
        Assert.Equal(answer["picksInTop"]!.GetValue<int>(), answer["picksInTopWithoutSignals"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_draft_says_nothing_of_votes_unless_its_template_does()
    {
        await using var bench = await WithSignalsAsync();
        bench.List("2024-04.md", "- 2404.00003\n");
        await File.WriteAllTextAsync(
            bench.PathOf("own.liquid"),
            "{% for p in may_have_missed %}{% for s in p.signals %}{{ p.id }} {{ s.source }} {{ s.date }} {{ s.votes }}{% endfor %}"
            + "{% endfor %}",
            TestContext.Current.CancellationToken);

        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Suggestions=20");
        var own = await bench.RunAsync(
            "draft", "2024-04", "--set", "Draft:Suggestions=20", "--style", bench.PathOf("own.liquid"), "--output", "-");

        Assert.Contains("On Hugging Face's daily list of 22 Apr", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("vote", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Contains($"{Listed} huggingface 2024-04-22 45", own.Output, StringComparison.Ordinal);
    }

    private static Task<CommandResult> AskAsync(Workbench bench, SignalServer service, params string[] options) => bench.RunAsync(
    [
        "signals", "--from", "2024-04", "--to", "2024-04", "--set", "Signals:Sources=huggingface", "--set",
        $"Signals:HuggingFaceBase={service.Home}", .. options,
    ]);

    private static async Task<Workbench> WithSignalsAsync()
    {
        var bench = await AnEditorOfRobots.StartAsync();
        Keep(bench, Listed, new(2024, 4, 22));
        return bench;
    }

    private static void Keep(Workbench bench, string paper, DateOnly day)
    {
        using var store = new Database(bench.Store);
        new SignalStore(store).Keep(
            "huggingface", new SignalDay(day, Asked, Asked, null),
            [new SignalRow(ArxivIdentifier.Parse(paper), "huggingface", day, 45, Asked.AddDays(day.Month - 4))]);
    }
}

using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using static Sheaf.Tests.Commands.MarkedRanking;

namespace Sheaf.Tests.Commands;

/// <summary>The ranking of a month is made once; what is read from it is what a new one would say.</summary>
public sealed class KeptRankings
{
    private static readonly Month April = new(2024, 4);

    [Theory]
    [InlineData("add")]
    [InlineData("refuse")]
    [InlineData("later")]
    public async Task After_every_decision_and_its_undoing_it_says_what_a_new_one_says(string decision)
    {
        await using var bench = await WithTwinsAsync();
        var before = await SuggestAsync(bench);
        string[] papers =
        [
            "2404.00001", "2404.00021", "2404.00022", IdOf(before["suggestions"]![3]!), IdOf(before["suggestions"]![12]!), "2404.00030",
        ];
        foreach (var paper in papers)
        {
            await AssertSameAsANewOneAsync(bench, [decision, paper]);
        }

        foreach (var _ in papers)
        {
            await AssertSameAsANewOneAsync(bench, ["undo"]);
        }

        var after = await SuggestAsync(bench);
        Assert.Equal(before["suggestions"]!.ToJsonString(), after["suggestions"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_one_work_the_next_identifier_is_shown_when_the_first_is_refused()
    {
        await using var bench = await WithTwinsAsync();
        var (first, others) = WorkOf(await SuggestAsync(bench));

        await bench.RunAsync("refuse", first);

        var (second, rest) = WorkOf(await SuggestAsync(bench));
        Assert.Equal(others[0], second);
        Assert.Equal(others.Skip(1), rest);

        static (string Id, IReadOnlyList<string> Same) WorkOf(JsonNode answer)
        {
            var work = answer["suggestions"]!.AsArray().Single(one => one!["same"]!.AsArray().Count > 0)!;
            return (IdOf(work), [.. work["same"]!.AsArray().Select(same => same!.GetValue<string>())]);
        }
    }

    [Fact]
    public async Task What_is_read_is_what_was_made_and_says_when()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        var made = await bench.RunAsync("suggest", "2024-04", "--json");
        var read = await bench.RunAsync("suggest", "2024-04", "--json");

        Assert.Equal(made.Output, read.Output);
        var answer = JsonNode.Parse(read.Output)!;
        Assert.Equal("ready", answer["ranking"]!.GetValue<string>());
        Assert.Equal(await bench.AskStoreAsync("SELECT made FROM ranking WHERE month = '2024-04'"), answer["ranked"]!.GetValue<string>());
        Assert.InRange(answer["seconds"]!.GetValue<double>(), 0, 60);
        Assert.Equal("20", await bench.AskStoreAsync("SELECT count(*) FROM ranked_paper"));
    }

    [Fact]
    public async Task It_is_made_anew_when_that_is_asked_for()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);
        Assert.True(await IsReadAsync(bench));

        await bench.RunAsync("suggest", "2024-04", "--again");

        Assert.False(await IsReadAsync(bench));
    }

    [Fact]
    public async Task Its_tables_may_be_emptied_by_any_tool()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        await bench.TellStoreAsync("PRAGMA foreign_keys = OFF; DELETE FROM ranking;");

        Assert.Contains("whole", (await bench.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.False(await IsReadAsync(bench));
        Assert.Equal(0, (await bench.RunAsync("suggest", "2024-04")).Exit);
    }

    [Fact]
    public async Task After_papers_went_to_another_list_or_off_it_says_what_a_new_one_says()
    {
        await using var bench = await WithTwinsAsync();
        foreach (var paper in (string[])["2404.00001", "2404.00021"])
        {
            await AssertSameAsANewOneAsync(bench, ["add", paper]);
            await AssertSameAsANewOneAsync(bench, ["move", paper, "--month", "2024-05"]);
            await AssertSameAsANewOneAsync(bench, ["remove", paper]);
        }
    }

    [Fact]
    public async Task What_was_withdrawn_since_is_left_out()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);
        var first = IdOf((await SuggestAsync(bench))["suggestions"]![0]!);

        await bench.TellStoreAsync($"UPDATE eprint SET withdrawn = 1 WHERE identifier = '{first}'");

        var after = await SuggestAsync(bench);
        Assert.Equal((Mark, 19), (after["seconds"]!.GetValue<double>(), after["considered"]!.GetValue<int>()));
        Assert.NotEqual(first, IdOf(after["suggestions"]![0]!));
    }

    [Fact]
    public async Task A_store_of_before_it_was_kept_gets_a_place_for_it()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await bench.TellStoreAsync(
            "DROP TABLE signal; DROP TABLE signal_day; DROP TABLE signal_source; DROP TABLE snapshot_gone; DROP TABLE ranked_paper; "
            + "DROP TABLE ranking; DROP INDEX eprint_withdrawn; PRAGMA user_version = 10");

        Assert.Equal(20, (await SuggestAsync(bench))["considered"]!.GetValue<int>());

        Assert.Equal("1", await bench.AskStoreAsync("SELECT count(*) FROM ranking"));
    }

    [Fact]
    public async Task Over_a_store_that_may_only_be_read_it_is_made_and_not_kept()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        using var store = Database.ReadOnly(bench.Store);
        var suggester = new Suggester(
            new PaperTextStore(store), new RankingStore(store), new Workspace(bench.Folder), new SheafSettings(), TimeProvider.System);

        var found = suggester.SuggestAndKeep(April, 5, again: false, TestContext.Current.CancellationToken);

        Assert.Equal((20, 5), (found.Considered, found.Papers.Count));
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM ranking"));
    }

    [Fact]
    public async Task What_is_kept_is_read_as_it_is_and_says_how_it_stands()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        using var store = new Database(bench.Store);
        var rankings = new RankingStore(store);

        var none = await bench.RunAsync("suggest", "2024-04", "--kept", "--json");
        Assert.Equal((1, "none", null), (none.Exit, StateOf(none.Output), JsonNode.Parse(none.Output)!["ranked"]));
        using (rankings.TryBegin(April))
        {
            Assert.Equal("making", StateOf((await bench.RunAsync("suggest", "2024-04", "--kept", "--json")).Output));
        }

        await MarkAsync(bench);
        Assert.Equal("ready", StateOf((await bench.RunAsync("suggest", "2024-04", "--kept", "--json")).Output));
        bench.List("2024-02.md", "- 2403.00031\n");
        var stale = await bench.RunAsync("suggest", "2024-04", "--kept", "--json");
        Assert.Equal((0, "stale"), (stale.Exit, StateOf(stale.Output)));
        Assert.Equal(Mark, JsonNode.Parse(stale.Output)!["seconds"]!.GetValue<double>());
        Assert.Equal(20, JsonNode.Parse(stale.Output)!["suggestions"]!.AsArray().Count);
        using (rankings.TryBegin(April))
        {
            Assert.Equal("making", StateOf((await bench.RunAsync("suggest", "2024-04", "--kept", "--json")).Output));
        }

        static string StateOf(string answer) => JsonNode.Parse(answer)!["ranking"]!.GetValue<string>();
    }

    [Fact]
    public async Task Read_as_it_is_it_says_what_to_do_about_it()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        var none = await bench.RunAsync("suggest", "2024-04", "--kept");
        Assert.Equal("No ranking of April 2024 is kept: sheaf suggest 2024-04 makes one.", none.Output.Trim());
        await MarkAsync(bench);
        bench.List("2024-02.md", "- 2403.00031\n");
        var stale = await bench.RunAsync("suggest", "2024-04", "--kept");
        Assert.Contains("out of date: sheaf suggest 2024-04 makes it anew", stale.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.RunAsync("suggest", "2024-04", "--kept", "--again")).Exit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_another_process_makes_is_waited_for(bool again)
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        using var store = new Database(bench.Store);
        await SuggestAsync(bench);
        var made = new RankingStore(store).FindLast(April)!;
        await bench.TellStoreAsync("DELETE FROM ranking");
        var making = new RankingStore(store).TryBegin(April);

        var asked = Task.Run(() => SuggestAsync(bench, again ? ["--again"] : []), TestContext.Current.CancellationToken);
        Assert.True(new RankingStore(store).TrySave(made with { Seconds = Mark, Made = DateTimeOffset.MaxValue.AddYears(-1) }));
        await making!.DisposeAsync();

        Assert.Equal(Mark, (await asked)["seconds"]!.GetValue<double>());
    }

    [Fact]
    public async Task Where_it_cannot_be_kept_it_says_so()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        using var store = Database.ReadOnly(bench.Store);
        var suggester = new Suggester(
            new PaperTextStore(store), new RankingStore(store), new Workspace(bench.Folder), new SheafSettings(), TimeProvider.System);

        Assert.Equal(KeptRanking.None, suggester.SuggestAndKeep(April, 5, again: false, TestContext.Current.CancellationToken).Kept);
        await SuggestAsync(bench);
        bench.List("2024-02.md", "- 2403.00031\n");

        Assert.Equal(KeptRanking.Stale, suggester.SuggestAndKeep(April, 5, again: false, TestContext.Current.CancellationToken).Kept);
    }

    [Fact]
    public async Task A_draft_keeps_none()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        bench.List("2024-04.md", "- 2404.00011\n");

        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Suggestions=2");

        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM ranking"));
    }

    [Fact]
    public async Task A_draft_reads_it()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        bench.List("2024-04.md", "- 2404.00011\n");
        await MarkAsync(bench);
        const string Last =
            "SELECT identifier FROM ranked_paper WHERE identifier <> '2404.00011' ORDER BY position DESC LIMIT 1";
        var last = await bench.AskStoreAsync(Last);
        await bench.TellStoreAsync($"UPDATE ranked_paper SET position = 0 WHERE identifier = ({Last})");

        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Suggestions=1");

        Assert.Contains($"/abs/{last}", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    /// <summary>Three identifiers of one work, and a withdrawn paper.</summary>
    private static async Task<Workbench> WithTwinsAsync()
    {
        var bench = await AnEditorOfRobots.StartAsync();
        Save(bench, 1, "2404.00021");
        Save(bench, 1, "2404.00022");
        Save(bench, 30);
        await bench.TellStoreAsync("UPDATE eprint SET withdrawn = 1 WHERE identifier = '2404.00030'");
        return bench;
    }

    private static async Task AssertSameAsANewOneAsync(Workbench bench, string[] command)
    {
        await MarkAsync(bench);
        Assert.Equal(0, (await bench.RunAsync(command)).Exit);
        var read = await SuggestAsync(bench);
        var text = await bench.RunAsync("suggest", "2024-04");
        var made = await SuggestAsync(bench, "--again");

        Assert.Equal(Mark, read["seconds"]!.GetValue<double>());
        Assert.Equal(WithoutTimes(made), WithoutTimes(read));
        Assert.Equal((await bench.RunAsync("suggest", "2024-04")).Output, text.Output);
    }

    private static string WithoutTimes(JsonNode answer)
    {
        var copy = answer.DeepClone().AsObject();
        Assert.True(copy.Remove("ranked") && copy.Remove("seconds"));
        return copy.ToJsonString();
    }
}

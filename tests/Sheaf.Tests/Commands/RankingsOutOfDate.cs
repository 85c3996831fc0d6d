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

/// <summary>What makes a kept ranking out of date, so that the next question makes another.</summary>
public sealed class RankingsOutOfDate
{
    private static readonly Month April = new(2024, 4);

    [Fact]
    public async Task A_pick_of_an_earlier_month_makes_it_out_of_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        bench.List("2024-04.md", "- 2404.00001\n");
        bench.List("2024-05.md", "- 2404.00002\n");
        bench.List("2024-02.md", "- 2404.00003\n");
        Assert.True(await IsReadAsync(bench));

        bench.List("2024-02.md", "- 2403.00031\n");
        Assert.False(await IsReadAsync(bench));
    }

    [Fact]
    public async Task A_star_for_an_earlier_pick_makes_it_out_of_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        bench.List("2024-03.md", bench.Read("curated", "2024-03.md").Replace("2403.00006", "2403.00006 ★", StringComparison.Ordinal));

        Assert.False(await IsReadAsync(bench));
    }

    [Theory]
    [InlineData("2024-05", true)]
    [InlineData("2024-04", false)]
    [InlineData("2023-12", false)]
    [InlineData("2020-12", true)]
    public async Task A_sweep_of_its_month_or_an_earlier_one_makes_it_out_of_date(string month, bool isRead)
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        await bench.TellStoreAsync(
            "INSERT INTO sweep (month, categories, interface, state, span_first, span_last, started) "
            + $"VALUES ('{month}', 'cs.RO', 'atom', 'complete', '{month}', '{month}', '2024-06-01T00:00:00Z')");

        Assert.Equal(isRead, await IsReadAsync(bench));
    }

    [Fact]
    public async Task A_later_sweep_of_the_same_month_makes_it_out_of_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await bench.TellStoreAsync(
            "INSERT INTO sweep (month, categories, interface, state, span_first, span_last, started) "
            + "VALUES ('2024-04', 'cs.RO', 'atom', 'complete', '2024-04', '2024-04', '2024-06-01T00:00:00Z')");
        await MarkAsync(bench);

        await bench.TellStoreAsync("UPDATE sweep SET started = '2024-06-02T00:00:00Z'");

        Assert.False(await IsReadAsync(bench));
    }

    [Fact]
    public async Task Papers_that_come_in_another_way_make_it_out_of_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        Save(bench, 40);

        Assert.False(await IsReadAsync(bench));
        Assert.Equal(21, (await SuggestAsync(bench))["considered"]!.GetValue<int>());
    }

    [Fact]
    public async Task Papers_of_a_month_that_taste_is_learnt_from_make_it_out_of_date_too()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        Save(bench, 41, identifier: null, month: 1);

        Assert.False(await IsReadAsync(bench));
    }

    [Fact]
    public async Task Other_categories_make_it_out_of_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);

        var ran = await bench.RunAsync("suggest", "2024-04", "--json", "--set", "Sweep:Categories=cs.CL");

        Assert.Equal(0, JsonNode.Parse(ran.Output)!["considered"]!.GetValue<int>());
        Assert.False(await IsReadAsync(bench));
    }

    [Fact]
    public async Task A_ranking_by_another_program_is_out_of_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await MarkAsync(bench);
        using var store = new Database(bench.Store);
        var other = new Suggester(
            new PaperTextStore(store), new RankingStore(store), new Workspace(bench.Folder), new SheafSettings(), TimeProvider.System)
        { Program = "another" };

        other.SuggestAndKeep(April, 5, again: false, TestContext.Current.CancellationToken);
        var kept = await bench.AskStoreAsync("SELECT key FROM ranking");

        Assert.False(await IsReadAsync(bench));
        Assert.NotEqual(kept, await bench.AskStoreAsync("SELECT key FROM ranking"));
    }
}

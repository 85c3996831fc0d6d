using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Commands;

/// <summary>A kept ranking of April 2024 that can be told from a new one, and what <c>suggest</c> says of it.</summary>
internal static class MarkedRanking
{
    /// <summary>No ranking here takes so long: one that says so was read, not made.</summary>
    public const double Mark = 77;

    /// <summary>Has a ranking kept that can be told from a new one.</summary>
    public static async Task MarkAsync(Workbench bench)
    {
        await SuggestAsync(bench);
        SqliteConnection.ClearAllPools();
        await bench.TellStoreAsync($"UPDATE ranking SET seconds = {Mark}");
    }

    public static async Task<bool> IsReadAsync(Workbench bench) => (await SuggestAsync(bench))["seconds"]!.GetValue<double>() is Mark;

    public static async Task<JsonNode> SuggestAsync(Workbench bench, params string[] more)
    {
        var ran = await bench.RunAsync(["suggest", "2024-04", "--json", "--top", "100", .. more]);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        return JsonNode.Parse(ran.Output)!;
    }

    public static string IdOf(JsonNode suggestion) => suggestion["id"]!.GetValue<string>();

    /// <summary>A paper of April on robots, under an identifier of its own or that of another paper.</summary>
    public static void Save(Workbench bench, int number, string? identifier = null, int month = 4)
    {
        using var store = new Database(bench.Store);
        var paper = AnEditorOfRobots.Paper(new DateTimeOffset(2024, month, 1, 12, 0, 0, TimeSpan.Zero), number, isRobot: true);
        paper = identifier is null ? paper : paper with { Identifier = ArxivIdentifier.Parse(identifier) };
        new EprintStore(store).Save([paper], new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero));
    }
}

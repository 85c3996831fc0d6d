using System.Text.Json;

namespace Sheaf.Tests.Commands;

public sealed class AskingForTheStatus
{
    private static readonly DateTimeOffset Noon = new(2024, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_month_tells_what_is_fetched_missing_and_withdrawn_from_every_list_that_belongs_to_it()
    {
        await using var bench = await Workbench.StartAsync(
            [
                InventedPapers.One("2404.00001", Noon), InventedPapers.One("2404.00002", Noon, ("withdrawn", true)),
                InventedPapers.One("2404.00003", Noon),
            ]);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00001 again\n- 2404.00002\n- 2404.09999\n- arXiv:2413.00001\n");
        bench.List("others.md", "- 2404.00003\n- 2404.09998\n");
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", bench.Read("curated", "2024-04.md") + "- 2404.00004\n");

        using var status = JsonDocument.Parse((await bench.RunAsync("status", "2024-04", "--json")).Output);

        var month = status.RootElement;
        Assert.Equal(7, month.GetProperty("asked").GetInt32());
        Assert.Equal(3, month.GetProperty("fetched").GetInt32());
        Assert.Equal(
            ["2404.09999 not-found", "2404.00004 not-yet-tried", "2404.09998 not-found", "2413.00001 malformed"],
            month.GetProperty("missing").EnumerateArray()
                .Select(paper => $"{Words(paper, "id").Replace("arXiv:", "", StringComparison.Ordinal)} {Words(paper, "reason")}"));
        Assert.Equal("2404.00002", Assert.Single(month.GetProperty("withdrawn").EnumerateArray()).GetString());
        Assert.Equal(month.GetProperty("lastRun").GetString()![..10], month.GetProperty("freshAsOf").GetString()![..10]);
    }

    [Fact]
    public async Task Without_a_store_everything_is_yet_to_be_tried_and_none_is_made()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n");

        using var status = JsonDocument.Parse((await bench.RunAsync("status", "--json")).Output);

        Assert.Equal(0, status.RootElement.GetProperty("papers").GetInt32());
        var paper = Assert.Single(
            Assert.Single(status.RootElement.GetProperty("months").EnumerateArray()).GetProperty("missing").EnumerateArray());
        Assert.Equal(
            ("2404.00001", "not-yet-tried", JsonValueKind.Null),
            (Words(paper, "id"), Words(paper, "reason"), paper.GetProperty("lastAttempt").ValueKind));
        Assert.False(File.Exists(bench.Store));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("draft", "-h")]
    [InlineData("--version")]
    public async Task Help_and_version_are_answered_whatever_else_is_missing(params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync(arguments);

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.NotEmpty(ran.Output);
    }

    private static string Words(JsonElement paper, string name) => paper.GetProperty(name).GetString()!;
}

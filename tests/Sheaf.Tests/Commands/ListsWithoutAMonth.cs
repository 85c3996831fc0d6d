using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary>What stands on a list that is not named after a month is missed somewhere, whatever became of it.</summary>
public sealed class ListsWithoutAMonth
{
    private static readonly DateTimeOffset LastOfApril = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);

    [Fact]
    public async Task Their_papers_count_in_the_status_of_their_months()
    {
        await using var bench = await HarvestedAsync();

        var ran = await bench.RunAsync("status", "--json");

        using var status = JsonDocument.Parse(ran.Output);
        Assert.Equal(1, ran.Exit);
        Assert.Equal(
            ["2024-04 1 of 2", "2024-05 1 of 1"],
            status.RootElement.GetProperty("months").EnumerateArray()
                .Select(month => $"{month.GetProperty("month")} {month.GetProperty("fetched")} of {month.GetProperty("asked")}"));
        Assert.Equal(
            "arXiv:2413.00001", Assert.Single(status.RootElement.GetProperty("unplaced").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_paper_arXiv_does_not_have_is_missed_in_the_month_of_its_identifier()
    {
        await using var bench = await HarvestedAsync();

        var status = await bench.RunAsync("status", "2024-04");
        var draft = await bench.RunAsync("draft", "2024-04");

        Assert.Contains("2404.99999: not-found", status.Output, StringComparison.Ordinal);
        Assert.Equal(1, draft.Exit);
        Assert.Contains("2404.99999", draft.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backfill_drafts_the_months_of_their_papers()
    {
        await using var bench = await HarvestedAsync();

        var ran = await bench.RunAsync("backfill", "--from", "2024-03", "--to", "2024-06", "--draft", "--json");

        using var report = JsonDocument.Parse(ran.Output);
        Assert.Equal(
            ["2024-04", "2024-05"],
            report.RootElement.GetProperty("drafts").EnumerateArray().Select(draft => draft.GetProperty("month").GetString()));
        Assert.Contains("2405.00208", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.False(File.Exists(bench.PathOf("drafts", "2024-03.md")));
    }

    [Fact]
    public async Task A_list_named_after_a_month_and_more_is_a_list_of_that_month()
    {
        await using var bench = await Workbench.StartAsync([InventedPapers.One("2404.00001", LastOfApril)]);
        bench.List("2024-04.weekly.md", "- 2404.00001\n");

        await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft");
        var status = await bench.RunAsync("status");

        Assert.True(File.Exists(bench.PathOf("drafts", "2024-04.md")));
        Assert.Contains("2024-04     1 asked     1 fetched", status.Output, StringComparison.Ordinal);
    }

    private static async Task<Workbench> HarvestedAsync()
    {
        var bench = await Workbench.StartAsync(
            [InventedPapers.One("2405.00208", LastOfApril), InventedPapers.One("2405.00300", LastOfApril.AddDays(2))]);
        bench.List("gathered.md", "- 2405.00208\n- 2405.00300\n- 2404.99999\n- arXiv:2413.00001\n");
        await bench.RunAsync("harvest");
        return bench;
    }
}

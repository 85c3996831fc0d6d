using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sheaf.Desk;

namespace Sheaf.Tests.Desk;

/// <summary>What the desk draws, and the tables that say the same.</summary>
public sealed class PicturesOfTheDesk
{
    [Fact]
    public async Task A_month_that_was_swept_shows_all_its_papers_with_those_on_the_list_marked()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04"));

        Assert.StartsWith("The month's 60 papers", page.QuerySelector("#figures")!.TextContent, StringComparison.Ordinal);
        var tables = page.QuerySelectorAll(".tables table");
        Assert.Equal(2, tables.Length);
        Assert.All(tables, table => Assert.Equal((60, 2), (Sum(table, 1), Sum(table, 2))));
        Assert.Equal("2", string.Concat(page.QuerySelectorAll("svg .middle.picked").Select(mark => mark.TextContent)));
        Assert.All(
            page.QuerySelectorAll("svg"),
            chart => Assert.NotNull(page.GetElementById(chart.GetAttribute("aria-labelledby")!.Split(' ')[0])));
    }

    [Fact]
    public async Task All_months_stand_in_a_grid_with_how_far_they_are()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2023-12.md"), "- https://arxiv.org/abs/2312.00001\n", TestContext.Current.CancellationToken);
        bench.List("9999-12.md", "");
        await using var desk = await ServedDesk.OpenAsync(bench, "Sweep:Categories=*");

        using var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-05"));
        var cells = page.QuerySelectorAll(".months a")
            .ToDictionary(cell => cell.GetAttribute("href")!, cell => cell.GetAttribute("aria-label"));

        Assert.Equal("December 2023: published", cells["/2023-12"]);
        Assert.True(cells["/2024-03"] is "March 2024: on a list" or "March 2024: drafted", cells["/2024-03"]);
        Assert.Equal("May 2024: nothing yet", cells["/2024-05"]);
        Assert.Equal("page", page.QuerySelector(".months a[href='/2024-05']")!.GetAttribute("aria-current"));
        Assert.Equal(["2024", "2023"], page.QuerySelectorAll(".months tbody th").Select(year => year.TextContent));
    }

    [Fact]
    public void Ranks_of_past_picks_are_counted_by_bands_up_to_the_last()
    {
        using var page = new HtmlParser().ParseDocument($"{RankChart.From([1, 10, 11, 60, 1_000, 1_001, 25_000])}");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim()).ToList();

        Assert.Equal(
            [
                "1 to 10228 %", "11 to 20142 %", "21 to 50042 %", "51 to 100157 %", "101 to 200057 %", "201 to 500057 %",
                "501 to 1,000171 %", "from 1,0012100 %",
            ],
            rows);
    }

    private static int Sum(IElement table, int column) =>
        table.QuerySelectorAll("tbody tr").Sum(row => int.Parse(row.Children[column].TextContent, CultureInfo.InvariantCulture));
}

using System.Net;
using System.Text.Json.Nodes;

namespace Sheaf.Tests.Desk;

/// <summary>What a check of a month finds, mended or left at the desk.</summary>
public sealed class FindingsOverHttp
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_are_those_of_check_and_are_mended_one_by_one()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var asked = JsonNode.Parse((await desk.GetAsync("/api/2024-04/findings")).GetRawText())!.AsObject();
        var said = JsonNode.Parse((await bench.RunAsync("check", "2024-04", "--json")).Output)!.AsObject();
        Assert.NotNull(asked["asked"]);
        asked.Remove("asked");
        Assert.True(JsonNode.DeepEquals(said, asked), $"{said}\n{asked}");

        var key = asked["findings"]!.AsArray().First(finding => $"{finding!["code"]}" == "duplicate")!["key"]!.GetValue<string>();
        var made = await desk.PostAsync($"/api/findings/{Uri.EscapeDataString(key)}/fix", new { });
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002v1\n", bench.Read("curated", "2024-04.md"));

        await desk.PostAsync($"/api/edits/{made.GetProperty("edit").GetInt32()}/undo", new { });
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002v1\n- 2404.00001\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task A_finding_that_is_left_is_told_no_more_until_its_line_goes()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var finding = (await desk.GetAsync("/api/2024-04/findings")).GetProperty("findings").EnumerateArray()
            .First(one => one.GetProperty("code").GetString() == "version-pinned");
        var key = finding.GetProperty("key").GetString()!;

        await desk.PostAsync($"/api/findings/{Uri.EscapeDataString(key)}/leave", new { });

        Assert.StartsWith($"{key} — version-pinned", bench.Read("left.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await bench.RunAsync("check", "2024-04", "--json")).Output, StringComparison.Ordinal);
        await desk.PostAsync($"/api/findings/{Uri.EscapeDataString(key)}/leave", new { }, HttpStatusCode.NotFound);
        File.Delete(bench.PathOf("left.txt"));
        Assert.Contains(key, (await bench.RunAsync("check", "2024-04", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_mends_all_that_is_certain_without_script()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var page = await desk.PageAsync("/2024-04/check");
        Assert.Contains("Mend what is certain", page, StringComparison.Ordinal);

        using var answer = await desk.SubmitAsync("/api/2024-04/findings/fix", ("back", "/2024-04/check"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002v1\n", bench.Read("curated", "2024-04.md"));
        Assert.DoesNotContain("Mend what is certain", await desk.PageAsync("/2024-04/check"), StringComparison.Ordinal);
    }

    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002v1\n- 2404.00001\n");
        await bench.RunAsync("harvest");
        return bench;
    }
}

using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary>Who submitted a paper in its authors' stead, from the page to the commands.</summary>
public sealed class ShowingTheProxy
{
    [Fact]
    public async Task What_the_page_says_is_shown_and_exported()
    {
        await using var bench = await HarvestedAsync("VTEX");

        var shown = await bench.RunAsync("show", "2404.00001");
        var exported = await bench.RunAsync("export", "papers");

        Assert.Matches("(?m)^Proxy +VTEX$", shown.Output);
        Assert.Equal("VTEX", JsonElement.Parse(exported.Output).GetProperty("proxy").GetString());
    }

    [Fact]
    public async Task Where_there_is_none_nothing_is_shown_and_null_exported()
    {
        await using var bench = await HarvestedAsync(proxy: null);

        var shown = await bench.RunAsync("show", "2404.00001");
        var exported = await bench.RunAsync("export", "papers");

        Assert.DoesNotContain("Proxy", shown.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonElement.Parse(exported.Output).GetProperty("proxy").ValueKind);
    }

    private static async Task<Workbench> HarvestedAsync(string? proxy)
    {
        var submitted = new DateTimeOffset(2024, 4, 1, 8, 0, 0, TimeSpan.Zero);
        var bench = await Workbench.StartAsync([InventedPapers.One("2404.00001", submitted, ("proxy", proxy))]);
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        return bench;
    }
}

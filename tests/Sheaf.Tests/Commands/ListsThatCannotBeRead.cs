
namespace Sheaf.Tests.Commands;

/// <summary>One list in another encoding is named, with exit code 1, and stops nothing else.</summary>
public sealed class ListsThatCannotBeRead
{
    [Theory]
    [InlineData("harvest")]
    [InlineData("draft", "2404")]
    [InlineData("status")]
    [InlineData("export", "entries")]
    [InlineData("add", "2404.00003")]
    public async Task It_is_named_and_the_others_are_worked_on(string command, params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        File.WriteAllBytes(bench.PathOf("curated", "2019-01.md"), [.. "- 1901.00001 - caf"u8, 0xe9, (byte)'\n']);

        var ran = await bench.RunAsync([command, .. arguments.Select(argument => argument == "2404" ? "2024-04" : argument)]);

        Assert.Equal(1, ran.Exit);
        Assert.Contains("2019-01.md", ran.Error, StringComparison.Ordinal);
        Assert.Contains("not valid UTF-8", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("2019-01.md", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("harvest")]
    [InlineData("check")]
    [InlineData("status")]
    public async Task A_link_to_nowhere_is_no_empty_list(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        File.CreateSymbolicLink(bench.PathOf("curated", "ideas.md"), "nowhere.md");

        var ran = await bench.RunAsync(command);

        Assert.Equal(1, ran.Exit);
        Assert.Contains("ideas.md: It is a link to a file that is not there", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_of_its_own_month_is_not_made_without_it()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        var before = bench.Read("drafts", "2024-04.md");
        File.WriteAllBytes(bench.PathOf("curated", "2024-04.md"), [.. "- 2404.00001 - caf"u8, 0xe9, (byte)'\n']);

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.NotEqual(0, ran.Exit);
        Assert.Contains("not valid UTF-8", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Read("drafts", "2024-04.md"));
    }
}

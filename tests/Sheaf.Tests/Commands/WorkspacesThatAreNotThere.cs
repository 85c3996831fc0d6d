
namespace Sheaf.Tests.Commands;

/// <summary>A name misspelt is no reason to make a workspace.</summary>
public sealed class WorkspacesThatAreNotThere
{
    [Theory]
    [InlineData("show", "2404.00001")]
    [InlineData("status")]
    [InlineData("export", "papers")]
    [InlineData("search", "widgets")]
    [InlineData("suggest", "2024-04")]
    [InlineData("draft", "2024-04")]
    [InlineData("check")]
    [InlineData("refuse", "2404.00001")]
    [InlineData("backup", "copy.db")]
    [InlineData("doctor")]
    public async Task Commands_that_make_none_say_so_and_leave_nothing(params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync([]);
        var typo = bench.PathOf("typo");

        var ran = await bench.RunInAsync(typo, arguments);

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith("There is no workspace ", ran.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(typo));
    }

    [Theory]
    [InlineData("show", "2404.00001")]
    [InlineData("status")]
    [InlineData("export", "papers")]
    [InlineData("suggest", "2024-04")]
    public async Task Reading_commands_make_no_store_in_a_workspace_without_one(params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n");

        await bench.RunAsync(arguments);

        Assert.Equal(["curated"], Directory.EnumerateFileSystemEntries(bench.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Harvest_makes_one()
    {
        await using var bench = await Workbench.StartAsync([]);

        Assert.Equal(0, (await bench.RunInAsync(bench.PathOf("new"), "harvest")).Exit);
        Assert.True(File.Exists(bench.PathOf("new", "sheaf.db")));
    }

    [Theory]
    [InlineData("status", "0001-01")]
    [InlineData("draft", "0001-01")]
    [InlineData("suggest", "9998-12")]
    [InlineData("harvest", "0001-01")]
    [InlineData("backfill", "--from", "0001-01", "--to", "0001-01", "--draft")]
    public async Task Months_that_no_paper_can_be_of_are_no_months(params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("0001-01.md", "- 2404.00001\n");

        var ran = await bench.RunAsync(arguments);

        Assert.Equal(2, ran.Exit);
        Assert.Contains("arXiv began in 1991", ran.Error, StringComparison.Ordinal);
    }
}

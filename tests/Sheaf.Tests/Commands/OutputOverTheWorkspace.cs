
namespace Sheaf.Tests.Commands;

/// <summary>What <c>--output</c> and <c>--format</c> never write over.</summary>
public sealed class OutputOverTheWorkspace
{
    [Theory]
    [InlineData("drafts/2024-04.md")]
    [InlineData("drafts/2024-03.md")]
    [InlineData("drafts/.sheaf/2024-04.base.md")]
    [InlineData("curated/2024-04.md")]
    [InlineData("curated/../curated/2024-04.md")]
    [InlineData("curated/new.md")]
    [InlineData("published/2024-03.html")]
    [InlineData("sheaf.db")]
    [InlineData("sheaf.db-wal")]
    [InlineData("sheaf.json")]
    [InlineData("refused.txt")]
    [InlineData("later.txt")]
    [InlineData("link-to-a-list.md")]
    public async Task A_file_of_the_workspace_is_left_as_it_is(string target)
    {
        await using var bench = await HarvestedAsync();
        File.CreateSymbolicLink(bench.PathOf("link-to-a-list.md"), bench.PathOf("curated", "2024-04.md"));
        var path = bench.PathOf(target);
        var before = File.Exists(path) ? File.ReadAllBytes(path) : null;

        var ran = await bench.RunAsync("draft", "2024-04", "--output", path);

        Assert.Equal(2, ran.Exit);
        Assert.Single(ran.Error.Trim().Split('\n'));
        Assert.Equal(before, File.Exists(path) ? File.ReadAllBytes(path) : null);
    }

    [Theory]
    [InlineData("out.md")]
    [InlineData("drafts/2024-04.html")]
    [InlineData("published/2024-04.md")]
    [InlineData("elsewhere/new.md")]
    public async Task Anything_else_may_be_written(string target)
    {
        await using var bench = await HarvestedAsync();

        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04", "--output", bench.PathOf(target))).Exit);

        Assert.True(File.Exists(bench.PathOf(target)));
    }

    [Fact]
    public async Task No_link_is_followed_out_of_the_workspace()
    {
        await using var bench = await HarvestedAsync();
        await using var other = await Workbench.StartAsync([]);
        foreach (var name in new[] { "mine.html", "mine.md", "mine.txt" })
        {
            File.WriteAllText(other.PathOf(name), "theirs");
        }

        File.CreateSymbolicLink(bench.PathOf("drafts", "2024-04.html"), other.PathOf("mine.html"));
        File.CreateSymbolicLink(bench.PathOf("out.md"), other.PathOf("mine.md"));
        Directory.CreateSymbolicLink(bench.PathOf("folder"), other.Folder);
        File.Delete(bench.PathOf("drafts", "2024-04.md"));
        File.CreateSymbolicLink(bench.PathOf("drafts", "2024-04.md"), other.PathOf("mine.txt"));

        string[][] commands =
        [
            ["draft", "2024-04", "--format", "html"], ["draft", "2024-04", "--output", bench.PathOf("out.md")],
            ["draft", "2024-04", "--output", bench.PathOf("folder", "new.md")], ["draft", "2024-04", "--discard-edits"],
        ];
        foreach (var command in commands)
        {
            Assert.Equal(2, (await bench.RunAsync(command)).Exit);
        }

        Assert.Equal(["theirs", "theirs", "theirs"], Directory.GetFiles(other.Folder).Select(File.ReadAllText));
    }

    private static async Task<Workbench> HarvestedAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft");
        Directory.CreateDirectory(bench.PathOf("published"));
        Directory.CreateDirectory(bench.PathOf("elsewhere"));
        foreach (var name in new[] { "published/2024-03.html", "refused.txt", "later.txt", "drafts/2024-03.md" })
        {
            File.WriteAllText(bench.PathOf(name), "// a person's\n");
        }

        return bench;
    }
}

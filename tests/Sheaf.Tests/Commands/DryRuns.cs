using Sheaf.Tests.Support;

namespace Sheaf.Tests.Commands;

/// <summary><c>--dry-run</c> writes nothing, renames nothing and asks nothing.</summary>
public sealed class DryRuns
{
    private static readonly string[][] Plans =
    [
        ["harvest", "--dry-run"], ["backfill", "--from", "2024-04", "--to", "2024-04", "--sweep", "--draft", "--dry-run", "--set", "Sweep:Categories=cs.CL"],
        ["draft", "2024-04", "--dry-run"], ["draft", "2024-04", "--diff"],
    ];

    [Fact]
    public async Task In_a_workspace_without_a_store_nothing_comes_to_be()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");

        foreach (var plan in Plans)
        {
            await bench.RunAsync(plan);
        }

        Assert.Equal(["curated", "curated/2024-04.md"], Everything(bench).Select(entry => entry.Name));
        Assert.Empty(bench.Arxiv.Requests);
    }

    [Fact]
    public async Task Where_there_is_no_workspace_none_is_made()
    {
        await using var bench = await Workbench.StartAsync([]);

        Assert.Equal(0, (await bench.RunInAsync(bench.PathOf("new"), "harvest", "--dry-run")).Exit);
        Assert.False(Path.Exists(bench.PathOf("new")));
    }

    [Fact]
    public async Task A_store_stays_byte_for_byte_also_a_damaged_one()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");

        foreach (var damaged in new[] { false, true })
        {
            if (damaged)
            {
                Damage.Zero(bench.Store);
            }

            var before = Everything(bench);
            var plan = await bench.RunAsync("harvest", "--dry-run", "--json");

            Assert.Equal(before, Everything(bench));
            Assert.Contains($"\"due\": {(damaged ? 2 : 1)}", plan.Output, StringComparison.Ordinal);
        }
    }

    private static List<(string Name, string Content)> Everything(Workbench bench) =>
    [
        .. Directory.EnumerateFileSystemEntries(bench.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(path => (Path.GetRelativePath(bench.Folder, path).Replace('\\', '/'), Directory.Exists(path) ? "" : Convert.ToHexString(File.ReadAllBytes(path))))
            .Order(),
    ];
}

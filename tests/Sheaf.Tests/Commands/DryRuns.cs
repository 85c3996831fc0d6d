using System.Globalization;
using Sheaf.Store;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Commands;

/// <summary><c>--dry-run</c> writes nothing, renames nothing and asks nothing.</summary>
public sealed class DryRuns
{
    private static readonly string[][] Plans =
    [
        ["harvest", "--dry-run"],
        ["backfill", "--from", "2024-04", "--to", "2024-04", "--sweep", "--draft", "--dry-run", "--set", "Sweep:Categories=cs.CL"],
        ["draft", "2024-04", "--dry-run"], ["draft", "2024-04", "--diff"],
    ];

    [Fact]
    public async Task In_a_workspace_without_a_store_nothing_comes_to_be()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");

        await RunAllAsync(bench, Plans);

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
            // No draft can be planned from a damaged store: that fails, and the log keeps it.
            await RunAllAsync(bench, Plans.Where(one => !damaged || one[0] != "draft"));

            Assert.Equal(before, Everything(bench));
            Assert.Contains($"\"due\": {(damaged ? 2 : 1)}", plan.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_store_of_an_older_Sheaf_stays_byte_for_byte_and_is_known()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        var now = $"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}";
        using (var old = OlderStore.Create(bench.Store))
        {
            TemporaryStore.Ask(
                old,
                $"""
                INSERT INTO lookup (identifier, state, reason, first_asked, attempts, last_attempt, last_looked)
                VALUES ('2404.00001', 'fetched', NULL, '{now}', 1, '{now}', '{now}')
                """);
        }

        var before = Everything(bench);
        var plan = await bench.RunAsync("harvest", "--dry-run", "--json");
        await RunAllAsync(bench, Plans);

        Assert.Equal(before, Everything(bench));
        Assert.Contains("\"due\": 1,", plan.Output, StringComparison.Ordinal);
        Assert.Empty(bench.Arxiv.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_run_that_was_killed_neither_plans_nor_reading_commands_touch_a_file(bool hasLocks)
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await KilledRun.LeaveAsync(bench, async () =>
        {
            bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
            await RunAllAsync(bench, [["harvest"], ["draft", "2024-04"], ["suggest", "2024-04"], ["search", "widgets"]]);
        });
        WritingMark.Leave(bench.Store);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        foreach (var held in hasLocks ? [] : Directory.GetFiles(bench.Folder, "*.lock", AlsoHidden))
        {
            File.Delete(held);
        }

        var before = Everything(bench);
        string[][] reading =
        [
            .. Plans, ["status"], ["status", "2024-04"], ["show", "2404.00002"], ["search", "widgets"], ["suggest", "2024-04"],
            ["export", "papers"], ["export", "ledger"], ["help"],
        ];
        foreach (var command in reading)
        {
            var run = await bench.RunAsync(command);
            Assert.True(run.Exit < 2, $"{string.Join(' ', command)}: {run.Error}");
            Assert.True(before.SequenceEqual(Everything(bench)), string.Join(' ', command));
        }

        // What stands in the log is known, and what comes next can be written.
        Assert.Contains("2404.00002", (await bench.RunAsync("show", "2404.00002")).Output, StringComparison.Ordinal);
        Assert.Contains("\"due\": 1,", (await bench.RunAsync("harvest", "--dry-run", "--json")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.RunAsync("harvest")).Exit);
        Assert.Equal(3, int.Parse(await bench.AskStoreAsync("SELECT count(*) FROM eprint"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_log_without_its_index_is_read_and_stays()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await KilledRun.LeaveAsync(bench, () => bench.RunAsync("harvest", "2404.00002"));
        File.Delete($"{bench.Store}-shm");
        var (store, log) = (File.ReadAllBytes(bench.Store), File.ReadAllBytes($"{bench.Store}-wal"));

        var shown = await bench.RunAsync("show", "2404.00002");

        Assert.Equal(0, shown.Exit);
        Assert.Equal(store, File.ReadAllBytes(bench.Store));
        Assert.Equal(log, File.ReadAllBytes($"{bench.Store}-wal"));
    }

    [Theory]
    [InlineData("show", "2404.00001")]
    [InlineData("harvest", "--dry-run")]
    public async Task A_log_whose_beginning_is_damaged_is_none_for_who_only_reads(params string[] command)
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await KilledRun.LeaveAsync(bench, () => bench.RunAsync("harvest", "2404.00002"));
        using (var log = File.OpenWrite($"{bench.Store}-wal"))
        {
            log.Write(Enumerable.Repeat((byte)0xA5, 32).ToArray());
        }

        var ran = await bench.RunAsync(command);

        Assert.True(ran.Exit == 0, ran.Error);
    }

    [Fact]
    public async Task A_search_that_finds_papers_to_index_after_a_run_that_was_killed_indexes_them()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await KilledRun.LeaveAsync(bench, () => bench.RunAsync("harvest", "2404.00002"));

        Assert.Contains("2404.00002", (await bench.RunAsync("search", "widgets")).Output, StringComparison.Ordinal);
        Assert.Contains("2404.00002", (await bench.RunAsync("search", "widgets")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists($"{bench.Store}-wal"));
    }

    private static async Task RunAllAsync(Workbench bench, IEnumerable<string[]> plans)
    {
        foreach (var plan in plans)
        {
            await bench.RunAsync(plan);
        }
    }

    private static readonly EnumerationOptions AlsoHidden = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    private static List<(string Name, string Content)> Everything(Workbench bench) =>
    [
        .. Directory.EnumerateFileSystemEntries(bench.Folder, "*", AlsoHidden)
            .Select(path => (Path.GetRelativePath(bench.Folder, path).Replace('\\', '/'), Directory.Exists(path) ? "" : StateOf(path)))
            .Order(),
    ];

    private static string StateOf(string file) =>
        $"{Convert.ToHexString(File.ReadAllBytes(file))} written {File.GetLastWriteTimeUtc(file):O}";
}

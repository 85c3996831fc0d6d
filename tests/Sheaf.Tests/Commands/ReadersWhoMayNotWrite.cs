using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Sheaf.Tests.Commands;

/// <summary>A person who may read a workspace and not write it, as on a disk that is mounted so.</summary>
public sealed class ReadersWhoMayNotWrite
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_reading_command_works_and_so_does_a_plan(bool wasKilled)
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        using var disk = Disk.On(bench.Folder, kilobytes: 20_000);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await (wasKilled ? HarvestAndBeKilledAsync(bench) : bench.RunAsync("harvest"));
        SqliteConnection.ClearAllPools();
        Remount(bench.Folder, "ro");
        try
        {
            Assert.Contains("Widgets of kind 2404.00001", (await bench.RunAsync("show", "2404.00001")).Output, StringComparison.Ordinal);
            Assert.Contains("\"fetched\": 2", (await bench.RunAsync("status", "2024-04", "--json")).Output, StringComparison.Ordinal);
            Assert.Equal(2, (await bench.RunAsync("export", "papers")).Output.Count(letter => letter == '\n'));
            var search = await bench.RunAsync("search", "widgets");
            Assert.True(search.Output.Contains("2404.00002", StringComparison.Ordinal), search.Error);
            Assert.Contains(
                "# Notable arXiv papers, April 2024", (await bench.RunAsync("draft", "2024-04", "--output", "-")).Output,
                StringComparison.Ordinal);
            Assert.Contains(
                "\"ranking\": \"none\"", (await bench.RunAsync("suggest", "2024-04", "--json")).Output, StringComparison.Ordinal);
            Assert.Contains("\"due\": 0,", (await bench.RunAsync("harvest", "--dry-run", "--json")).Output, StringComparison.Ordinal);
            Assert.Equal(0, (await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--dry-run")).Exit);
            Assert.Equal(0, (await bench.RunAsync("draft", "2024-04", "--dry-run")).Exit);
            var harvest = await bench.RunAsync("harvest");
            Assert.Equal(4, harvest.Exit);
            Assert.DoesNotContain("   at ", harvest.Error, StringComparison.Ordinal);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Remount(bench.Folder, "rw");
        }
    }

    [Fact]
    public async Task A_log_that_they_cannot_read_is_named_in_one_sentence()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        using var disk = Disk.On(bench.Folder, kilobytes: 20_000);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await HarvestAndBeKilledAsync(bench);
        File.Delete($"{bench.Store}-shm");
        Remount(bench.Folder, "ro");
        try
        {
            foreach (var command in new string[][] { ["status"], ["show", "2404.00001"], ["harvest", "--dry-run"] })
            {
                var run = await bench.RunAsync(command);

                Assert.Equal(4, run.Exit);
                Assert.Contains("stands in sheaf.db-wal beside it, and you may write neither", run.Error, StringComparison.Ordinal);
                Assert.Single(run.Error.TrimEnd().Split('\n'));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Remount(bench.Folder, "rw");
        }
    }

    private static async Task<CommandResult> HarvestAndBeKilledAsync(Workbench bench)
    {
        await bench.RunAsync("harvest", "2404.00001");
        CommandResult? harvest = null;
        await KilledRun.LeaveAsync(bench, async () => harvest = await bench.RunAsync("harvest"));
        return harvest!;
    }

    private static void Remount(string folder, string how)
    {
        using var process = Process.Start("mount", ["-o", $"remount,{how}", folder]);
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, "no disk can be mounted anew here");
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Sheaf.Tests.Commands;

/// <summary>A person who may read a workspace and not write it, as on a disk that is mounted so.</summary>
public sealed class ReadersWhoMayNotWrite
{
    [Fact]
    public async Task Every_reading_command_works()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        using var disk = Disk.On(bench.Folder, kilobytes: 20_000);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        SqliteConnection.ClearAllPools();
        Remount(bench.Folder, "ro");
        try
        {
            Assert.Contains("Widgets of kind 2404.00001", (await bench.RunAsync("show", "2404.00001")).Output, StringComparison.Ordinal);
            Assert.Contains("\"fetched\": 2", (await bench.RunAsync("status", "2024-04", "--json")).Output, StringComparison.Ordinal);
            Assert.Equal(2, (await bench.RunAsync("export", "papers")).Output.Count(letter => letter == '\n'));
            Assert.Contains("2404.00002", (await bench.RunAsync("search", "widgets")).Output, StringComparison.Ordinal);
            Assert.Contains(
                "# Notable arXiv papers, April 2024", (await bench.RunAsync("draft", "2024-04", "--output", "-")).Output,
                StringComparison.Ordinal);
            Assert.Contains(
                "\"ranking\": \"ready\"", (await bench.RunAsync("suggest", "2024-04", "--json")).Output, StringComparison.Ordinal);
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

    private static void Remount(string folder, string how)
    {
        using var process = Process.Start("mount", ["-o", $"remount,{how}", folder]);
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, "no disk can be mounted anew here");
    }
}

using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Commands;

public sealed class BackingUp : IDisposable
{
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("sheaf-backup-");

    private string Copy => Path.Combine(_elsewhere.FullName, "copy.db");

    public void Dispose() => _elsewhere.Delete(recursive: true);

    [Fact]
    public async Task A_backup_is_one_file_that_holds_what_was_committed_while_others_go_on_writing()
    {
        await using var bench = await HarvestedAsync();
        var before = bench.Dump();
        await using var other = new SqliteConnection($"Data Source={bench.Store};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        TemporaryStore.Ask(other, "BEGIN IMMEDIATE");
        TemporaryStore.Ask(other, "DELETE FROM lookup");

        var ran = await bench.RunAsync("backup", Copy, "--json");

        TemporaryStore.Ask(other, "COMMIT");
        Assert.Equal(0, ran.Exit);
        var said = JsonDocument.Parse(ran.Output).RootElement;
        Assert.Equal(
            (Copy, new FileInfo(Copy).Length, 2),
            (said.GetProperty("file").GetString(), said.GetProperty("bytes").GetInt64(), said.GetProperty("papers").GetInt32()));
        Assert.Equal([Copy], Directory.GetFiles(_elsewhere.FullName));
        Assert.Equal(before, StoreDump.Of(Copy));
    }

    [Fact]
    public async Task A_backup_put_in_the_place_of_the_store_is_the_store()
    {
        await using var bench = await HarvestedAsync();
        await bench.RunAsync("backup", Copy);
        var before = bench.Dump();
        SqliteConnection.ClearAllPools();
        File.Move(Copy, bench.Store, overwrite: true);

        var ran = await bench.RunAsync("harvest", "--json");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("\"unchanged\": 2", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, bench.Dump());
        Assert.Equal("wal", await bench.AskStoreAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task What_is_there_already_is_never_replaced()
    {
        await using var bench = await HarvestedAsync();
        await File.WriteAllTextAsync(Copy, "last year's", TestContext.Current.CancellationToken);

        var ran = await bench.RunAsync("backup", Copy);

        Assert.Equal(2, ran.Exit);
        Assert.Equal($"{Copy} exists already, and a backup replaces nothing: name another file, or delete this one first.\n", ran.Error);
        Assert.Equal("last year's", await File.ReadAllTextAsync(Copy, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_may_be_a_disk_that_is_not_there_so_it_is_not_made()
    {
        await using var bench = await HarvestedAsync();
        var missing = Path.Combine(_elsewhere.FullName, "disk");

        var ran = await bench.RunAsync("backup", Path.Combine(missing, "copy.db"));

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith($"There is no folder {missing}", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task A_workspace_without_a_store_gets_none_by_being_backed_up()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("backup", Copy);

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith("There is no store to copy in ", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Store));
    }

    [Fact]
    public async Task Damage_is_not_handed_on_and_mended_by_the_next_harvest()
    {
        await using var bench = await HarvestedAsync();
        await bench.TellStoreAsync(
            "PRAGMA foreign_keys = OFF; INSERT INTO author (identifier, position, name, affiliations) VALUES ('2404.00777', 1, "
            + "'Nobody', '[]')");

        var (ran, doctor) = (await bench.RunAsync("backup", Copy), await bench.RunAsync("doctor"));

        Assert.Equal(4, ran.Exit);
        Assert.Contains(
            "is damaged (a row of author belongs to none of eprint), so no backup was made", ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_elsewhere.FullName));
        Assert.Equal(4, doctor.Exit);
        Assert.Contains("a row of author belongs to none of eprint", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("The store was damaged", (await bench.RunAsync("harvest")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.RunAsync("backup", Copy)).Exit);
    }

    private static async Task<Workbench> HarvestedAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        Assert.Equal(0, (await bench.RunAsync("harvest")).Exit);
        return bench;
    }
}

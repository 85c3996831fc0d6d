using Microsoft.Data.Sqlite;

namespace Sheaf.TestKit;

/// <summary>A store as a run leaves it that is killed: what it wrote last stands in the log, and in the store itself not yet.</summary>
internal static class KilledRun
{
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <param name="bench">Must have a store.</param>
    /// <param name="write">Writes to it.</param>
    public static async Task LeaveAsync(Workbench bench, Func<Task> write)
    {
        var aside = Directory.CreateTempSubdirectory("sheaf-test-");

        // Who closes the store while somebody else has it open leaves the log alone, and so does a copy made meanwhile.
        await using (var other = new SqliteConnection($"Data Source={bench.Store};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var look = other.CreateCommand();
            look.CommandText = "SELECT count(*) FROM sqlite_schema";
            await look.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            await write();
            SqliteConnection.ClearAllPools();
            foreach (var part in Parts)
            {
                File.Copy(bench.Store + part, Path.Combine(aside.FullName, $"store{part}"));
            }
        }

        foreach (var part in Parts)
        {
            File.Copy(Path.Combine(aside.FullName, $"store{part}"), bench.Store + part, overwrite: true);
        }

        aside.Delete(recursive: true);
        Assert.True(new FileInfo($"{bench.Store}-wal").Length > 0);
    }
}

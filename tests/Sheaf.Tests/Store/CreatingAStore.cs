using Microsoft.Data.Sqlite;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

public sealed class CreatingAStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-store-");

    private string StoreFile => Path.Combine(_folder.FullName, "sheaf.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_new_store_is_empty_and_keeps_a_write_ahead_log()
    {
        using var store = new TemporaryStore();

        Assert.Empty(store.Dump());
        Assert.Equal(["wal"], store.Ask("PRAGMA journal_mode"));
        Assert.Equal(["13"], store.Ask("PRAGMA user_version"));
        Assert.Null(store.Eprints.Find(Invented.Id("2405.00208")));
        Assert.Empty(store.Eprints.All(month: null));
        Assert.Empty(store.Ledger.All());
        Assert.Null(store.Runs.Last());
    }

    [Fact]
    public void Its_folder_is_created_with_it()
    {
        var file = Path.Combine(_folder.FullName, "a", "b", "sheaf.db");
        using var database = new Database(file);

        Assert.False(Database.Exists(file));
        database.EnsureCreated();

        Assert.True(Database.Exists(file));
    }

    [Theory]
    [InlineData("a;Mode=Memory")]
    [InlineData("a=\"b\" 'c'")]
    [InlineData(" a ")]
    public void Its_folder_may_be_called_anything(string folder)
    {
        var file = Path.Combine(_folder.FullName, folder, "sheaf.db");
        using var database = new Database(file);

        database.EnsureCreated();

        Assert.True(File.Exists(file));
        Assert.Equal(0, new EprintStore(database).Count());
    }

    [Fact]
    public void Creating_it_again_keeps_what_is_in_it()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([Invented.Atom("2405.00208")], Invented.Today);
        var before = store.Dump();

        new Database(store.File).EnsureCreated();

        Assert.Equal(before, store.Dump());
    }

    [Fact]
    public void A_store_that_was_deleted_but_for_its_log_begins_anew()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([Invented.Page("2405.00208")], Invented.Today);
        var log = File.ReadAllBytes(store.File + "-wal");
        Assert.NotEmpty(log);
        store.Database.Dispose();
        File.WriteAllBytes(store.File + "-wal", log);
        File.Delete(store.File);

        store.Database.EnsureCreated();

        Assert.Empty(store.Dump());
        Assert.Equal(["ok"], store.Ask("PRAGMA integrity_check"));
    }

    [Fact]
    public void Several_programs_may_create_it_at_once()
    {
        using var database = new Database(StoreFile);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => new Database(StoreFile).EnsureCreated());

        Assert.Empty(new EprintStore(database).All(month: null));
    }

    [Fact]
    public void Every_connection_waits_for_others_checks_references_and_flushes_each_commit()
    {
        using var store = new TemporaryStore();

        for (var again = 0; again < 2; again++)
        {
            using var connection = store.Database.Open();

            Assert.Equal(["5000"], TemporaryStore.Ask(connection, "PRAGMA busy_timeout"));
            Assert.Equal(["1"], TemporaryStore.Ask(connection, "PRAGMA foreign_keys"));
            Assert.Equal(["2"], TemporaryStore.Ask(connection, "PRAGMA synchronous"));
        }
    }

    [Fact]
    public void Every_table_is_strict()
    {
        using var store = new TemporaryStore();

        Assert.Empty(store.Ask("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"));
    }

    [Fact]
    public void A_store_of_a_newer_Sheaf_is_refused_and_left_alone()
    {
        using var store = new TemporaryStore();
        store.Ask("PRAGMA user_version = 1000");

        var refusal = Assert.Throws<StoreException>(() => new Database(store.File).EnsureCreated());

        Assert.Equal(store.File, refusal.File);
        Assert.Equal(
            $"The store {store.File} was written by a newer Sheaf: use that one, or move the file aside and harvest again.",
            refusal.Message);
        Assert.Equal(["1000"], store.Ask("PRAGMA user_version"));
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_alone()
    {
        using (var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=False"))
        {
            connection.Open();
            TemporaryStore.Ask(connection, "CREATE TABLE recipe (name TEXT); PRAGMA user_version = 1");
        }

        var before = File.ReadAllBytes(StoreFile);
        using var database = new Database(StoreFile);

        Assert.Contains("another program", Assert.Throws<StoreException>(database.EnsureCreated).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(StoreFile));
    }
}

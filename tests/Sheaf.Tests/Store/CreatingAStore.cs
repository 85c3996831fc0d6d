using Microsoft.Data.Sqlite;
using Sheaf.Store;

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
        Assert.Equal(["1"], store.Ask("PRAGMA user_version"));
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
        Assert.Equal($"The store {store.File} was written by a newer Sheaf: use that one, or move the file aside and harvest again.", refusal.Message);
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

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_damaged_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("My shopping list: paper, twine. ", 100));
        File.WriteAllText(StoreFile, text);
        using var database = new Database(StoreFile);

        var refusal = Assert.Throws<StoreException>(database.EnsureCreated);

        Assert.Equal(
            $"The store {StoreFile} is damaged or no SQLite database: move the file aside and run `sheaf harvest`; everything in it can be fetched again.",
            refusal.Message);
        Assert.Equal(text, File.ReadAllText(StoreFile));
    }

    [Fact]
    public void A_store_damaged_inside_is_said_to_be_so_when_its_rows_are_read()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([.. Enumerable.Range(1, 200).Select(number => Invented.Page($"2405.{number:D5}"))], Invented.Today);
        store.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
        store.Database.Dispose();
        using (var file = File.OpenWrite(store.File))
        {
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        var failure = Assert.Throws<StoreException>(() => store.Eprints.All(month: null).Count());

        Assert.Contains("is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_to_be_so()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "workspace"), "a file where the folder should be");
        var file = Path.Combine(_folder.FullName, "workspace", "sheaf.db");
        using var database = new Database(file);

        Assert.StartsWith($"The store {file} cannot be created: ", Assert.Throws<StoreException>(database.EnsureCreated).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_said_to_be_in_the_way()
    {
        Directory.CreateDirectory(StoreFile);
        using var database = new Database(StoreFile);

        Assert.Contains("cannot be opened", Assert.Throws<StoreException>(database.EnsureCreated).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "this process may write everywhere");
        using var database = new Database(StoreFile);
#pragma warning disable CA1416 // Not reached on Windows.
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Contains("cannot be opened", Assert.Throws<StoreException>(database.EnsureCreated).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
#pragma warning restore CA1416
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_reading_it()
    {
        using var database = new Database(StoreFile);

        Assert.Contains("cannot be opened", Assert.Throws<StoreException>(() => new RunStore(database).Last()).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(StoreFile));
    }

    [Theory]
    [InlineData(5, "is in use by another program")]
    [InlineData(6, "is in use by another program")]
    [InlineData(8, "cannot be written")]
    [InlineData(10, "the disk reports an error")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "the disk is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(23, "need permission")]
    [InlineData(26, "is damaged")]
    public void What_the_surroundings_did_wrong_is_told_in_one_sentence_that_names_the_file(int code, string means)
    {
        var explained = StoreException.Explain("/home/ada/sheaf.db", new SqliteException("text of SQLite", code))!;

        Assert.StartsWith("The store /home/ada/sheaf.db ", explained.Message, StringComparison.Ordinal);
        Assert.Contains(means, explained.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("text of SQLite", explained.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(21)]
    public void What_Sheaf_did_wrong_is_not_put_on_the_file(int code) =>
        Assert.Null(StoreException.Explain("sheaf.db", new SqliteException("no such table", code)));
}

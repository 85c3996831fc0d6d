using Microsoft.Data.Sqlite;
using Sheaf.Store;
using Sheaf.Store.Runs;

namespace Sheaf.Tests.Store;

/// <summary>What a person is told when the store cannot be used. Damage and refusals are real ones.</summary>
public sealed class UnusableStores : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-store-");

    private string StoreFile => Path.Combine(_folder.FullName, "sheaf.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_damaged_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("My shopping list: paper, twine. ", 100));
        File.WriteAllText(StoreFile, text);
        using var database = new Database(StoreFile);

        var refusal = Assert.Throws<StoreException>(database.EnsureCreated);

        Assert.Equal(
            $"The store {StoreFile} is damaged or no SQLite database: run `sheaf harvest`, which keeps the file under another name and "
            + "fetches everything in it again.",
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
    public void A_store_that_another_program_does_not_release_is_said_to_be_in_use()
    {
        using var store = new TemporaryStore();
        using var other = store.Connect();
        TemporaryStore.Ask(other, "BEGIN IMMEDIATE");

        var failure = Assert.Throws<StoreException>(() => store.Runs.Start("harvest", Invented.Today));

        Assert.Equal(
            $"The store {store.File} is in use by another program and was not released in time: close that program, or run again later.",
            failure.Message);
        Assert.Null(store.Runs.Last());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_to_be_so()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "workspace"), "a file where the folder should be");
        var file = Path.Combine(_folder.FullName, "workspace", "sheaf.db");
        using var database = new Database(file);

        Assert.StartsWith(
            $"The store {file} cannot be created: ", Assert.Throws<StoreException>(database.EnsureCreated).Message,
            StringComparison.Ordinal);
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
        using var database = new Database(StoreFile);
        using var locked = new ReadOnly(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Contains("cannot be opened", Assert.Throws<StoreException>(database.EnsureCreated).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_may_not_be_written_can_be_read_and_says_so_when_it_is_written()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([Invented.Page("2405.00208")], Invented.Today);
        store.Database.Dispose();
        using var locked = new ReadOnly(store.File, UnixFileMode.UserRead);

        store.Database.EnsureCreated();

        Assert.Single(store.Eprints.All(month: null));
        Assert.Contains(
            "cannot be written",
            Assert.Throws<StoreException>(() => store.Runs.Start("harvest", Invented.Today)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_said_to_be_full_and_what_was_stored_stays()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([Invented.Page("2405.00208")], Invented.Today);
        using (var pooled = store.Database.Open())
        {
            // Given back to the pool with this limit, it is the connection the next unit of work gets.
            TemporaryStore.Ask(pooled, "PRAGMA max_page_count = 40");
        }

        var failure = Assert.Throws<StoreException>(
            () => store.Eprints.Save([.. Enumerable.Range(300, 500).Select(number => Invented.Page($"2405.{number:D5}"))], Invented.Today));

        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
        Assert.Equal("2405.00208", Assert.Single(store.Eprints.All(month: null)).Eprint.Identifier.ToString());
    }

    [Fact]
    public void A_store_deleted_while_it_is_used_is_missed_at_once()
    {
        using var store = new TemporaryStore();
        store.Runs.Start("harvest", Invented.Today);

        File.Delete(store.File);

        Assert.Contains(
            "cannot be opened", Assert.Throws<StoreException>(() => store.Runs.Start("harvest", Invented.Today)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_reading_it()
    {
        using var database = new Database(StoreFile);

        Assert.Contains(
            "cannot be opened", Assert.Throws<StoreException>(() => new RunStore(database).Last()).Message, StringComparison.Ordinal);
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

#pragma warning disable CA1416 // Skipped on Windows.
    /// <summary>
    /// A file or folder that may not be written until this is disposed of. Skips the test where nothing is forbidden to the process.
    /// </summary>
    private sealed class ReadOnly : IDisposable
    {
        private readonly string _path;
        private readonly UnixFileMode _before;

        public ReadOnly(string path, UnixFileMode mode)
        {
            Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "this process may write everywhere");
            _path = path;
            _before = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, mode);
        }

        public void Dispose() => File.SetUnixFileMode(_path, _before);
    }
#pragma warning restore CA1416
}

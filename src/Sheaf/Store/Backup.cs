using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>Copies of the store as it is at one moment, made while others read and write it.</summary>
public sealed class Backup(Database store)
{
    /// <summary>Writes the copy under a passing name beside its place, checks it, and only then gives it its name.</summary>
    /// <param name="file">Where there must be nothing yet, in a folder that is there.</param>
    /// <returns>How many papers are in the copy.</returns>
    /// <exception cref="StoreException">The store cannot be read, or is damaged.</exception>
    /// <exception cref="IOException">The copy cannot be written, or there is something by now; nothing has changed.</exception>
    public long WriteTo(string file)
    {
        WholeFile.TakeAwayAbandoned(file);
        var beside = WholeFile.Beside(file);
        try
        {
            var papers = CopyTo(beside, file);
            File.Move(beside, file, overwrite: false);
            WholeFile.FlushFolderOf(file);
            return papers;
        }
        finally
        {
            foreach (var part in (string[])["", "-journal", "-wal", "-shm"])
            {
                File.Delete(beside + part);
            }
        }
    }

    private long CopyTo(string beside, string file)
    {
        try
        {
            using var copy = new SqliteConnection(Database.ToCreate(beside));
            copy.Open();
            store.CopyTo(copy);
            return Integrity.FirstDamage(copy) is { } damage ? throw Damaged(damage) : Papers(copy);
        }
        catch (SqliteException failure)
        {
            throw IsOfTheStore(failure) ? StoreException.Explain(store.File, failure)! : CannotBeWritten(file, failure);
        }
    }

    /// <summary>Busy, locked, damaged or no database: nobody but us knows of the copy, so it is none of these.</summary>
    private static bool IsOfTheStore(SqliteException failure) => failure.SqliteErrorCode is 5 or 6 or 11 or 26;

    private static IOException CannotBeWritten(string file, SqliteException failure)
    {
        const int Full = 13;
        return new($"The backup {file} cannot be written: {(failure.SqliteErrorCode == Full ? "the disk is full, make room and run again" : failure.Message)}", failure);
    }

    private StoreException Damaged(string damage) =>
        new(store.File, $"is damaged ({damage}), so no backup was made: run `sheaf harvest`, which keeps the file under another name and fetches everything in it again.");

    private static long Papers(SqliteConnection copy)
    {
        using var count = new Statement(copy, "SELECT count(*) FROM eprint");
        return (long)count.Value()!;
    }
}

using Microsoft.Data.Sqlite;
using Sheaf.Files;

namespace Sheaf.Store;

/// <summary>Copies of the store as it is at one moment, made while others read and write it.</summary>
internal sealed class Backup(Database store)
{
    /// <summary>
    /// Writes the copy as <c>FILE.partial</c>, checks it, and only then gives it its name. A backup that is killed leaves that file, where
    /// anybody sees it, and the next one of the same name writes over it.
    /// </summary>
    /// <param name="file">Where there must be nothing yet, in a folder that is there.</param>
    /// <param name="cancellationToken">Stops the copying; what was written is taken away.</param>
    /// <returns>How many papers are in the copy.</returns>
    /// <exception cref="StoreException">The store cannot be read, or is damaged.</exception>
    /// <exception cref="IOException">The copy cannot be written, or there is something by now; nothing has changed.</exception>
    public long WriteTo(string file, CancellationToken cancellationToken)
    {
        var partial = $"{file}.partial";
        using var alone = Turn(file);
        TakeAway(partial);
        try
        {
            var papers = CopyTo(partial, file, cancellationToken);
            File.Move(partial, file, overwrite: false);
            WholeFile.FlushFolderOf(file);
            return papers;
        }
        finally
        {
            TakeAway(partial);
        }
    }

    private static void TakeAway(string partial)
    {
        foreach (var part in (string[])["", "-journal", "-wal", "-shm"])
        {
            File.Delete(partial + part);
        }
    }

    /// <summary>The right to write the partial file; it ends with the process, however that ends.</summary>
    private static FileStream Turn(string file)
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.lock");
        try
        {
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException))
        {
            throw new IOException($"The backup {file} cannot be written: {held.Message}", held);
        }
    }

    private long CopyTo(string partial, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var copy = new SqliteConnection(Database.ToCreate(partial));
            copy.Open();
            store.CopyTo(copy, cancellationToken);
            return Integrity.FirstDamage(copy, cancellationToken) is { } damage
                ? throw StoreException.Damaged(store.File, damage, ", so no backup was made")
                : Papers(copy);
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
        return new(
            $"The backup {file} cannot be written: "
            + $"{(failure.SqliteErrorCode == Full ? "the disk is full, make room and run again" : failure.Message)}", failure);
    }

    private static long Papers(SqliteConnection copy)
    {
        using var count = new Statement(copy, "SELECT count(*) FROM eprint");
        return (long)count.Value()!;
    }
}

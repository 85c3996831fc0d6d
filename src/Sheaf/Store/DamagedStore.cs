using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Files;

namespace Sheaf.Store;

/// <summary>
/// Keeps a store that is damaged under another name, so that a new one can take its place: arXiv and the person's files have all that was
/// in it.
/// </summary>
internal sealed class DamagedStore(string file, TimeProvider time)
{
    /// <summary>
    /// SQLite's own locks lie on these bytes of a database, in which nothing is ever stored: https://www.sqlite.org/src/file/src/os.h
    /// (PENDING_BYTE).
    /// </summary>
    private const long FirstLockByte = 0x40000000;
    private const long LockBytes = 512;

    /// <summary>
    /// Looks through the whole file and, where it is damaged, renames it to <c>sheaf.db.damaged-YYYYMMDD-HHMMSS</c> (UTC) with what belongs
    /// to it. Whatever made it suspect is settled then.
    /// </summary>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>The name it has now; null where it is whole, or not there.</returns>
    /// <exception cref="StoreException">It is damaged, and another program is using it; or it cannot be read for another
    /// reason.</exception>
    /// <exception cref="IOException">It is damaged, and cannot be renamed.</exception>
    public string? MoveAside(CancellationToken cancellationToken)
    {
        var marks = WritingMark.FindLeft(file);
        string? kept = null;
        if (IsDamaged(() => new Database(file), cancellationToken))
        {
            // Two programs may have found the same damage: the second must not put the first one's new store aside.
            using var alone = Turn();
            kept = IsDamaged(() => new Database(file), cancellationToken) ? Move() : null;
        }

        WritingMark.TakeAway(marks);
        return kept;
    }

    /// <summary>
    /// Whether there is cause to look through the whole file: the little that is read of it is damaged, or a run that wrote to it did not
    /// come to its end, or came upon damage. Takes some milliseconds, however large the file is.
    /// </summary>
    public bool IsSuspect() => Database.Exists(file) && (WritingMark.IsLeft(file) || LooksDamaged());

    /// <summary>Whether the little is damaged that is read of it, whatever a run may have left beside it.</summary>
    public bool LooksDamaged()
    {
        if (!Database.Exists(file))
        {
            return false;
        }

        try
        {
            using var database = new StoreForReading(file).OpenAsItIs();
            database.Probe();
            return false;
        }
        catch (Exception failure) when (failure is StoreException or SqliteException)
        {
            // What it is, looking through the whole tells.
            return true;
        }
    }

    /// <summary>Whether it is there and damaged. Looks through the whole file, and changes nothing.</summary>
    /// <exception cref="StoreException">It cannot be read for another reason.</exception>
    public bool IsDamaged(CancellationToken cancellationToken) =>
        IsDamaged(() => new StoreForReading(file).OpenAsItIs(), cancellationToken);

    private bool IsDamaged(Func<Database> open, CancellationToken cancellationToken)
    {
        if (!Database.Exists(file))
        {
            return false;
        }

        try
        {
            using var database = open();
            return database.FirstDamage(cancellationToken) is not null;
        }
        catch (StoreException failure) when (failure.IsDamage)
        {
            return true;
        }
        catch (StoreException) when (!Database.Exists(file))
        {
            // Another program has just moved it.
            return false;
        }
    }

    private string Move()
    {
        var kept = FreeName();
        using (Unused())
        {
            // The store first: without it, SQLite throws away a log that is left over; the log alone could take a store back to an earlier
            // state.
            foreach (var part in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(file + part))
                {
                    File.Move(file + part, kept + part);
                }
            }
        }

        WholeFile.FlushFolderOf(file);
        return kept;
    }

    private string FreeName()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{file}.damaged-{time.GetUtcNow():yyyyMMdd-HHmmss}");
        return Enumerable.Range(1, int.MaxValue)
            .Select(turn => turn == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{turn}"))
            .First(free => !File.Exists(free));
    }

    private FileStream Turn()
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $".{Path.GetFileName(file)}.lock");
        return FileLock.TryTake(path) ?? throw InUse(null);
    }

    /// <summary>
    /// The store, taken as SQLite itself takes it for sole use. A program that has it open would go on writing to the file under its new
    /// name.
    /// </summary>
    private FileStream Unused()
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            if (!OperatingSystem.IsMacOS())
            {
                stream.Lock(FirstLockByte, LockBytes);
            }

            return stream;
        }
        catch (IOException held)
        {
            stream.Dispose();
            throw InUse(held);
        }
    }

    private StoreException InUse(IOException? held) =>
        new(
            file,
            "is damaged, and another program is using it: stop that program (sheaf serve?), then run again, and the file is kept under "
            + "another name and fetched anew.", held);
}

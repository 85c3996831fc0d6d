using System.Buffers.Binary;
using System.Numerics;
using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>
/// Opens a store for a command that only reads. Who may write it brings an older one up to date; for who may not, one of an older Sheaf is
/// copied and the copy brought up to date.
/// </summary>
internal sealed class StoreForReading(string file)
{
    private readonly string _log = $"{file}-wal";

    public Database Open()
    {
        if (!Database.Exists(file))
        {
            return Empty();
        }

        var (store, isUpToDate) = FirstThatCanBeRead(mayWrite: true, store => store.IsUpToDate());
        if (isUpToDate)
        {
            return store;
        }

        store.Dispose();
        var own = new Database(file);
        try
        {
            own.EnsureCreated();
            return own;
        }
        catch (StoreException failure) when (failure.InnerException is UnauthorizedAccessException || failure.IsRefusal)
        {
            own.Dispose();
            return CopyAndDispose(store, CancellationToken.None);
        }
    }

    /// <summary>For a plan, which changes nothing: one of an older Sheaf is copied for everybody.</summary>
    public Database OpenUnchanged(CancellationToken cancellationToken)
    {
        if (!Database.Exists(file))
        {
            return Empty();
        }

        var (store, isUpToDate) = FirstThatCanBeRead(mayWrite: false, store => store.IsUpToDate());
        return isUpToDate ? store : CopyAndDispose(store, cancellationToken);
    }

    /// <summary>Whatever Sheaf it is of: to look through it. Nothing is changed.</summary>
    /// <exception cref="StoreException">It cannot be read, among other reasons because it is damaged too badly.</exception>
    public Database OpenAsItIs() => FirstThatCanBeRead(
        mayWrite: false,
        store => store.Read(connection =>
        {
            using var query = new Statement(connection, "PRAGMA schema_version");
            return query.Value();
        })).Store;

    private static Database CopyAndDispose(Database store, CancellationToken cancellationToken)
    {
        using (store)
        {
            return CopyOf(store, cancellationToken);
        }
    }

    /// <summary>The first way of opening it in which this person can read it.</summary>
    /// <param name="mayWrite">Whether something may be written to it later.</param>
    /// <param name="read">Reads it.</param>
    private (Database Store, T Read) FirstThatCanBeRead<T>(bool mayWrite, Func<Database, T> read)
    {
        StoreException? refusal = null;
        foreach (var store in Ways(mayWrite))
        {
            try
            {
                return (store, read(store));
            }
            catch (StoreException failure) when (failure.IsRefusal)
            {
                refusal ??= failure;
                store.Dispose();
            }
            catch
            {
                store.Dispose();
                throw;
            }
        }

        throw HasLog
            ? new StoreException(
                file,
                $"cannot be read: its last run did not come to its end, what that wrote last stands in {Path.GetFileName(_log)} beside it, "
                + "and you may write neither. Have somebody who may run sheaf harvest there.",
                refusal)
            : refusal!;
    }

    /// <summary>A store without anything in it, gone when it is closed.</summary>
    public static Database Empty()
    {
        var store = Database.Passing();
        store.EnsureCreated();
        return store;
    }

    /// <summary>A copy that may be written, gone when it is closed.</summary>
    public static Database CopyOf(Database store, CancellationToken cancellationToken)
    {
        var copy = Database.Passing();
        using (var connection = new SqliteConnection(Database.ToCreate(copy.File)))
        {
            connection.Open();
            store.CopyTo(connection, cancellationToken);
        }

        copy.EnsureCreated();
        return copy;
    }

    private IEnumerable<Database> Ways(bool mayWrite)
    {
        if (File.Exists($"{file}-shm") && BeginsAsLog())
        {
            yield return Database.Untouched(file, mayWrite);
        }

        // An index that is made for a log stays with it.
        yield return new Database(file) { LeavesLog = HasLog };
        yield return Database.ReadOnly(file);

        // What stands in a log would be missed without a word.
        if (!HasLog)
        {
            yield return Database.Immutable(file);
        }
    }

    /// <summary>
    /// Whether the log is empty or begins as one does. SQLite takes another for empty, but where it may not touch the index it waits half a
    /// minute for somebody to mend it. https://www.sqlite.org/fileformat2.html#the_write_ahead_log
    /// </summary>
    private bool BeginsAsLog()
    {
        const uint Magic = 0x377f0682;
        const int Header = 32, PageSizeAt = 8;
        try
        {
            using var log = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[Header];
            if (log.ReadAtLeast(header, Header, throwOnEndOfStream: false) < Header)
            {
                return true;
            }

            var pageSize = BinaryPrimitives.ReadUInt32BigEndian(header[PageSizeAt..]);
            return (BinaryPrimitives.ReadUInt32BigEndian(header) & ~1u) == Magic
                && BitOperations.IsPow2(pageSize) && pageSize is >= 512 and <= 65536;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool HasLog => new FileInfo(_log) is { Exists: true, Length: > 0 };
}

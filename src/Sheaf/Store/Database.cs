using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

// The pragmas of a connection can be seen on that connection only.
[assembly: InternalsVisibleTo("Sheaf.Tests")]

namespace Sheaf.Store;

/// <summary>The SQLite file of one workspace. Holds no connection itself: each unit of work takes one from the pool and gives it back.</summary>
/// <param name="file">Path of the file; its folder is created with it.</param>
public sealed class Database(string file) : IDisposable
{
    /// <summary>
    /// Pragmas hold for a connection, not for the file. FULL, not NORMAL: in WAL mode NORMAL may lose the last commits on power loss, and a
    /// page that was fetched costs arXiv a request and the user 15 seconds; commits are far too rare for the difference to be felt.
    /// </summary>
    private const string OnOpening = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";

    /// <summary>Never creates the file: a store that has gone must be noticed, not replaced by an empty one.</summary>
    private string ToUse => To(file, SqliteOpenMode.ReadWrite);

    public string File => file;

    public static bool Exists(string file) => System.IO.File.Exists(file);

    /// <summary>Creates the store, or brings the one of an older Sheaf up to date. Needed once before anything else; cheap when nothing is to do.</summary>
    /// <exception cref="StoreException">The file is of a newer Sheaf or another program, damaged, locked, or cannot be created or written.</exception>
    public void EnsureCreated()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using var connection = Exists(file) ? Open() : Open(ToCreate(file));
            Schema.Migrate(connection, file);
        }
        catch (SqliteException failure) when (StoreException.Explain(file, failure) is { } explained)
        {
            throw explained;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(file, $"cannot be created: {failure.Message}", failure);
        }
    }

    /// <summary>All that SQLite itself can check of the whole file: 20 ms for 2,000 papers, a second for 100,000. Null when it finds nothing wrong.</summary>
    /// <exception cref="StoreException">The file cannot be read, among other reasons because it is damaged too badly.</exception>
    public string? FirstDamage() => Read(Integrity.FirstDamage);

    /// <summary>Closes the pooled connections, so that the file may be moved or deleted. The database may be used again.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(ToUse);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>A connection to an existing store, with its pragmas set. The caller disposes of it.</summary>
    internal SqliteConnection Open()
    {
        // On Unix a deleted file lives on for those who hold it open: what a pooled connection writes would be lost without a sound.
        if (!Exists(file))
        {
            Dispose();
        }

        return Open(ToUse);
    }

    /// <summary>Copies everything, as it is at one moment, into another database; others may write meanwhile.</summary>
    internal void CopyTo(SqliteConnection copy)
    {
        using var connection = Explained(Open);
        connection.BackupDatabase(copy);
    }

    /// <summary>One unit of reading: all of it sees the same moment of the store.</summary>
    internal T Read<T>(Func<SqliteConnection, T> work) => InTransaction(work, deferred: true);

    /// <summary>One unit of writing: all of it is stored or nothing. Waits for other writers first.</summary>
    internal T Write<T>(Func<SqliteConnection, T> work) =>
        // Never deferred: that would fail on its first write, and without end, if anybody had written since it began to read.
        InTransaction(work, deferred: false);

    /// <inheritdoc cref="Write{T}"/>
    internal void Write(Action<SqliteConnection> work) =>
        Write(connection =>
        {
            work(connection);
            return true;
        });

    /// <summary>Rows as they are read, all from one moment of the store; the connection is given back when the reading ends.</summary>
    internal IEnumerable<T> Stream<T>(Func<SqliteConnection, IEnumerable<T>> work)
    {
        using var connection = Explained(Open);
        using var transaction = Explained(() => connection.BeginTransaction(deferred: true));
        using var rows = Explained(() => work(connection).GetEnumerator());
        while (Explained(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    /// <remarks>Without <see cref="SqliteConnectionStringBuilder"/>, whose quoting alone takes milliseconds of each start.</remarks>
    private static string To(string file, SqliteOpenMode mode)
    {
        // Seconds for which the provider goes on polling after SQLite's own busy_timeout has run out: it is to give up then.
        const int Polling = 1;
        return string.Create(
            CultureInfo.InvariantCulture, $"Data Source=\"{file.Replace("\"", "\"\"", StringComparison.Ordinal)}\";Mode={mode};Default Timeout={Polling}");
    }

    /// <summary>How a database that may have to be made is opened.</summary>
    internal static string ToCreate(string file) => $"{To(file, SqliteOpenMode.ReadWriteCreate)};Pooling=False";

    private T InTransaction<T>(Func<SqliteConnection, T> work, bool deferred) =>
        Explained(() =>
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred);
            var result = work(connection);
            transaction.Commit();
            return result;
        });

    private T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure) when (StoreException.Explain(file, failure) is { } explained)
        {
            throw explained;
        }
    }

    private static SqliteConnection Open(string how)
    {
        var connection = new SqliteConnection(how);
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = OnOpening;
            pragmas.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}

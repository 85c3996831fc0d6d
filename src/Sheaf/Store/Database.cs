using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sheaf.Store;

/// <summary>
/// The SQLite file of one workspace. Holds no connection itself: each unit of work takes one from the pool and gives it back.
/// </summary>
internal sealed class Database : IDisposable
{
    // Modes by name: to format a member of an enumeration takes a millisecond of each start.
    private const string ReadWrite = nameof(SqliteOpenMode.ReadWrite);
    private const string ReadWriteCreate = nameof(SqliteOpenMode.ReadWriteCreate);
    private const string ReadOnlyMode = nameof(SqliteOpenMode.ReadOnly);

    private readonly string? _passing;
    private string _toUse;
    private string? _toWrite;

    /// <summary>
    /// Pragmas hold for a connection, not for the file. FULL, not NORMAL: in WAL mode NORMAL may lose the last commits on power loss, and a
    /// page that was fetched costs arXiv a request and the user 15 seconds; commits are far too rare for the difference to be felt.
    /// </summary>
    private const string OnOpening = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";

    /// <param name="file">Path of the file; its folder is created with it.</param>
    public Database(string file)
        // Never creates the file: a store that has gone must be noticed, not replaced by an empty one.
        : this(file, To(file, ReadWrite))
    {
    }

    /// <summary>Whether a log that was left beside it stays there when it is closed.</summary>
    public bool LeavesLog { get; init; }

    private Database(string file, string toUse, string? passing = null) => (File, _toUse, _passing) = (file, toUse, passing);

    public string File { get; }

    /// <summary>Whether nothing can be written to it: this person may only read it, or it is to stay as it is.</summary>
    public bool IsReadOnly { get; private init; }

    /// <summary>Whether this person may write it, and not only read it.</summary>
    /// <exception cref="StoreException">It cannot be written for another reason.</exception>
    public bool CanBeWritten()
    {
        try
        {
            // SQLite opens for reading what it cannot open for writing, and begins to write there without a word.
            return !IsReadOnly && Write(connection => raw.sqlite3_db_readonly(connection.Handle, "main") == 0);
        }
        catch (StoreException failure) when (failure.IsRefusal)
        {
            return false;
        }
    }

    public static bool Exists(string file) => System.IO.File.Exists(file);

    /// <summary>
    /// Has the machinery of SQLite loaded on another thread while a command reads its command line and settings; that takes as long as a
    /// tenth of a short command, and touches no file of a person.
    /// </summary>
    public static void LoadAhead()
    {
        var loading = new Thread(() =>
        {
            try
            {
                using var connection = Open("Data Source=:memory:;Pooling=False");
                using var query = new Statement(connection, "PRAGMA user_version");
                query.Value();
            }
            catch (Exception)
            {
                // Whoever needs it meets with the same, and can tell.
            }
        });
        loading.IsBackground = true;
        loading.Start();
    }

    /// <summary>
    /// Creates the store, or brings the one of an older Sheaf up to date. Needed once before anything else; cheap when nothing is to do.
    /// </summary>
    /// <exception cref="StoreException">The file is of a newer Sheaf or another program, damaged, locked, or cannot be created or
    /// written.</exception>
    public void EnsureCreated()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
            using var connection = Exists(File) ? Open() : Open(ToCreate(File));
            if (!Schema.IsUpToDate(connection, File))
            {
                using var mark = WritingMark.TryTake(File);
                Schema.Migrate(connection, File);
            }
        }
        catch (SqliteException failure) when (StoreException.Explain(File, failure) is { } explained)
        {
            throw explained;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(File, $"cannot be created: {failure.Message}", failure);
        }
    }

    /// <summary>
    /// All that SQLite itself can check of the whole file: 20 ms for 2,000 papers, a second for 100,000. Null when it finds nothing wrong.
    /// </summary>
    /// <exception cref="StoreException">The file cannot be read, among other reasons because it is damaged too badly.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public string? FirstDamage(CancellationToken cancellationToken) =>
        Read(connection => Integrity.FirstDamage(connection, cancellationToken));

    /// <summary>Reads a little of everything in the file, in the same time however large it is.</summary>
    /// <exception cref="StoreException">That cannot be read, among other reasons because it is damaged.</exception>
    internal void Probe() => Read(connection =>
    {
        Integrity.Probe(connection);
        return true;
    });

    /// <summary>Whether no script of this Sheaf is still to be applied to it.</summary>
    /// <exception cref="StoreException">The file is of a newer Sheaf or another program, or cannot be read.</exception>
    internal bool IsUpToDate() => Read(connection => Schema.IsUpToDate(connection, File));

    /// <summary>For a person who may only read the file.</summary>
    /// <param name="file">There must be one.</param>
    internal static Database ReadOnly(string file) => new(file, To(file, ReadOnlyMode)) { IsReadOnly = true };

    /// <summary>
    /// For a person who may only read the file, and its folder too: SQLite takes it for one that nobody changes, and needs no index of a
    /// log beside it, which this person may not make. What stands in a log is not seen.
    /// </summary>
    /// <param name="file">There must be one.</param>
    internal static Database Immutable(string file) => new(file, To(AsUri(file, "immutable=1"), ReadOnlyMode)) { IsReadOnly = true };

    /// <summary>
    /// For a store whose log was left behind by a run that was killed, or is being written: the log is read where it lies, and the index of
    /// it is made in memory. Opened otherwise, it would be written into the store by whoever closes the store last.
    /// </summary>
    /// <param name="file">A log and its index must lie beside it. https://www.sqlite.org/wal.html#readonly</param>
    /// <param name="mayWrite">Whether it is opened otherwise once something is to be written; else nothing can be.</param>
    internal static Database Untouched(string file, bool mayWrite) => new(file, To(AsUri(file, "readonly_shm=1"), ReadOnlyMode))
    {
        IsReadOnly = !mayWrite,
        _toWrite = mayWrite ? To(file, ReadWrite) : null,
    };

    /// <summary>A database in the system's temporary folder, deleted when it is closed.</summary>
    internal static Database Passing()
    {
        var folder = Directory.CreateTempSubdirectory("sheaf-").FullName;
        var file = Path.Combine(folder, "sheaf.db");
        return new Database(file, To(file, ReadWrite), folder);
    }

    /// <summary>Closes the pooled connections, so that the file may be moved or deleted. The database may be used again.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_toUse))
        {
            SqliteConnection.ClearPool(connection);
        }

        if (_passing is not null && Directory.Exists(_passing))
        {
            Directory.Delete(_passing, recursive: true);
        }
    }

    /// <summary>A connection to an existing store, with its pragmas set. The caller disposes of it.</summary>
    internal SqliteConnection Open()
    {
        // On Unix a deleted file lives on for those who hold it open: what a pooled connection writes would be lost without a sound.
        if (!Exists(File))
        {
            Dispose();
        }

        var connection = Open(_toUse);
        if (LeavesLog)
        {
            _ = raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        }

        return connection;
    }

    /// <summary>Copies everything, as it is at one moment, into another database; others may write meanwhile.</summary>
    /// <exception cref="OperationCanceledException">Stopped half-way.</exception>
    internal void CopyTo(SqliteConnection copy, CancellationToken cancellationToken)
    {
        // 8 MB: some hundredths of a second.
        const int Pages = 2_000;
        using var connection = Explained(Open);

        // Held to the end: otherwise the copy would begin anew whenever somebody writes.
        using var moment = connection.BeginTransaction(deferred: true);
        _ = Schema.IsUpToDate(connection, File);
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", connection.Handle, "main");
        int result;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            result = raw.sqlite3_backup_step(backup, Pages);
        }
        while (result == raw.SQLITE_OK);

        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, copy.Handle);
        }
    }

    /// <summary>One unit of reading: all of it sees the same moment of the store.</summary>
    internal T Read<T>(Func<SqliteConnection, T> work) => InTransaction(work, deferred: true);

    /// <summary>One unit of writing: all of it is stored or nothing. Waits for other writers first.</summary>
    internal T Write<T>(Func<SqliteConnection, T> work)
    {
        if (_toWrite is { } how)
        {
            // The connections of a process share what they know of a log: those that must not touch it go first.
            Dispose();
            (_toUse, _toWrite) = (how, null);
        }

        // Never deferred: that would fail on its first write, and without end, if anybody had written since it began to read.
        return InTransaction(work, deferred: false);
    }

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

    private static string AsUri(string file, string parameter) =>
        $"file:{Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal)}?{parameter}";

    /// <remarks>Without <see cref="SqliteConnectionStringBuilder"/>, whose quoting alone takes milliseconds of each start.</remarks>
    private static string To(string file, string mode)
    {
        // Seconds for which the provider goes on polling after SQLite's own busy_timeout has run out: it is to give up then.
        const int Polling = 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Data Source=\"{file.Replace("\"", "\"\"", StringComparison.Ordinal)}\";Mode={mode};Default Timeout={Polling}");
    }

    /// <summary>How a database that may have to be made is opened.</summary>
    internal static string ToCreate(string file) => $"{To(file, ReadWriteCreate)};Pooling=False";

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
        catch (SqliteException failure) when (StoreException.Explain(File, failure) is { } explained)
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

using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>
/// Opens a store for a command that only reads. Who may write it brings an older one up to date; for who may not, one of an older Sheaf is
/// copied and the copy brought up to date.
/// </summary>
internal sealed class StoreForReading(string file)
{
    // https://www.sqlite.org/rescode.html
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotAuthorized = 23;

    public Database Open() => Open(store =>
    {
        store.EnsureCreated();
        return store;
    });

    /// <summary>For a plan, which changes nothing: one of an older Sheaf is copied for everybody.</summary>
    public Database OpenUnchanged(CancellationToken cancellationToken) => Open(store =>
    {
        if (store.IsUpToDate())
        {
            return store;
        }

        using (store)
        {
            return CopyOf(store, cancellationToken);
        }
    });

    private Database Open(Func<Database, Database> bringUpToDate)
    {
        if (!Database.Exists(file))
        {
            return Empty();
        }

        var store = new Database(file);
        try
        {
            return bringUpToDate(store);
        }
        catch (StoreException failure) when (failure.InnerException is UnauthorizedAccessException
            or SqliteException { SqliteErrorCode: ReadOnly or CannotOpen or NotAuthorized })
        {
            store.Dispose();
            return WithoutWriting(failure);
        }
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

    /// <param name="failure">Why it cannot be opened as usual.</param>
    private Database WithoutWriting(StoreException failure)
    {
        foreach (var store in new[] { Database.ReadOnly(file, isImmutable: false), Database.ReadOnly(file, isImmutable: true) })
        {
            try
            {
                return store.IsUpToDate() ? store : CopyOf(store, CancellationToken.None);
            }
            catch (StoreException again) when (again.InnerException is SqliteException
            {
                SqliteErrorCode: ReadOnly or CannotOpen
                or NotAuthorized
            })
            {
                store.Dispose();
                if (HasLog)
                {
                    // What stands in the log would be missed without a word.
                    break;
                }
            }
        }

        throw failure;
    }

    private bool HasLog => new FileInfo($"{file}-wal") is { Exists: true, Length: > 0 };
}

using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>
/// The numbered scripts of <c>Store/Migrations</c>, applied in order. How many a store has seen stands in its <c>user_version</c>.
/// </summary>
internal static class Schema
{
    /// <summary>Set by the first script; tells a store from the databases of other programs.</summary>
    private const long ApplicationId = 0x53686561;

    private static readonly string[] Scripts = FindScripts();

    /// <exception cref="StoreException">The store is of a newer Sheaf, or the database is no store.</exception>
    public static void Migrate(SqliteConnection connection, string file)
    {
        if (IsUpToDate(connection, file))
        {
            return;
        }

        // Kept in the file; cannot be set inside a transaction.
        Run(connection, "PRAGMA journal_mode = WAL");

        using var transaction = connection.BeginTransaction();
        RefuseForeign(connection, file);
        foreach (var script in Scripts.Skip((int)Number(connection, "PRAGMA user_version")))
        {
            Run(connection, TextOf(script));
        }

        Run(connection, $"PRAGMA user_version = {Scripts.Length}");
        transaction.Commit();
    }

    /// <summary>Whether all scripts have been applied.</summary>
    /// <exception cref="StoreException">The store is of a newer Sheaf, or the database is no store.</exception>
    public static bool IsUpToDate(SqliteConnection connection, string file)
    {
        if (Number(connection, "PRAGMA user_version") == Scripts.Length && IsStore(connection))
        {
            return true;
        }

        RefuseForeign(connection, file);
        return false;
    }

    private static void RefuseForeign(SqliteConnection connection, string file)
    {
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") > 0 && !IsStore(connection))
        {
            throw new StoreException(file, "is the database of another program: move it aside, or choose another workspace.");
        }

        if (Number(connection, "PRAGMA user_version") > Scripts.Length)
        {
            throw new StoreException(file, "was written by a newer Sheaf: use that one, or move the file aside and harvest again.");
        }
    }

    private static bool IsStore(SqliteConnection connection) => Number(connection, "PRAGMA application_id") == ApplicationId;

    private static string[] FindScripts()
    {
        var names = Assembly.GetExecutingAssembly().GetManifestResourceNames();
        var scripts = Array.FindAll(names, name => name.EndsWith(".sql", StringComparison.Ordinal));
        Array.Sort(scripts, StringComparer.Ordinal);
        return scripts;
    }

    private static string TextOf(string script)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var query = new Statement(connection, sql);
        return (long)query.Value()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Run();
    }
}

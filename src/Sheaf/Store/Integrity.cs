using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sheaf.Store;

/// <summary>SQLite's own checks of a database.</summary>
internal static class Integrity
{
    /// <summary>
    /// The first thing wrong with the pages, the indexes, or rows that belong to rows which are not there; null when all is well.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped; of a large store it takes minutes.</exception>
    public static string? FirstDamage(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const int Interrupted = 9;
        using var registration = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Checked(connection);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == Interrupted && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static string? Checked(SqliteConnection connection)
    {
        // quick_check, which does not compare indexes with their tables, takes as long: both read the whole file.
        using var check = new Statement(connection, "PRAGMA integrity_check(1)");
        return check.Value() is string and not "ok" and var damage ? damage : FirstOrphan(connection);
    }

    private static string? FirstOrphan(SqliteConnection connection)
    {
        using var check = new Statement(connection, "PRAGMA foreign_key_check");
        using var orphans = check.Query();
        return orphans.Read() ? $"a row of {orphans.GetString(0)} belongs to none of {orphans.GetString(2)}" : null;
    }
}

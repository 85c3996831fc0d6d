using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>SQLite's own checks of a database, each telling the first thing that is wrong, or null.</summary>
internal static class Integrity
{
    public static string? Quick(SqliteConnection connection) => Check(connection, "PRAGMA quick_check(1)");

    /// <summary>The whole file, its indexes, and rows that belong to rows which are not there.</summary>
    public static string? Full(SqliteConnection connection)
    {
        if (Check(connection, "PRAGMA integrity_check(1)") is { } damage)
        {
            return damage;
        }

        using var foreign = new Statement(connection, "PRAGMA foreign_key_check");
        using var orphans = foreign.Query();
        return orphans.Read() ? $"a row of {orphans.GetString(0)} belongs to none of {orphans.GetString(2)}" : null;
    }

    private static string? Check(SqliteConnection connection, string pragma)
    {
        using var check = new Statement(connection, pragma);
        return check.Value() is string and not "ok" and var damage ? damage : null;
    }
}

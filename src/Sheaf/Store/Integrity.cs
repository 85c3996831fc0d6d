using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sheaf.Store;

/// <summary>What SQLite can tell of the state of a database: of all of it, or of the little that is read in some milliseconds.</summary>
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

    /// <summary>
    /// Reads the first page of every table and index, with the way to its first row and of most to its last: what is cut off, overwritten
    /// or zeroed is seen thereby, as a rule. Of a page between, nothing is known afterwards.
    /// </summary>
    /// <exception cref="SqliteException">Something of that cannot be read.</exception>
    public static void Probe(SqliteConnection connection)
    {
        foreach (var query in Probes(connection))
        {
            using var probe = new Statement(connection, query);
            using var rows = probe.Query();
            rows.Read();
        }
    }

    private static List<string> Probes(SqliteConnection connection)
    {
        // An index is read where the answer is wanted in its order, and one of some rows only where these alone are asked for.
        using var list = new Statement(
            connection,
            """
            SELECT format('SELECT * FROM "%w" LIMIT 1', name) FROM pragma_table_list
            WHERE schema = 'main' AND type IN ('table', 'shadow')
            UNION ALL
            SELECT format('SELECT * FROM "%w" ORDER BY rowid DESC LIMIT 1', name) FROM pragma_table_list
            WHERE schema = 'main' AND type IN ('table', 'shadow') AND wr = 0
            UNION ALL
            SELECT format('SELECT 1 FROM "%w" INDEXED BY "%w"%s ORDER BY "%w" LIMIT 1', entry.tbl_name, entry.name,
                coalesce(substr(entry.sql, nullif(instr(entry.sql, ' WHERE '), 0)), ''), part.name)
            FROM sqlite_schema AS entry JOIN pragma_index_info(entry.name) AS part
            WHERE entry.type = 'index' AND part.seqno = 0
            """);
        using var rows = list.Query();
        var queries = new List<string>();
        while (rows.Read())
        {
            queries.Add(rows.GetString(0));
        }

        return queries;
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

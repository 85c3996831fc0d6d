using Microsoft.Data.Sqlite;

namespace Sheaf.Benchmarks.Store;

/// <summary>
/// The floor: rows that are there already go into the store's own tables, by one prepared command a table, in one transaction a batch, on a
/// connection that keeps the store's promises.
/// </summary>
internal sealed class BareInserts : IDisposable
{
    /// <summary>Those that saving fills, each after what it refers to.</summary>
    private static readonly string[] Tables = ["record", "eprint", "author", "category", "version"];

    private readonly SqliteConnection _connection;

    public BareInserts(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using var promises = _connection.CreateCommand();
        promises.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";
        promises.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Everything that saving has put into a store.</summary>
    public static IReadOnlyList<TableRows> RowsOf(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. Tables.Select(table => RowsOf(connection, table, ""))];
    }

    /// <summary>What of it belongs to the papers from one identifier to another.</summary>
    public static IReadOnlyList<TableRows> RowsBetween(SqliteConnection connection, string first, string last) =>
        [.. Tables.Select(table => RowsOf(connection, table, $"WHERE identifier BETWEEN '{first}' AND '{last}'"))];

    public void Run(IReadOnlyList<TableRows> batch)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var table in batch)
        {
            Insert(table);
        }

        transaction.Commit();
    }

    private static TableRows RowsOf(SqliteConnection connection, string table, string condition)
    {
        using var select = connection.CreateCommand();
#pragma warning disable CA2100 // A name from the list above, and identifiers of papers that we invented.
        select.CommandText = $"SELECT * FROM {table} {condition}";
#pragma warning restore CA2100
        using var reader = select.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[columns.Count];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new TableRows(table, columns, rows);
    }

    private void Insert(TableRows table)
    {
        using var insert = _connection.CreateCommand();
#pragma warning disable CA2100 // Names from the store's own schema.
        insert.CommandText =
            $"INSERT INTO {table.Table} ({string.Join(", ", table.Columns)}) VALUES "
            + $"({string.Join(", ", table.Columns.Select(column => $"${column}"))})";
#pragma warning restore CA2100
        foreach (var column in table.Columns)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" });
        }

        insert.Prepare();
        foreach (var row in table.Rows)
        {
            for (var at = 0; at < row.Length; at++)
            {
                insert.Parameters[at].Value = row[at];
            }

            insert.ExecuteNonQuery();
        }
    }
}

using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Store;

namespace Sheaf.Benchmarks;

/// <summary>
/// Storing ten batches of 1,000 records, merged, into an empty store, against the rows that come of it put into the same tables by one
/// prepared command a table, a transaction a batch. The goal is 0.6 of its speed.
/// </summary>
public class Upserts
{
    private const int Batches = 10;
    private const int BatchSize = 1000;

    private static readonly string[] Tables = ["record", "eprint", "version", "author", "category"];

    private static readonly DateTimeOffset Fetched = new(2024, 5, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-upserts-").FullName;
    private IReadOnlyList<EprintRecord> _records = [];
    private Dictionary<string, List<object[]>> _rows = [];
    private string _file = "";
    private int _stores;

    [GlobalSetup]
    public void Prepare()
    {
        _records = InventedRecords.Pages(Batches * BatchSize);
        MakeStore();
        Sheaf();
        using var connection = Open();
        _rows = Tables.ToDictionary(table => table, table => RowsOf(connection, table));
    }

    [GlobalCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [IterationSetup]
    public void MakeStore()
    {
        SqliteConnection.ClearAllPools();
        _file = Path.Combine(_folder, $"{_stores++}.db");
        using var store = new Database(_file);
        store.EnsureCreated();
    }

    [Benchmark(Baseline = true)]
    public void PreparedCommands()
    {
        using var connection = Open();
        for (var batch = 0; batch < Batches; batch++)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var table in Tables)
            {
                var rows = _rows[table];
                var share = rows.Count / Batches;
                Insert(connection, table, rows.Skip(batch * share).Take(share));
            }

            transaction.Commit();
        }
    }

    [Benchmark]
    public void Sheaf()
    {
        using var store = new Database(_file);
        var eprints = new EprintStore(store);
        foreach (var batch in _records.Chunk(BatchSize))
        {
            eprints.Save(batch, Fetched);
        }
    }

    private static void Insert(SqliteConnection connection, string table, IEnumerable<object[]> rows)
    {
        using var command = connection.CreateCommand();
        foreach (var row in rows)
        {
            if (command.Parameters.Count == 0)
            {
                Prepare(command, table, row.Length);
            }

            for (var column = 0; column < row.Length; column++)
            {
                command.Parameters[column].Value = row[column];
            }

            command.ExecuteNonQuery();
        }
    }

    private static void Prepare(SqliteCommand command, string table, int columns)
    {
#pragma warning disable CA2100 // The names are constants of this class.
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(column => $"$c{column}"))})";
#pragma warning restore CA2100
        for (var column = 0; column < columns; column++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$c{column}" });
        }

        command.Prepare();
    }

    private static List<object[]> RowsOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are constants of this class.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_file}");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";
        pragmas.ExecuteNonQuery();
        return connection;
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Checking;
using Sheaf.Searching;
using Sheaf.Store;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Lists;
using Sheaf.Store.Runs;
using Sheaf.Store.Search;

namespace Sheaf.Tests.Store;

/// <summary>A real store in a folder of its own, deleted with it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-store-");

    public TemporaryStore()
    {
        Database = new Database(File);
        Database.EnsureCreated();
    }

    public string File => Path.Combine(_folder.FullName, "sheaf.db");

    public Database Database { get; }

    public EprintStore Eprints => new(Database);

    public LookupLedger Ledger => new(Database);

    public CuratedStore Curated => new(Database);

    public RunStore Runs => new(Database);

    public TitleStore Titles => new(Database);

    public StoredTitles StoredTitles => new(Eprints, new ArchiveSearch(Eprints, new SearchIndex(Database)));

    /// <summary>As any SQLite tool would ask: one text for each row, its columns separated by <c>|</c>.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        using var connection = Connect();
        return Ask(connection, sql);
    }

    public static IReadOnlyList<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var answer = new List<string>();
        while (rows.Read())
        {
            answer.Add(
                string.Join(
                    '|',
                    Enumerable.Range(0, rows.FieldCount)
                        .Select(column => Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return answer;
    }

    /// <summary>Everything in every table.</summary>
    public IReadOnlyList<string> Dump()
    {
        using var connection = Connect();
        return
        [
            .. Ask(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                .SelectMany(table => Ask(connection, $"SELECT '{table}', * FROM \"{table}\"").Order(StringComparer.Ordinal)),
        ];
    }

    /// <summary>A connection of another program, so to speak: not pooled, without the store's pragmas.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
    }
}

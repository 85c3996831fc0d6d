using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Sheaf.TestKit;

/// <summary>A store as text, to be compared.</summary>
internal static class StoreDump
{
    /// <param name="file">The store.</param>
    /// <param name="without">Columns left out.</param>
    public static string Of(string file, params string[] without)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        var dump = new StringBuilder();
        foreach (var table in Column(
            connection,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'run%' AND name NOT LIKE 'sqlite%' ORDER BY name"))
        {
            var columns = Column(connection, $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Except(without).ToList();
            dump.AppendLine(CultureInfo.InvariantCulture, $"== {table}");
            Column(
                connection,
                $"SELECT {string.Join(" || '|' || ", columns.Select(column => $"coalesce(quote({column}), '-')"))} AS line FROM {table} "
                + "ORDER BY line")
                .ForEach(line => dump.AppendLine(line));
        }

        return dump.ToString();
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the schema itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read())
        {
            values.Add(rows.GetString(0));
        }

        return values;
    }
}

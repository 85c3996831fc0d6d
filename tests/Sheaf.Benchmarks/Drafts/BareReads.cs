using Microsoft.Data.Sqlite;

namespace Sheaf.Benchmarks.Drafts;

/// <summary>The floor: the rows of papers, out of the store's own tables into memory, by one prepared command a table.</summary>
internal sealed class BareReads : IDisposable
{
    private static readonly string[] Tables = ["eprint", "author", "category", "version"];

    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands;

    public BareReads(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        _commands = [.. Tables.Select(Prepared)];
    }

    public void Dispose()
    {
        _commands.ForEach(command => command.Dispose());
        _connection.Dispose();
    }

    /// <returns>How many values there were.</returns>
    public int Run(IReadOnlyList<string> identifiers)
    {
        var count = 0;
        using var transaction = _connection.BeginTransaction(deferred: true);
        foreach (var command in _commands)
        {
            command.Transaction = transaction;
            foreach (var identifier in identifiers)
            {
                command.Parameters[0].Value = identifier;
                count += Read(command);
            }
        }

        return count;
    }

    private static int Read(SqliteCommand command)
    {
        var count = 0;
        using var rows = command.ExecuteReader();
        var values = new object[rows.FieldCount];
        while (rows.Read())
        {
            count += rows.GetValues(values);
        }

        return count;
    }

    private SqliteCommand Prepared(string table)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A name from the list above.
        command.CommandText = $"SELECT * FROM {table} WHERE identifier = $identifier";
#pragma warning restore CA2100
        command.Parameters.Add(new SqliteParameter { ParameterName = "$identifier", SqliteType = SqliteType.Text });
        command.Prepare();
        return command;
    }
}

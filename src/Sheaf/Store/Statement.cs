using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store;

/// <summary>One SQL statement, compiled once and run for as many rows as its unit of work has.</summary>
/// <remarks>Values are given in the order in which the statement's <c>$parameters</c> first stand in its text.</remarks>
internal sealed partial class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text given here is a constant of this folder or a script built into the program; values are parameters.
        _command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }
    }

    public void Dispose() => _command.Dispose();

    /// <summary>How many rows were written.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The answer's rows; to be read to the end or disposed of before the statement is run again.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return _command.ExecuteReader();
    }

    /// <summary>The first value of the answer; null if there is none.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    private void Give(ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count)
        {
            throw new ArgumentException($"{values.Length} values for the {_command.Parameters.Count} parameters of: {_command.CommandText}", nameof(values));
        }

        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] switch
            {
                null => DBNull.Value,
                DateTimeOffset moment => StoredTime.Write(moment),
                ArxivIdentifier identifier => identifier.ToString(),
                Month month => month.ToString(),
                var plain => plain,
            };
        }
    }

    [GeneratedRegex(@"\$[a-z_0-9]+")]
    private static partial Regex Parameter();
}

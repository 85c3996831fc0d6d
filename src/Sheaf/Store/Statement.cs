using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Store;

/// <summary>One SQL statement, compiled once and run for as many rows as its unit of work has.</summary>
/// <remarks>Values are given with the names of the statement's <c>$parameters</c>, all of them, in any order.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly string[] _names;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        // Every text given here is a constant of this folder, a script built into the program, or made of the store's own names of tables
        // and indexes; values are parameters.
#pragma warning disable CA2100
        _command.CommandText = sql;
#pragma warning restore CA2100
        _names = NamesIn(sql);
        foreach (var name in _names)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = '$' + name });
        }
    }

    public void Dispose() => _command.Dispose();

    /// <summary>How many rows were written.</summary>
    public int Run(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Give(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The answer's rows; to be read to the end or disposed of before the statement is run again.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Give(values);
        return _command.ExecuteReader();
    }

    /// <summary>The first value of the answer; null if there is none.</summary>
    public object? Value(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Give(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <exception cref="ArgumentException">A parameter has no value or two, or a value no parameter.</exception>
    private void Give(ReadOnlySpan<(string Name, object? Value)> values)
    {
        // A bit for each parameter that has its value; no statement has anywhere near 64 of them.
        var given = 0UL;
        for (var index = 0; index < values.Length; index++)
        {
            var (name, value) = values[index];

            // Most are given in the order of the text, where they need not be looked for.
            var at = index < _names.Length && _names[index] == name ? index : Array.IndexOf(_names, name);
            if (at < 0)
            {
                throw new ArgumentException($"There is no ${name} in: {_command.CommandText}", nameof(values));
            }

            given |= 1UL << at;
            _command.Parameters[at].Value = value switch
            {
                null => DBNull.Value,
                DateTimeOffset moment => UtcText.From(moment),
                ArxivIdentifier identifier => identifier.ToString(),
                Month month => month.ToString(),
                _ => value,
            };
        }

        if (values.Length != _names.Length || given != (1UL << _names.Length) - 1)
        {
            throw new ArgumentException(
                $"{values.Length} values for the {_names.Length} parameters of: {_command.CommandText}", nameof(values));
        }
    }

    /// <summary>The parameters of a text, each once, in its order.</summary>
    private static string[] NamesIn(string sql)
    {
        var names = new List<string>();
        for (var dollar = sql.IndexOf('$', StringComparison.Ordinal); dollar >= 0; dollar = sql.IndexOf('$', dollar + 1))
        {
            var end = dollar + 1;
            while (end < sql.Length && (char.IsAsciiLetterLower(sql[end]) || char.IsAsciiDigit(sql[end]) || sql[end] == '_'))
            {
                end++;
            }

            var name = sql[(dollar + 1)..end];
            if (name.Length > 0 && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }
}

using Microsoft.Data.Sqlite;
using Sheaf.Store;

namespace Sheaf.Tests.Store;

public sealed class StatementParameters : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Statement _statement;

    public StatementParameters()
    {
        _connection.Open();
        _statement = new Statement(_connection, "SELECT $first || '-' || $second || '-' || $first");
    }

    public void Dispose()
    {
        _statement.Dispose();
        _connection.Dispose();
    }

    [Fact]
    public void The_name_says_which_parameter_a_value_is_for()
    {
        Assert.Equal("a-b-a", _statement.Value(("first", "a"), ("second", "b")));
        Assert.Equal("c-d-c", _statement.Value(("second", "d"), ("first", "c")));
    }

    [Fact]
    public void A_value_without_a_parameter_is_refused() =>
        Assert.Throws<ArgumentException>(() => _statement.Value(("first", "a"), ("third", "c")));

    [Fact]
    public void A_parameter_without_a_value_is_refused_also_when_it_had_one_before()
    {
        _ = _statement.Value(("first", "a"), ("second", "b"));

        Assert.Throws<ArgumentException>(() => _statement.Value(("first", "c")));
        Assert.Throws<ArgumentException>(() => _statement.Value(("first", "c"), ("first", "d")));
    }
}

using Microsoft.Data.Sqlite;

namespace Sheaf.Store.Runs;

/// <summary>How far something that spans runs has come, by a name of its own.</summary>
internal sealed class Bookmarks(Database database)
{
    /// <summary>Null where it was never set.</summary>
    public string? Get(string name) =>
        database.Read(connection =>
        {
            using var get = new Statement(connection, "SELECT value FROM bookmark WHERE name = $name");
            return (string?)get.Value(("name", name));
        });

    public void Set(string name, string value) =>
        database.Write(connection => Set(connection, name, value));

    /// <summary>As <see cref="Set(string, string)"/>, in a unit of work with what the bookmark speaks of.</summary>
    internal static void Set(SqliteConnection connection, string name, string value)
    {
        using var set = new Statement(
            connection,
            """
            INSERT INTO bookmark (name, value) VALUES ($name, $value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """);
        set.Run(("name", name), ("value", value));
    }
}

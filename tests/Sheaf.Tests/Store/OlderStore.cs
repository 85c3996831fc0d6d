using Microsoft.Data.Sqlite;
using Sheaf.Store;

namespace Sheaf.Tests.Store;

/// <summary>A store as the first Sheaf made it.</summary>
internal static class OlderStore
{
    /// <summary>Makes one, and leaves it open to be filled and asked.</summary>
    public static SqliteConnection Create(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        TemporaryStore.Ask(connection, "PRAGMA journal_mode = WAL");
        TemporaryStore.Ask(connection, Script("0001_store.sql"));
        TemporaryStore.Ask(connection, "PRAGMA user_version = 1");
        return connection;
    }

    private static string Script(string name)
    {
        var assembly = typeof(Database).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

using Sheaf.Store;

namespace Sheaf.Benchmarks.Store;

/// <summary>An empty store in a folder of its own, deleted with it.</summary>
internal sealed class NewStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-benchmark-");

    public NewStore()
    {
        Database = new Database(File);
        Database.EnsureCreated();
    }

    public string File => Path.Combine(_folder.FullName, "sheaf.db");

    public Database Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
    }
}

using Sheaf.Files;

namespace Sheaf.Store.Runs;

/// <summary>
/// Which runs are under way: each holds a file beside the store, locked for as long as its process lives. The number of a process says nothing: in
/// a container it is the same at every start, and elsewhere numbers are used again.
/// </summary>
internal sealed class RunLocks(string store)
{
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, ".runs");

    /// <summary>Shows that a run is under way, until it is disposed of or the process ends.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public FileStream Take()
    {
        Directory.CreateDirectory(_folder);
        while (true)
        {
            var name = Path.Combine(_folder, $"{Path.GetRandomFileName()}.lock");
            if (FileLock.TryTake(name, FileMode.CreateNew, FileOptions.DeleteOnClose) is { } taken)
            {
                return taken;
            }
        }
    }

    /// <summary>Whether any process holds one. What dead ones have left is taken away.</summary>
    public bool AnyHeld()
    {
        var held = false;
        foreach (var file in Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.lock") : [])
        {
            try
            {
                using var free = FileLock.TryTake(file, FileMode.Open, FileOptions.DeleteOnClose);
                held |= free is null;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It has just ended; or it is of a run of another user, which may be under way.
                held |= failure is not FileNotFoundException;
            }
        }

        return held;
    }
}

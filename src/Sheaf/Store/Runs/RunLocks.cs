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
            if (TryOpen(Path.Combine(_folder, $"{Path.GetRandomFileName()}.lock"), FileMode.CreateNew) is { } taken)
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
                using var free = TryOpen(file, FileMode.Open);
                held |= free is null;
            }
            catch (Exception failure) when (failure is FileNotFoundException or UnauthorizedAccessException)
            {
                // It has just ended; or it is another user's, who may be running.
                held |= failure is UnauthorizedAccessException;
            }
        }

        return held;
    }

    /// <returns>Null while another has it.</returns>
    private static FileStream? TryOpen(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
    }
}

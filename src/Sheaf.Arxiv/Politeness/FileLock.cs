namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// A file held by one process alone. The operating system takes it back when the process ends, however it ends. On Unix the lock is one that only
/// those heed who ask for it, which all processes of this program do.
/// </summary>
internal static class FileLock
{
    /// <summary>Null while another has it.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static FileStream? TryTake(string path, FileMode mode = FileMode.OpenOrCreate, FileOptions options = FileOptions.None)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK elsewhere, which is 11 on Linux and 35 on macOS.
    private static bool IsHeld(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;
}

namespace Sheaf.Files;

/// <summary>A file held by one process alone. The operating system takes it back when the process ends, however it ends.</summary>
internal static class FileLock
{
    /// <summary>Null while another program has it.</summary>
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

    /// <summary>
    /// Whether another program has the file for itself: <c>EWOULDBLOCK</c>, which is 11 on Linux and 35 on macOS, and Windows' violations
    /// of sharing and of a lock.
    /// </summary>
    public static bool IsHeld(IOException failure) =>
        failure.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}

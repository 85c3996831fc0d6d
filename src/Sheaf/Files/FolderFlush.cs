using System.Runtime.InteropServices;
using System.Text;

namespace Sheaf.Files;

/// <summary>Flushes a folder's entries to the disk, for which .NET has no call of its own: it opens files only.</summary>
internal static class FolderFlush
{
    private const int ToRead = 0;

    /// <summary>Best effort: not every file system can, and a rename that is not on the disk yet is still whole.</summary>
    public static void Flush(string folder)
    {
        var handle = Open(Encoding.UTF8.GetBytes($"{folder}\0"), ToRead);
        if (handle >= 0)
        {
            _ = Synchronize(handle);
            _ = Close(handle);
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open(byte[] path, int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Synchronize(int handle);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}

using System.Runtime.InteropServices;
using System.Text;

namespace Sheaf.Files;

/// <summary>Files that a person reads and edits: replaced whole or not at all, whenever the program or the machine stops.</summary>
internal static class WholeFile
{
    /// <summary>
    /// A file that a killed program left half written is taken away after this time; a younger one may be another program's work of this
    /// moment.
    /// </summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private static readonly EnumerationOptions Hidden = new() { AttributesToSkip = FileAttributes.None, MatchType = MatchType.Simple };

    /// <summary>
    /// Writes beside the file, flushes to the disk, renames over it and flushes the folder. Folders are made; a link is followed, and what
    /// it leads to is replaced; owner, group and permissions of a file that exists stay. For files that only Sheaf writes: what an editor
    /// writes, too, is replaced by <see cref="Files.Replacement"/>.
    /// </summary>
    /// <exception cref="IOException">Nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing has changed.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var target = TargetOf(path);
        var beside = Prepare(target, bytes);
        try
        {
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }

        FlushFolderOf(target);
    }

    /// <summary>As <see cref="Replace"/>, but never over a file that is there.</summary>
    /// <exception cref="IOException">There is one, or it cannot be written: nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing has changed.</exception>
    public static void Create(string path, ReadOnlySpan<byte> bytes)
    {
        var target = Path.GetFullPath(path);
        var beside = Prepare(target, bytes);
        try
        {
            File.Move(beside, target, overwrite: false);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }

        FlushFolderOf(target);
    }

    /// <summary>Writes what is to replace a file beside it, with that file's owner, group and permissions. Folders are made.</summary>
    /// <param name="target">The file, which is no link.</param>
    /// <param name="bytes">What it is to hold.</param>
    /// <returns>Where it was written.</returns>
    internal static string Prepare(string target, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        TakeAwayAbandoned(target);
        var beside = Beside(target);
        try
        {
            WriteThrough(beside, bytes);
            KeepOwnerAndPermissions(target, beside);
            return beside;
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>What root makes anew belongs to who has the folder, who could not change it otherwise.</summary>
    internal static void GiveToFolder(string path)
    {
        if (LinuxFiles.IsRoot)
        {
            LinuxFiles.KeepOwner(FolderOf(path), path);
        }
    }

    /// <summary>A name in the same folder, hidden and used by nobody, for a file that is to get this path when it is whole.</summary>
    public static string Beside(string path) => Path.Combine(FolderOf(path), $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");

    /// <summary>
    /// A rename is on the disk only when the folder is. Where folders cannot be flushed (Windows, some network disks) the system does it in
    /// its own time.
    /// </summary>
    public static void FlushFolderOf(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            FolderFlush.Flush(FolderOf(path));
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>What programs that were killed while they wrote this file have left of it.</summary>
    public static void TakeAwayAbandoned(string path)
    {
        foreach (var left in new DirectoryInfo(FolderOf(path)).EnumerateFiles($".{Path.GetFileName(path)}.????????.???.tmp*", Hidden))
        {
            if (TimeProvider.System.GetUtcNow() - left.LastWriteTimeUtc > Abandoned)
            {
                left.Delete();
            }
        }
    }

    /// <summary>Writes a file and flushes it to the disk. If interrupted, part of it may be there.</summary>
    private static void WriteThrough(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>The file itself, where the path is a link to it.</summary>
    internal static string TargetOf(string path) =>
        new FileInfo(path).LinkTarget is null ? Path.GetFullPath(path) : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static void KeepOwnerAndPermissions(string from, string to)
    {
        if (!File.Exists(from))
        {
            GiveToFolder(to);
        }
        else if (!OperatingSystem.IsWindows())
        {
            LinuxFiles.KeepOwner(from, to);
            // After the owner: giving a file away takes the bits from it that run it as its owner.
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }
}

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

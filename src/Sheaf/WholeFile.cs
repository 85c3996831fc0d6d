namespace Sheaf;

/// <summary>Files that a person reads and edits: replaced whole or not at all, whenever the program or the machine stops.</summary>
public static class WholeFile
{
    /// <summary>A file that a killed program left half written is taken away after this time; a younger one may be another program's work of this moment.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private static readonly EnumerationOptions Hidden = new() { AttributesToSkip = FileAttributes.None, MatchType = MatchType.Simple };

    /// <summary>
    /// Writes beside the file, flushes to the disk, renames over it and flushes the folder. Folders are made; a link is followed, and what it
    /// leads to is replaced; the permissions of a file that exists stay.
    /// </summary>
    /// <exception cref="IOException">Nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing has changed.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes) => TryReplace(path, bytes, () => true);

    /// <summary>As <see cref="Replace"/>, if the file may still be replaced when the new one lies beside it, ready to be renamed.</summary>
    /// <returns>False where it may not: then nothing has changed.</returns>
    public static bool TryReplace(string path, ReadOnlySpan<byte> bytes, Func<bool> mayBeReplaced)
    {
        var target = TargetOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        TakeAwayAbandoned(target);
        var beside = Beside(target);
        try
        {
            WriteThrough(beside, bytes);
            KeepPermissions(target, beside);
            if (!mayBeReplaced())
            {
                File.Delete(beside);
                return false;
            }

            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }

        FlushFolderOf(target);
        return true;
    }

    /// <summary>A name in the same folder, hidden and used by nobody, for a file that is to get this path when it is whole.</summary>
    public static string Beside(string path) => Path.Combine(FolderOf(path), $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");

    /// <summary>A rename is on the disk only when the folder is. Where folders cannot be flushed (Windows, some network disks) the system does it in its own time.</summary>
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

    private static string TargetOf(string path) =>
        new FileInfo(path).LinkTarget is null ? Path.GetFullPath(path) : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static void KeepPermissions(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(from))
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }
}

namespace Sheaf;

/// <summary>Files that a person reads and edits: replaced whole or not at all, whenever the program or the machine stops.</summary>
public static class WholeFile
{
    /// <summary>
    /// Writes beside the file, flushes to the disk, then renames over it. Folders are made; a link is followed, and what it leads to is
    /// replaced; the permissions of a file that exists stay.
    /// </summary>
    /// <exception cref="IOException">Nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing has changed.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var target = TargetOf(path);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            WriteThrough(beside, bytes);
            KeepPermissions(target, beside);
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
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

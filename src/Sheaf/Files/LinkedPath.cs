namespace Sheaf.Files;

/// <summary>Where a path leads when every link in it is followed.</summary>
internal static class LinkedPath
{
    private const int MostLinks = 40;

    /// <summary>The whole path without links; what is not there yet stays as it is written.</summary>
    public static string Resolve(string path)
    {
        var whole = Path.GetFullPath(path);
        for (var links = 0; links < MostLinks; links++)
        {
            if (FirstLink(whole) is not { } link)
            {
                return whole;
            }

            var target = new FileInfo(link).LinkTarget!;
            whole = Path.GetFullPath(
                whole.Length > link.Length ? Path.Combine(target, whole[(link.Length + 1)..]) : target, Path.GetDirectoryName(link)!);
        }

        return whole;
    }

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative
            && relative != ".."
            && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);

    private static string? FirstLink(string path)
    {
        for (var end = path.IndexOf(Path.DirectorySeparatorChar, 1); ; end = path.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            var part = end < 0 ? path : path[..end];
            if (new FileInfo(part).LinkTarget is not null)
            {
                return part;
            }

            if (end < 0)
            {
                return null;
            }
        }
    }
}

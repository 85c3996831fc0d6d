namespace Sheaf.Files;

/// <summary>Files from outside, read no further than sense goes: a link may lead to a device that never ends.</summary>
internal static class BoundedFile
{
    /// <summary>All bytes of a file; null where it has more than <paramref name="most"/>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static byte[]? Read(string path, int most)
    {
        using var file = File.OpenRead(path);
        if (file.Length > most)
        {
            return null;
        }

        using var content = new MemoryStream((int)file.Length);
        var buffer = new byte[1 << 16];
        while (content.Length <= most && file.Read(buffer) is > 0 and var count)
        {
            content.Write(buffer, 0, count);
        }

        return content.Length > most ? null : content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }
}

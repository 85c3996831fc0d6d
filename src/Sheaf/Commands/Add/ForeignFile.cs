namespace Sheaf.Commands;

/// <summary>A file that a person hands over, or standard input.</summary>
internal static class ForeignFile
{
    /// <summary>More is not read. 50 MB, and one byte that shows that there is more.</summary>
    private const int Most = (50 << 20) + 1;

    /// <summary>The bytes, or as many of them as show that they are too many.</summary>
    /// <exception cref="BadInputException">There is no such file.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(path))
        {
            throw new BadInputException(Directory.Exists(path) ? $"{path} is a folder; --from takes a file." : $"There is no file {path}.", path);
        }

        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        int count;
        while (content.Length < Most && (count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}

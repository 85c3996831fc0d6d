namespace Sheaf.TestKit.Fuzzing;

/// <summary>Real answers and lists out of the reference data, as further inputs to damage.</summary>
internal static class ReferenceSeeds
{
    /// <summary>Of longer files the parsers that take parts are given parts; the others would only be slow.</summary>
    private const int LongestWhole = 48 * 1024;

    /// <param name="target">Whose inputs.</param>
    /// <param name="folder">The reference data.</param>
    public static IReadOnlyList<byte[]> Of(FuzzTarget target, string folder) =>
    [
        .. target.Files.SelectMany(place => Files(Path.Combine(folder, place.Folder), place.Ending, deep: place.Folder.Length > 0))
            .Where(file => target.TakesParts || new FileInfo(file).Length <= LongestWhole)
            .Select(File.ReadAllBytes),
    ];

    private static IEnumerable<string> Files(string folder, string ending, bool deep) =>
        Directory.EnumerateFiles(folder, "*" + ending, deep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Order(StringComparer.Ordinal);
}

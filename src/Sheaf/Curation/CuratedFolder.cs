using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation;

/// <summary>The folder of curated lists of a workspace: <c>*.md</c> and <c>*.txt</c>, not below it, hidden files left out.</summary>
/// <param name="folder">Need not exist.</param>
public sealed partial class CuratedFolder(string folder)
{
    /// <summary>A larger file is no list. 128 MB.</summary>
    private const int LargestList = 128 << 20;

    /// <summary>
    /// The order of lists, in which the first to say something of a paper is believed: <c>2024-04.md</c> before anything that others may have put
    /// beside it, such as <c>2024-04 (conflicted copy).md</c>; then by name.
    /// </summary>
    public static IComparer<string> Precedence { get; } = Comparer<string>.Create((one, other) =>
        IsMonths(one) != IsMonths(other) ? IsMonths(one) ? -1 : 1 : string.CompareOrdinal(one, other));

    /// <summary>All lists, in the order of <see cref="Precedence"/>; none where there is no folder.</summary>
    /// <exception cref="CurationException">A list is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">A list cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A list must not be read.</exception>
    public IReadOnlyList<CuratedList> Read() =>
        [.. Paths().Select(Read)];

    /// <summary>All lists that can be read, and those that cannot: the service goes on with the others.</summary>
    public (IReadOnlyList<CuratedList> Lists, IReadOnlyList<UnreadList> Unread) ReadEach()
    {
        var (lists, unread) = (new List<CuratedList>(), new List<UnreadList>());
        foreach (var path in Paths())
        {
            try
            {
                lists.Add(Read(path));
            }
            catch (Exception failure) when (failure is CurationException or IOException or UnauthorizedAccessException)
            {
                unread.Add(new UnreadList(Path.GetFileName(path), failure));
            }
        }

        return (lists, unread);
    }

    /// <summary>The months that have a list named after them, earliest first. The lists are not read.</summary>
    public IReadOnlyList<Month> Months() =>
        [.. Paths().Select(path => CuratedList.MonthOf(Path.GetFileName(path))).OfType<Month>().Distinct().Order()];

    private IEnumerable<string> Paths() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(IsList).Order(Precedence) : Array.Empty<string>();

    private static bool IsList(string path) =>
        Path.GetExtension(path.AsSpan()) is var kind
        && (kind.Equals(".md", StringComparison.OrdinalIgnoreCase) || kind.Equals(".txt", StringComparison.OrdinalIgnoreCase))
        // An editor's lock and swap files begin with a point.
        && !Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static bool IsMonths(string path) =>
        Path.GetFileName(path) is { Length: 10 } name && name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && CuratedList.MonthOf(name) is not null;

    private static CuratedList Read(string path)
    {
        var file = EditedText.Read(path, LargestList);
        return CuratedList.Parse(Path.GetFileName(path), file.Text) with { Bytes = file.Bytes };
    }
}

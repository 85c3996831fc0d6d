using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;

namespace Sheaf.Drafts;

/// <summary>What a past month's issue covered, as its files tell.</summary>
internal static class PastIssue
{
    /// <summary>A larger file is no list. 16 MB.</summary>
    private const int Largest = 16 << 20;

    /// <summary>
    /// The papers of the month's issue, or null where it has none yet. That issue is what lies in <c>published/</c> under a name that begins with
    /// the month; without such a file, the draft, together with what its editor deleted from it. Papers of any published issue count as covered.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static IReadOnlySet<ArxivIdentifier>? Covered(Workspace workspace, Month month)
    {
        var published = Files(workspace.Published, "*");
        var isPublished = published.Any(file => Path.GetFileName(file).StartsWith(month.ToString(), StringComparison.Ordinal));
        IReadOnlyList<string> draft = isPublished ? [] : [.. Files(workspace.Drafts, $"{month}.md"), .. Files(Path.Combine(workspace.Drafts, ".sheaf"), $"{month}.base.md")];
        return isPublished || draft.Count > 0 ? published.Concat(draft).SelectMany(Mentioned).ToHashSet() : null;
    }

    private static IReadOnlyList<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];

    private static IEnumerable<ArxivIdentifier> Mentioned(string file) => BoundedFile.Read(file, Largest) is { } content
        ? IdentifierFinder.Find(Encoding.UTF8.GetString(content)).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>()
        : [];
}

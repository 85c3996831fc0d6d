using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;

namespace Sheaf.Drafts;

/// <summary>What a past month's issue covered, as its files tell.</summary>
internal static class PastIssue
{
    /// <summary>
    /// The papers of the month's issue, or null where it has none yet or where what it covered cannot be told. That issue is what lies in
    /// <c>published/</c> under a name that begins with the month; without such a file, the draft, together with what its editor deleted
    /// from it. Papers of any published issue count as covered.
    /// </summary>
    /// <exception cref="IOException">A draft cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A draft must not be read.</exception>
    public static IReadOnlySet<ArxivIdentifier>? Covered(Workspace workspace, PublishedIssues published, Month month)
    {
        var own = published.Issues.Where(issue => issue.Month == month).Select(issue => StemOf(issue.Path))
            .ToHashSet(StringComparer.Ordinal);
        var unread = published.Unread.Where(issue => issue.Month == month).ToList();
        var known = published.Issues.SelectMany(issue => issue.Papers);
        return unread.Exists(issue => !own.Contains(StemOf(issue.Path))) ? null
            : own.Count > 0 ? known.ToHashSet()
            : Drafted(workspace, month) is { } drafted ? known.Concat(drafted).ToHashSet()
            : null;
    }

    /// <summary><c>2024-04</c> of <c>2024-04.pdf</c>: files that differ in their endings are one issue in several forms.</summary>
    private static string StemOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static IEnumerable<ArxivIdentifier>? Drafted(Workspace workspace, Month month)
    {
        string[] files = [workspace.DraftFile(month), Path.Combine(workspace.Drafts, ".sheaf", $"{month}.base.md")];
        var texts = files.Where(File.Exists)
            .Select(file => BoundedFile.Read(file, FileLimits.Draft) is { } content ? DraftText.Read(content)?.Text : null).ToList();
        return texts.Count == 0 || texts.Contains(null) ? null
            : texts.SelectMany(text => IdentifierFinder.Find(text!)).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>();
    }
}

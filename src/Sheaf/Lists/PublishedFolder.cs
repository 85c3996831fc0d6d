using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists.Import;

namespace Sheaf.Lists;

/// <summary>
/// Past issues as they were published, under any names and in any format that a foreign list may have. Drafts, checks and suggestions all
/// read them here, so that they agree on what an issue covered. Hidden files and folders are left out.
/// </summary>
/// <param name="folder">Need not exist.</param>
internal sealed class PublishedFolder(string folder)
{
    /// <summary>Other forms in which <c>2024-04.md</c> may have been published: it speaks for them.</summary>
    private static readonly string[] OtherForms = [".html", ".mail.html", ".mail.txt"];

    /// <summary>All issues, in ordinal order of their names, and the files in which none could be read.</summary>
    public PublishedIssues Read()
    {
        var issues = new List<PublishedIssue>();
        var unread = new List<UnreadIssue>();
        var paths = Paths().ToList();
        var whole = paths.Select(path => Path.GetFileName(path)).Where(name => MonthOf(name) is { } month && name == $"{month}.md")
            .Select(name => MonthOf(name)!.Value).ToHashSet();
        foreach (var path in paths.Where(path => !IsOtherForm(path, MonthOf(path), whole)))
        {
            try
            {
                Take(path, issues, unread);
            }
            catch (Exception failure) when (failure is CurationException or IOException or UnauthorizedAccessException)
            {
                unread.Add(new(path, MonthOf(path), failure.Message));
            }
        }

        return new(issues, unread);
    }

    private IEnumerable<string> Paths() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)
        : [];

    /// <summary>An issue without any paper is one that could not be read: a picture of a page, a mail that is only a link.</summary>
    private static void Take(string path, List<PublishedIssue> issues, List<UnreadIssue> unread)
    {
        if (BoundedFile.Read(path, FileLimits.ForeignList) is not { } content)
        {
            unread.Add(new(path, MonthOf(path), $"It is larger than {FileLimits.ForeignList >> 20} MB, the most an issue may have."));
            return;
        }

        var list = ListReader.ReadWhole(Path.GetFileName(path), content);
        if (list.Claims.Any(claim => claim.Reference.Reference is not null))
        {
            issues.Add(new(path, MonthOf(path), content, list));
        }
        else
        {
            unread.Add(new(path, MonthOf(path), "No paper on arXiv was found in it."));
        }
    }

    private static Month? MonthOf(string path) =>
        Path.GetFileName(path) is { Length: >= 7 } name && Month.TryParse(name[..7], out var month) ? month : null;

    private static bool IsOtherForm(string path, Month? month, HashSet<Month> whole) =>
        month is { } known && whole.Contains(known) && OtherForms.Contains(Path.GetFileName(path)[7..], StringComparer.OrdinalIgnoreCase);
}

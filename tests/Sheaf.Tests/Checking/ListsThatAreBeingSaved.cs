using Sheaf.Checking;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Tests.Editing;

namespace Sheaf.Tests.Checking;

public sealed class ListsThatAreBeingSaved
{
    private static readonly FilePace Quick = new(
        TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(50));

    [Fact]
    public void One_that_is_empty_and_held_papers_is_not_checked()
    {
        using var folder = new EditorsFolder();
        File.WriteAllText(folder.List, "");
        var lists = new CuratedFolder(folder.Workspace.Curated)
        {
            Pace = Quick,
            NamesWithContent = () => new HashSet<string> { Path.GetFileName(folder.List) },
        };
        var published = new PublishedFolder(folder.Workspace.Published).Read();

        var refused = Assert.Throws<IOException>(() => CheckedFiles.Read(folder.Workspace, lists, published));

        Assert.Contains("is empty and held text before", refused.Message, StringComparison.Ordinal);
    }
}

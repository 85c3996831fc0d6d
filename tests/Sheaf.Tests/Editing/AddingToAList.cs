using System.Text;
using Sheaf.Lists;

namespace Sheaf.Tests.Editing;

/// <summary>New lines at the end of a list.</summary>
public sealed class AddingToAList : IDisposable
{
    private readonly EditorsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_list_begins_with_a_heading()
    {
        var taken = _folder.Take(new LineWords(true, ["gears"], "one"), "2404.00001", "2404.00002");

        Assert.Equal("# April 2024\n\n- 2404.00001 ★ #gears — one\n- 2404.00002 ★ #gears — one\n", File.ReadAllText(_folder.List));
        Assert.Equal(
            [("2024-04.md", 3, false), ("2024-04.md", 4, false)], taken.Select(paper => (paper.List, paper.Line, paper.WasListed)));
    }

    [Theory]
    [InlineData("# Mine\n\n- 2404.00001\n", "- 2404.00002\n")]
    [InlineData("# Mine\n\n- 2404.00001", "\n- 2404.00002\n")]
    [InlineData("\ufeff# Mine\r\n\r\n- 2404.00001\r\n", "- 2404.00002\r\n")]
    [InlineData("\ufeff", "# April 2024\n\n- 2404.00002\n")]
    [InlineData("- 2404.00001 \t\r\n  odd\n", "- 2404.00002\r\n")]
    [InlineData("- 2404.00001\r", "- 2404.00002\r")]
    [InlineData("Some words\n", "\n- 2404.00002\n")]
    [InlineData("Some words", "\n\n- 2404.00002\n")]
    [InlineData("| 2404.00001 |\n", "\n- 2404.00002\n")]
    [InlineData("- 2404.00001\n\n\n", "- 2404.00002\n")]
    [InlineData("- 2404.00001\n```\n", "\n- 2404.00002\n")]
    public void What_was_there_stays_byte_for_byte(string before, string added)
    {
        File.WriteAllText(_folder.List, before);
        File.SetLastWriteTimeUtc(_folder.List, DateTime.UnixEpoch);

        _folder.Take("2404.00002");

        Assert.Equal(Encoding.UTF8.GetBytes(before + added), File.ReadAllBytes(_folder.List));
    }

    [Fact]
    public void A_paper_already_listed_is_told_with_its_line_and_not_written()
    {
        const string Before = "We read 2404.00003.\n\n- https://arxiv.org/abs/2404.00001v2\n";
        _folder.Write("curated/2024-04.md", Before);

        var taken = _folder.Take("2404.00001", "2404.00002", "2404.00002v1", "2404.00003");

        Assert.Equal(Before + "- 2404.00002\n- 2404.00003\n", File.ReadAllText(_folder.List));
        Assert.Equal([(3, true), (4, false), (4, true), (5, false)], taken.Select(paper => (paper.Line, paper.WasListed)));
    }

    [Fact]
    public void A_paper_on_another_list_is_not_written_again()
    {
        _folder.Write("curated/ideas.md", "- 2404.00001\n");

        Assert.Equal(("ideas.md", true), (_folder.Take("2404.00001")[0].List, _folder.Take("2404.00001")[0].WasListed));

        Assert.False(File.Exists(_folder.List));
    }

    [Fact]
    public void With_nothing_new_the_file_is_not_touched()
    {
        _folder.Write("curated/2024-04.md", "- 2404.00001");
        File.SetLastWriteTimeUtc(_folder.List, DateTime.UnixEpoch);

        _folder.Take("2404.00001");

        Assert.Equal(("- 2404.00001", DateTime.UnixEpoch), (File.ReadAllText(_folder.List), File.GetLastWriteTimeUtc(_folder.List)));
    }

    [Fact]
    public void Nothing_but_the_list_is_left_in_the_folder()
    {
        _folder.Take("2404.00001");
        _folder.Take("2404.00002");

        Assert.Equal([_folder.List], Directory.GetFileSystemEntries(_folder.Workspace.Curated));
    }

    [Fact]
    public void A_list_that_is_a_link_stays_one_and_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        var elsewhere = Path.Combine(Directory.CreateDirectory(_folder.PathOf("elsewhere")).FullName, "april.md");
        File.WriteAllText(elsewhere, "- 2404.00001\n");
        File.SetUnixFileMode(elsewhere, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(_folder.List, elsewhere);

        _folder.Take("2404.00002");

        Assert.Equal("- 2404.00001\n- 2404.00002\n", File.ReadAllText(elsewhere));
        Assert.Equal(elsewhere, new FileInfo(_folder.List).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(elsewhere));
    }
}

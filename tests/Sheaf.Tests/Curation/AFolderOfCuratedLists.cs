using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;

namespace Sheaf.Tests.Curation;

public sealed class AFolderOfCuratedLists : IDisposable
{
    private static readonly Month April = new(2024, 4);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-curated-");

    private CuratedFolder Folder => new(_folder.FullName);

    private string List => Path.Combine(_folder.FullName, "2024-04.md");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Lists_are_read_in_ordinal_order_and_nothing_else_is()
    {
        foreach (var name in new[] { "b.md", "B.txt", "2024-04.md", "a.MD", ".hidden.md", "notes.rst", "2024-04.md~" })
        {
            Write(name, "- 2404.00001\n");
        }

        _folder.CreateSubdirectory("below.md");

        Assert.Equal(["2024-04.md", "B.txt", "a.MD", "b.md"], Folder.Read().Select(list => list.Name));
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_no_lists() => Assert.Empty(new CuratedFolder(Path.Combine(_folder.FullName, "none")).Read());

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        File.WriteAllBytes(List, "abc"u8);

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Assert.Single(Folder.Read()).Sha256);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused_with_file_and_line()
    {
        File.WriteAllBytes(List, [.. "- 2404.00001\n- Erd"u8, 0xf6, .. "s\n"u8]);

        var refusal = Assert.Throws<CurationException>(() => Folder.Read());

        Assert.Equal((List, 2), (refusal.File, refusal.Line));
        Assert.StartsWith($"{List}:2: This line is not valid UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF_16_is_named_as_such()
    {
        File.WriteAllText(List, "- 2404.00001\n", Encoding.Unicode);

        Assert.Contains("UTF-16", Assert.Throws<CurationException>(() => Folder.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_list_begins_with_a_heading()
    {
        var appended = Folder.Append(April, ["- 2404.00001 — one", "- 2404.00002"]);

        Assert.Equal("# April 2024\n\n- 2404.00001 — one\n- 2404.00002\n", File.ReadAllText(List));
        Assert.Equal([3, 4], appended.Select(line => line.Line));
        Assert.All(appended, line => Assert.False(line.AlreadyListed));
    }

    [Theory]
    [InlineData("# Mine\n\n- 2404.00001\n", "- 2404.00002\n")]
    [InlineData("# Mine\n\n- 2404.00001", "\n- 2404.00002\n")]
    [InlineData("\ufeff# Mine\r\n\r\n- 2404.00001\r\n", "- 2404.00002\r\n")]
    [InlineData("- 2404.00001 \t\r\n  odd\n", "- 2404.00002\r\n")]
    [InlineData("Some words\n", "\n- 2404.00002\n")]
    [InlineData("Some words", "\n\n- 2404.00002\n")]
    [InlineData("| 2404.00001 |\n", "\n- 2404.00002\n")]
    [InlineData("- 2404.00001\n\n\n", "- 2404.00002\n")]
    public void What_was_there_stays_byte_for_byte(string before, string added)
    {
        File.WriteAllText(List, before);

        Folder.Append(April, ["- 2404.00002"]);

        Assert.Equal(Encoding.UTF8.GetBytes(before + added), File.ReadAllBytes(List));
        Assert.Contains(Assert.Single(Folder.Read()).Entries, entry => entry.Raw == "2404.00002");
    }

    [Fact]
    public void A_paper_already_listed_is_reported_with_its_line_and_not_written()
    {
        const string Before = "We read 2404.00003.\n\n- https://arxiv.org/abs/2404.00001v2\n";
        Write("2024-04.md", Before);

        var appended = Folder.Append(April, ["- 2404.00001", "- 2404.00002", "- 2404.00002v1", "- 2404.00003"]);

        Assert.Equal(Before + "- 2404.00002\n- 2404.00003\n", File.ReadAllText(List));
        Assert.Equal([(3, true), (4, false), (4, true), (5, false)], appended.Select(line => (line.Line, line.AlreadyListed)));
    }

    [Fact]
    public void With_nothing_new_the_file_is_not_touched()
    {
        Write("2024-04.md", "- 2404.00001");
        var before = File.GetLastWriteTimeUtc(List);

        Folder.Append(April, ["- 2404.00001"]);

        Assert.Equal("- 2404.00001", File.ReadAllText(List));
        Assert.Equal(before, File.GetLastWriteTimeUtc(List));
    }

    [Theory]
    [InlineData("no reference")]
    [InlineData("- 2404.9990")]
    [InlineData("- 2404.00001\n- 2404.00002")]
    [InlineData("- 2404.00001\n")]
    public void A_line_that_is_not_one_entry_is_refused_and_nothing_is_written(string line)
    {
        Assert.Throws<ArgumentException>(() => Folder.Append(April, ["- 2404.00003", line]));

        Assert.False(File.Exists(List));
    }

    [Fact]
    public void Nothing_but_the_list_is_left_in_the_folder()
    {
        Folder.Append(April, ["- 2404.00001"]);
        Folder.Append(April, ["- 2404.00002"]);

        Assert.Equal([List], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void A_list_that_is_a_link_stays_one_and_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        var elsewhere = Path.Combine(_folder.CreateSubdirectory("elsewhere").FullName, "april.md");
        File.WriteAllText(elsewhere, "- 2404.00001\n");
        File.SetUnixFileMode(elsewhere, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(List, elsewhere);

        Folder.Append(April, ["- 2404.00002"]);

        Assert.Equal("- 2404.00001\n- 2404.00002\n", File.ReadAllText(elsewhere));
        Assert.Equal(elsewhere, new FileInfo(List).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(elsewhere));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}

using System.Text;
using Sheaf.Lists;

namespace Sheaf.Tests.Lists;

public sealed class AFolderOfCuratedLists : IDisposable
{
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
    public void A_folder_that_is_not_there_holds_no_lists() =>
        Assert.Empty(new CuratedFolder(Path.Combine(_folder.FullName, "none")).Read());

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

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}

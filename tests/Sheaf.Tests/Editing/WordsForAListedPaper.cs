using Sheaf.Lists;

namespace Sheaf.Tests.Editing;

/// <summary>Star, tags and note written to a line that is there.</summary>
public sealed class WordsForAListedPaper : IDisposable
{
    private readonly EditorsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("- 2404.00001", "- 2404.00001 ★ #new — words")]
    [InlineData("* 2404.00001 #old ", "* 2404.00001 ★ #old #new — words ")]
    [InlineData("- **2404.00001** Widgets", "- **2404.00001** ★ Widgets #new — words")]
    [InlineData("- [Widgets](https://arxiv.org/abs/2404.00001v2)", "- [Widgets](https://arxiv.org/abs/2404.00001v2) ★ #new — words")]
    [InlineData("- 2404.00001 —", "- 2404.00001 ★ #new — words")]
    [InlineData("| 2404.00001 | yes |", "| 2404.00001 ★ #new — words | yes |")]
    [InlineData("2404.00001, seen", "2404.00001 ★, seen #new — words")]
    public void They_go_where_they_are_read(string line, string changed)
    {
        _folder.Write("curated/2024-04.md", $"# April\n{line}\n\n- 2404.00002\n");

        var taken = _folder.Take(new LineWords(true, ["new"], "words"), "2404.00001");

        Assert.True(taken[0].IsChanged);
        Assert.Equal($"# April\n{changed}\n\n- 2404.00002\n", _folder.Read("curated/2024-04.md"));
    }

    [Theory]
    [InlineData("- 2404.00001 — mine")]
    [InlineData("- 2404.00001\n  mine")]
    public void A_note_of_the_persons_stays_and_nothing_is_written(string line)
    {
        _folder.Write("curated/2024-04.md", $"{line}\n");

        var taken = _folder.Take(new LineWords(true, ["new"], "words"), "2404.00001");

        Assert.Equal((false, "words"), (taken[0].IsChanged, taken[0].NoteLeft));
        Assert.Equal($"{line}\n", _folder.Read("curated/2024-04.md"));
    }

    [Fact]
    public void The_same_words_again_change_nothing()
    {
        _folder.Write("curated/2024-04.md", "- 2404.00001 ★ #New — words\n");

        var taken = _folder.Take(new LineWords(true, ["new"], "words"), "2404.00001");

        Assert.Equal((false, null, null), (taken[0].IsChanged, taken[0].NoteLeft, taken[0].Problem));
        Assert.Empty(_folder.Files.Latest(5));
    }

    [Fact]
    public void A_line_without_a_place_for_them_is_left()
    {
        _folder.Write("curated/2024-04.md", "| 2404.00001 |\n");

        var taken = _folder.Take(LineWords.None with { Note = "this | that" }, "2404.00001");

        Assert.Equal("the line has no place for it", taken[0].Problem);
        Assert.Equal("| 2404.00001 |\n", _folder.Read("curated/2024-04.md"));
    }
}

using Sheaf.Editing;

namespace Sheaf.Tests.Editing;

/// <summary>Decisions taken back one by one by their numbers, whichever comes first.</summary>
public sealed class UndoInAnyOrder : IDisposable
{
    private const int Many = 200;
    private static readonly string[] Names = ["curated/2024-04.md", "refused.txt", "later.txt"];
    private readonly EditorsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("last", "")]
    [InlineData("first", "")]
    [InlineData("random", "")]
    [InlineData("last", "- 2403.00001 — the last line has no end")]
    [InlineData("first", "- 2403.00001 — the last line has no end")]
    [InlineData("random", "# Mine\r\n\r\n- 2403.00001 — the last line has no end")]
    public void All_of_them_gives_the_files_of_before(string order, string list)
    {
        if (list.Length > 0)
        {
            _folder.Write("curated/2024-04.md", list);
            _folder.Write("refused.txt", "2403.00002 — why");
        }

        var before = Names.ToDictionary(name => name, Read);
        var numbers = Enumerable.Range(1, Many).Select(
            paper => _folder.Decide($"2404.{paper:D5}", (DecisionAction)(paper % 4)).Edit!.Value).ToArray();
        if (order == "random")
        {
            new Random(20240602).Shuffle(numbers);
        }

        foreach (var number in order == "last" ? numbers.Reverse() : numbers)
        {
            Assert.NotNull(_folder.Undo(number));
        }

        foreach (var name in Names)
        {
            if (order == "last" || list.Length == 0)
            {
                Assert.Equal(before[name], Read(name));
                Assert.Equal(list.Length > 0 && name != "later.txt", File.Exists(_folder.PathOf(name)));
            }
            else
            {
                Assert.Equal(before[name], Read(name).TrimEnd('\r', '\n'));
            }
        }
    }

    [Fact]
    public void Each_of_them_can_be_made_again_in_any_order()
    {
        var numbers = Enumerable.Range(1, 60).Select(
            paper => _folder.Decide($"2404.{paper:D5}", (DecisionAction)(paper % 4)).Edit!.Value).ToArray();
        var all = Names.ToDictionary(name => name, name => Lines(Read(name)));
        var random = new Random(20240603);
        random.Shuffle(numbers);
        foreach (var number in numbers)
        {
            Assert.NotNull(_folder.Undo(number));
        }

        random.Shuffle(numbers);
        foreach (var number in numbers)
        {
            Assert.NotNull(_folder.Redo(number));
        }

        Assert.All(Names, name => Assert.Equal(all[name], Lines(Read(name))));
    }

    [Fact]
    public void A_list_that_was_made_by_the_first_keeps_its_heading_for_the_others()
    {
        var first = _folder.Decide("2404.00001", DecisionAction.Take).Edit;
        _folder.Decide("2404.00002", DecisionAction.Take);

        _folder.Undo(first);

        Assert.Equal("# April 2024\n\n- 2404.00002\n", Read("curated/2024-04.md"));
        _folder.Redo(first);
        Assert.Equal("# April 2024\n\n- 2404.00001\n- 2404.00002\n", Read("curated/2024-04.md"));
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Order(StringComparer.Ordinal)];

    private string Read(string name) => File.Exists(_folder.PathOf(name)) ? _folder.Read(name) : "";
}

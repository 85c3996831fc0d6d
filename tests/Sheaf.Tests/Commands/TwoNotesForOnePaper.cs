using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary>The list that is named after the month is believed before its copies, and what is not in the draft is told.</summary>
public sealed class TwoNotesForOnePaper
{
    [Theory]
    [InlineData("2024-04 (conflicted copy 2024-05-01).md")]
    [InlineData("2024-04-laptop.md")]
    [InlineData("2024-04.conflict.md")]
    [InlineData("2024-04.sync-conflict-20240501.md")]
    [InlineData("(2024-04) old.md")]
    public async Task The_months_own_list_goes_before_its_copies(string copy)
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001 — From the list itself.\n");
        bench.List(copy, "- 2404.00001 — From the copy.\n");
        await bench.RunAsync("harvest");

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.Contains("\n  From the list itself.\n", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Contains(
            $"2404.00001 has more than one note. In the draft is 'From the list itself.' (2024-04.md, line 1), and not 'From the copy.' "
            + $"({copy}, line 1).",
            ran.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_notes_on_one_list_compete_too_and_equal_ones_do_not()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001 — One.\n- 2404.00002 — The same.\n- 2404.00001 — Two.\n- 2404.00002 — The\n  same.\n");
        await bench.RunAsync("harvest");

        var ran = await bench.RunAsync("draft", "2024-04", "--json");

        using var document = JsonDocument.Parse(ran.Output);
        var competing = Assert.Single(document.RootElement.GetProperty("competingNotes").EnumerateArray());
        Assert.Equal("2404.00001", competing.GetProperty("id").GetString());
        Assert.Equal(
            ["1 One.", "3 Two."],
            competing.GetProperty("notes").EnumerateArray().Select(note => $"{note.GetProperty("line")} {note.GetProperty("text")}"));
    }
}

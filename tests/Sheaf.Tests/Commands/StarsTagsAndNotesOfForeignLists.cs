using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary>
/// Stars, tags and notes of a text that stand there as they do in the editor's own lists: <c>add --from</c> takes them along.
/// </summary>
public sealed class StarsTagsAndNotesOfForeignLists
{
    [Theory]
    [InlineData("- 2404.00001 ★ #agents — a close look", "- 2404.00001 ★ #agents — a close look")]
    [InlineData("* https://arxiv.org/abs/2404.00001v2 * #vision #robots - read it twice", "- 2404.00001 ★ #vision #robots — read it twice")]
    [InlineData("arXiv:2404.00001 – short", "- 2404.00001 — short")]
    [InlineData("1. **2404.00001** ★", "- 2404.00001 ★")]
    [InlineData("- 2404.00001 — two\n  lines of it", "- 2404.00001 — two lines of it")]
    [InlineData("- 2404.00001 — care\u00adfully\u202e read", "- 2404.00001 — carefully read")]
    [InlineData("- [2404.00001](https://arxiv.org/abs/2404.00001) ★ — mine", "- 2404.00001 ★ — mine")]
    [InlineData("- [Gears and Widgets](https://arxiv.org/abs/2404.00001) ★ #gears — my own words", "- 2404.00001 ★ #gears — my own words")]
    [InlineData("- [Gears and Widgets](https://arxiv.org/abs/2404.00001) #gears", "- 2404.00001 #gears")]
    [InlineData("- [Gears and Widgets](https://arxiv.org/abs/2404.00001) - What the list says of it", "- 2404.00001")]
    [InlineData("- [Gears and Widgets](https://arxiv.org/abs/2404.00001) by Lu and Hu ★", "- 2404.00001")]
    [InlineData("- Gears: https://arxiv.org/abs/2404.00001 — what stands behind a title", "- 2404.00001")]
    [InlineData("| Paper | Words |\n|---|---|\n| 2404.00001 | ★ — a cell |", "- 2404.00001")]
    public async Task Those_of_an_entry_in_the_canonical_order_are_written(string text, string line)
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("list.md"), text + "\n");

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("list.md"), "--month", "2024-04");

        Assert.Equal(0, ran.Exit);
        Assert.Equal($"# April 2024\n\n{line}\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task A_listed_paper_gets_those_that_it_lacks_and_a_second_note_is_repeated()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002 — mine\n- 2404.00003 ★\n");
        File.WriteAllText(bench.PathOf("list.md"), "- 2404.00001 ★ #gears — theirs\n- 2404.00002 ★ — theirs, too\n- 2404.00003 ★\n");

        var ran = await bench.RunAsync("add", "--json", "--from", bench.PathOf("list.md"));

        Assert.Equal(1, ran.Exit);
        Assert.Equal("- 2404.00001 ★ #gears — theirs\n- 2404.00002 — mine\n- 2404.00003 ★\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal(
            [("already-there", true, null), ("already-there", false, "theirs, too"), ("already-there", false, null)],
            Papers(ran.Output)
                .Select(paper => (paper.GetProperty("outcome").GetString()!, paper.GetProperty("changed").GetBoolean(), NoteLeft(paper))));
        Assert.Contains(
            "Nothing was written, because the line has a note of its own; your words: theirs, too",
            (await bench.RunAsync("add", "--from", bench.PathOf("list.md"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_several_entries_of_one_paper_say_is_joined_and_a_second_note_is_repeated()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("list.md"), "- 2404.00001\n- 2404.00001 ★\n- 2404.00001 #gears — one\n- 2404.00001 #cogs — two\n");

        var ran = await bench.RunAsync("add", "--json", "--from", bench.PathOf("list.md"), "--month", "2024-04");

        Assert.Equal(1, ran.Exit);
        Assert.Equal("# April 2024\n\n- 2404.00001 ★ #gears — one\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal([null, null, null, "two"], Papers(ran.Output).Select(NoteLeft));
    }

    [Fact]
    public async Task Words_of_the_command_stand_before_those_of_the_text()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("list.md"), "- 2404.00001 #gears — theirs\n- 2404.00002\n");

        await bench.RunAsync("add", "--from", bench.PathOf("list.md"), "--month", "2024-04", "--star", "--tag", "may", "--note", "mine");

        Assert.Equal(
            "# April 2024\n\n- 2404.00001 ★ #may #gears — mine — theirs\n- 2404.00002 ★ #may — mine\n",
            bench.Read("curated", "2024-04.md"));
    }

    [Theory]
    [InlineData("list.html", "<ul><li>2404.00001 ★ — a page</li></ul>")]
    [InlineData("list.csv", "id,words\n2404.00001,★ — a cell\n")]
    [InlineData("list.bib", "@misc{a, eprint = {2404.00001}, note = {★ — a record}}\n")]
    public async Task Pages_and_records_have_none(string name, string text)
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf(name), text);

        await bench.RunAsync("add", "--from", bench.PathOf(name), "--month", "2024-04");

        Assert.Equal("# April 2024\n\n- 2404.00001\n", bench.Read("curated", "2024-04.md"));
    }

    private static List<JsonElement> Papers(string output) => [.. JsonElement.Parse(output).GetProperty("papers").EnumerateArray()];

    private static string? NoteLeft(JsonElement paper) => paper.TryGetProperty("noteLeft", out var note) ? note.GetString() : null;
}

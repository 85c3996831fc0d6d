using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary><c>remove</c>, <c>move</c>, <c>undo</c>, and <c>add</c> of what is listed.</summary>
public sealed class RemoveMoveUndo
{
    [Fact]
    public async Task A_paper_that_was_added_with_words_leaves_the_list_with_them()
    {
        await using var bench = await Workbench.StartAsync([]);
        await bench.RunAsync("add", "2404.00001", "--month", "2024-04", "--note", "said by a command", "--tag", "gears");

        var ran = await bench.RunAsync("remove", "2404.00001", "--json");

        Assert.Equal(0, ran.Exit);
        var paper = Papers(ran)[0];
        Assert.Equal(
            ("removed", 3, "- 2404.00001 #gears — said by a command"),
            (Text(paper, "outcome"), paper.GetProperty("line").GetInt32(), Text(paper, "text")));
        Assert.Equal("# April 2024\n\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task Words_that_were_written_by_hand_stay_until_the_person_says_so()
    {
        await using var bench = await Workbench.StartAsync([]);
        await bench.RunAsync("add", "2404.00001", "--month", "2024-04", "--note", "said by a command");
        bench.List("2024-04.md", bench.Read("curated", "2024-04.md").Replace("command", "command, and by hand", StringComparison.Ordinal));
        var before = bench.Read("curated", "2024-04.md");

        var (asked, told) = (await bench.RunAsync("remove", "2404.00001", "--json"), await bench.RunAsync("remove", "2404.00001"));

        Assert.Equal((1, 1, before), (asked.Exit, told.Exit, bench.Read("curated", "2024-04.md")));
        Assert.Equal(
            ("not-confirmed", "- 2404.00001 — said by a command, and by hand"),
            (Text(Papers(asked)[0], "outcome"), Text(Papers(asked)[0], "text")));
        Assert.Contains("- 2404.00001 — said by a command, and by hand", told.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await bench.RunAsync("remove", "2404.00001", "--yes")).Exit);
        Assert.Equal("# April 2024\n\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal(0, (await bench.RunAsync("undo")).Exit);
        Assert.Equal(before, bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task What_is_on_no_list_is_told_apart_from_what_is_mentioned()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n\nAs in 2404.00002.\n");

        var ran = await bench.RunAsync("remove", "2404.00002", "2404.00003", "--json");

        Assert.Equal(1, ran.Exit);
        Assert.Equal(["mention", "not-listed"], Papers(ran).Select(paper => Text(paper, "outcome")));
        Assert.Equal("- 2404.00001\n\nAs in 2404.00002.\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task A_paper_moves_with_all_that_stands_beside_it()
    {
        await using var bench = await Workbench.StartAsync([]);
        const string From = "# April\r\n\r\n- 2404.00001\r\n  * **2404.00002** ★ — my words\r\n    on two lines\r\n- 2404.00003\r\n";
        bench.List("2024-04.md", From);
        bench.List("2024-05.md", "- 2405.00001");

        var ran = await bench.RunAsync("move", "2404.00002", "--month", "2024-05");

        Assert.Equal(0, ran.Exit);
        Assert.Equal("# April\r\n\r\n- 2404.00001\r\n- 2404.00003\r\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal("- 2405.00001\n* **2404.00002** ★ — my words\n  on two lines\n", bench.Read("curated", "2024-05.md"));
        Assert.Matches("2404.00002 moved from .*2024-04.md to .*2024-05.md, line 2.", ran.Output);
        await bench.RunAsync("undo");
        Assert.Equal((From, "- 2405.00001"), (bench.Read("curated", "2024-04.md"), bench.Read("curated", "2024-05.md")));
    }

    [Theory]
    [InlineData("| 2404.00001 | x |\n", "in a table")]
    [InlineData("- 2404.00001\n- 2404.00002\n- 2404.00001\n", "2 times")]
    public async Task A_line_that_cannot_be_moved_is_told(string list, string said)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", list);

        var ran = await bench.RunAsync("move", "2404.00001", "--month", "2024-05");

        Assert.Equal(1, ran.Exit);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        Assert.Equal(list, bench.Read("curated", "2024-04.md"));
        Assert.False(File.Exists(bench.PathOf("curated", "2024-05.md")));
    }

    [Fact]
    public async Task Words_for_a_listed_paper_are_added_or_repeated()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002 — mine\n");

        var added = await bench.RunAsync("add", "2404.00001", "--star", "--tag", "gears", "--note", "new", "--json");
        var left = await bench.RunAsync("add", "2404.00002", "--star", "--note", "other words", "--json");
        var told = await bench.RunAsync("add", "2404.00002", "--note", "other words");

        Assert.Equal((0, 1, 1), (added.Exit, left.Exit, told.Exit));
        Assert.Equal(("already-there", true), (Text(Papers(added)[0], "outcome"), Papers(added)[0].GetProperty("changed").GetBoolean()));
        Assert.Equal(
            ("already-there", false, "other words"),
            (Text(Papers(left)[0], "outcome"), Papers(left)[0].GetProperty("changed").GetBoolean(), Text(Papers(left)[0], "noteLeft")));
        Assert.Contains("other words", told.Output, StringComparison.Ordinal);
        Assert.Equal("- 2404.00001 ★ #gears — new\n- 2404.00002 — mine\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task The_last_decisions_are_listed_and_each_can_be_named()
    {
        await using var bench = await Workbench.StartAsync([]);
        Assert.Equal(1, (await bench.RunAsync("undo")).Exit);
        await bench.RunAsync("add", "2404.00001", "--month", "2024-04");
        await bench.RunAsync("refuse", "2404.00002");
        await bench.RunAsync("undo", "1");

        var list = await bench.RunAsync("undo", "--list", "--json");

        using var document = JsonDocument.Parse(list.Output);
        Assert.Equal(
            [(2, "refuse", "2404.00002", false), (1, "add", "2404.00001", true)],
            document.RootElement.GetProperty("edits").EnumerateArray().Select(edit =>
                (edit.GetProperty("number").GetInt32(), Text(edit, "command"), Text(edit, "what"), edit.GetProperty("undone")
                    .GetBoolean())));
        Assert.Contains("(taken back) add 2404.00001", (await bench.RunAsync("undo", "--list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.RunAsync("undo", "1", "--redo")).Exit);
        Assert.Equal("# April 2024\n\n- 2404.00001\n", bench.Read("curated", "2024-04.md"));
    }

    [Theory]
    [InlineData("refuse", "2404.00001")]
    [InlineData("later", "2404.00001")]
    [InlineData("remove", "2404.00001")]
    [InlineData("move", "2404.00001", "--month", "2024-04")]
    [InlineData("undo")]
    [InlineData("undo", "--list")]
    public async Task Without_a_workspace_none_is_made(params string[] command)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync([.. command, "--workspace", bench.PathOf("none")]);

        Assert.Equal(2, ran.Exit);
        Assert.False(Directory.Exists(bench.PathOf("none")));
    }

    private static List<JsonElement> Papers(CommandResult ran)
    {
        using var document = JsonDocument.Parse(ran.Output);
        return [.. document.RootElement.GetProperty("papers").EnumerateArray().Select(paper => paper.Clone())];
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

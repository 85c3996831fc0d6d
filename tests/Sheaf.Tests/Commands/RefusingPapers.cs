using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf refuse</c> and the file it writes.</summary>
public sealed class RefusingPapers
{
    [Fact]
    public async Task A_no_is_one_line_whatever_the_spelling()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("refuse", "https://arxiv.org/pdf/2404.00001v2.pdf", "arXiv:hep-th/9901001", "2404.00001");

        Assert.Equal(0, ran.Exit);
        Assert.Equal("2404.00001\nhep-th/9901001\n", bench.Read("refused.txt"));
        Assert.Contains("2404.00001 will not be suggested.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_editor_wrote_into_the_file_stays()
    {
        await using var bench = await Workbench.StartAsync([]);
        const string Own = "// seen, not ours\r\nhttps://arxiv.org/abs/2404.00001 too narrow";
        File.WriteAllText(bench.PathOf("refused.txt"), Own);

        var ran = await bench.RunAsync("refuse", "2404.00001", "2404.00002", "--json");

        Assert.Equal(Own + "\r\n2404.00002\r\n", bench.Read("refused.txt"));
        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal(
            ["already-refused", "refused"],
            document.RootElement.GetProperty("papers").EnumerateArray().Select(paper => paper.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_refused_paper_leaves_the_list_it_stands_on()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n");

        var ran = await bench.RunAsync("refuse", "2404.00001");

        Assert.Equal(0, ran.Exit);
        Assert.Matches("2404.00001 will not be suggested. It was taken off .*2024-04.md, line 3.", ran.Output);
        Assert.Equal("# April\n\n- 2404.00002\n", bench.Read("curated", "2024-04.md"));
    }

    [Theory]
    [InlineData("- 2404.00001 ★\n")]
    [InlineData("- 2404.00001 *\n")]
    [InlineData("- [x] 2404.00001\n")]
    [InlineData("- 2404.00001 🔥\n")]
    [InlineData("- 2404.00001 ?\n")]
    public async Task A_mark_of_a_person_is_a_question_as_words_are(string line)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", line);

        var ran = await bench.RunAsync("later", "2404.00001");

        Assert.Equal(1, ran.Exit);
        Assert.Contains($"2024-04.md, line 1:\n  {line}", ran.Error, StringComparison.Ordinal);
        Assert.Equal(line, bench.Read("curated", "2024-04.md"));
        Assert.False(File.Exists(bench.PathOf("later.txt")));
        Assert.Equal(0, (await bench.RunAsync("later", "2404.00001", "--yes")).Exit);
        Assert.Equal("", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task A_star_that_a_command_set_goes_without_a_question()
    {
        await using var bench = await Workbench.StartAsync([]);
        await bench.RunAsync("add", "2404.00001", "--month", "2024-04", "--star");

        Assert.Equal(0, (await bench.RunAsync("later", "2404.00001")).Exit);
        Assert.DoesNotContain("2404.00001", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove", "- 2404.00001 and 2404.00002\n")]
    [InlineData("refuse", "- 2404.00001, https://arxiv.org/abs/2404.00002\n")]
    [InlineData("later", "- 2404.00001 — with\n  arXiv:2404.00002\n")]
    public async Task Another_paper_on_the_line_is_named_and_stays(string command, string line)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", line);

        foreach (var yes in (string[][])[[], ["--yes"]])
        {
            var ran = await bench.RunAsync([command, "2404.00001", .. yes]);

            Assert.Equal(1, ran.Exit);
            Assert.Contains("Nothing was written, because 2404.00002 would go, too", ran.Error, StringComparison.Ordinal);
            Assert.Equal(line, bench.Read("curated", "2024-04.md"));
        }

        bench.List("ideas.md", "- 2404.00002\n");
        Assert.Equal(0, (await bench.RunAsync(command, "2404.00001", "--yes")).Exit);
        Assert.Equal("", bench.Read("curated", "2024-04.md"));
    }

    [Theory]
    [InlineData("refuse", "refused.txt")]
    [InlineData("later", "later.txt")]
    public async Task Words_of_a_person_are_a_question_and_nothing_is_written(string command, string file)
    {
        await using var bench = await Workbench.StartAsync([]);
        const string List = "# April\n\n- 2404.00001 — my own words\n";
        bench.List("2024-04.md", List);

        var ran = await bench.RunAsync(command, "2404.00001", "2404.00002");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("2024-04.md, line 3:\n  - 2404.00001 — my own words\n", ran.Error, StringComparison.Ordinal);
        Assert.Equal((List, false), (bench.Read("curated", "2024-04.md"), File.Exists(bench.PathOf(file))));

        Assert.Equal(0, (await bench.RunAsync(command, "2404.00001", "2404.00002", "--yes")).Exit);
        Assert.Equal(("# April\n\n", "2404.00001\n2404.00002\n"), (bench.Read("curated", "2024-04.md"), bench.Read(file)));
    }

    [Fact]
    public async Task A_paper_is_in_one_state()
    {
        await using var bench = await Workbench.StartAsync([]);

        await bench.RunAsync("later", "2404.00001", "--reason", "next week");
        Assert.Equal("2404.00001 — next week\n", bench.Read("later.txt"));
        await bench.RunAsync("refuse", "2404.00001");
        Assert.Equal(("", "2404.00001\n"), (bench.Read("later.txt"), bench.Read("refused.txt")));
        var taken = await bench.RunAsync("add", "2404.00001", "--month", "2024-04", "--note", "now");
        Assert.Equal(("", "# April 2024\n\n- 2404.00001 — now\n"), (bench.Read("refused.txt"), bench.Read("curated", "2024-04.md")));
        Assert.Contains("It is refused no longer.", taken.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.RunAsync("later", "2404.00001")).Exit);
        Assert.Equal(("# April 2024\n\n", "2404.00001\n"), (bench.Read("curated", "2024-04.md"), bench.Read("later.txt")));
        for (var back = 0; back < 4; back++)
        {
            Assert.Equal(0, (await bench.RunAsync("undo")).Exit);
        }

        Assert.Empty(Directory.GetFiles(bench.PathOf("curated")));
        Assert.False(File.Exists(bench.PathOf("later.txt")));
    }

    [Fact]
    public async Task One_reference_that_cannot_be_read_refuses_none()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("refuse", "2404.00001", "2404.0001");

        Assert.Equal(2, ran.Exit);
        Assert.False(File.Exists(bench.PathOf("refused.txt")));
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf add</c>, with references typed and found in texts.</summary>
public sealed class AddingPapers
{
    private static readonly DateTimeOffset At = new(2024, 4, 12, 12, 0, 0, TimeSpan.Zero);

    private const string Roundup = """
        # A round-up

        * Widgets: A Study by Lu and Hu (30 Apr), https://arxiv.org/abs/2404.00001v1 ★

          Words about it, and about https://arxiv.org/abs/2404.00009.

        * Springs by Hu (2 Apr), https://arxiv.org/abs/2404.0002
        * Cogs by Li (1 Apr), arXiv:hep-th/9901001
        * Levers, https://doi.org/10.1234/2405.12345

        We also mention https://arxiv.org/abs/2404.00008 here.
        """;

    [Fact]
    public async Task The_entries_of_a_text_are_added_as_canonical_lines()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("roundup.md"), Roundup);

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("roundup.md"), "--month", "2024-04", "--tag", "gears");

        Assert.Equal(1, ran.Exit);
        Assert.Equal("# April 2024\n\n- 2404.00001 #gears\n- hep-th/9901001 #gears\n", bench.Read("curated", "2024-04.md"));
        Assert.Contains(
            "line 7: 'https://arxiv.org/abs/2404.0002' cannot be read: 2404.0002 has four digits; since January 2015 there are five.",
            ran.Output, StringComparison.Ordinal);
        Assert.Contains("line 9: 10.1234/2405.12345 is not on arXiv.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2 papers added", ran.Output, StringComparison.Ordinal);
        Assert.Contains(
            "line 11: 2404.00008 is left out: it stands in running prose, and the text has entries.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_json_each_reference_has_its_outcome()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("roundup.md"), Roundup);
        bench.List("ideas.md", "- hep-th/9901001\n");

        var ran = await bench.RunAsync("add", "--json", "--from", bench.PathOf("roundup.md"), "--month", "2024-04");

        using var document = JsonDocument.Parse(ran.Output);
        var papers = document.RootElement.GetProperty("papers").EnumerateArray().ToList();
        Assert.Equal(
            ["added", "mention", "unreadable", "already-there", "not-arxiv", "mention"],
            papers.Select(paper => paper.GetProperty("outcome").GetString()));
        Assert.All(papers, paper => Assert.Equal(JsonValueKind.Number, paper.GetProperty("sourceLine").ValueKind));
        Assert.Equal(
            [false, true, true, false, true, true], papers.Select(paper => paper.GetProperty("problem").ValueKind == JsonValueKind.String));
        Assert.Equal(
            ("2404.00001", "2024-04", 3, 3),
            (papers[0].GetProperty("id").GetString(), papers[0].GetProperty("month").GetString(), papers[0].GetProperty("line")
                .GetInt32(), papers[0].GetProperty("sourceLine").GetInt32()));
        Assert.Equal(JsonValueKind.Null, papers[2].GetProperty("id").ValueKind);
        Assert.Equal(bench.PathOf("curated", "ideas.md"), Path.GetFullPath(papers[3].GetProperty("file").GetString()!));
        Assert.Equal(JsonValueKind.Null, papers[3].GetProperty("month").ValueKind);
    }

    [Fact]
    public async Task A_link_under_two_titles_is_a_question_to_the_person()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(
            bench.PathOf("roundup.md"),
            "* Turning Widgets by Lu (30 Apr), https://arxiv.org/abs/2404.00001\n"
            + "* A Survey on the Wear of Springs by Hu (2 Apr), https://arxiv.org/abs/2404.00001\n");

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("roundup.md"), "--month", "2024-04");

        Assert.Equal(1, ran.Exit);
        Assert.Contains(
            "line 2, calls it 'A Survey on the Wear of Springs', and elsewhere it is 'Turning Widgets'", ran.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_not_the_known_papers_is_a_question_to_the_person()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        await bench.RunAsync("harvest", "2404.00001");
        File.WriteAllText(
            bench.PathOf("roundup.md"), "* A Survey on the Wear of Springs by Hu (2 Apr), https://arxiv.org/abs/2404.00001\n");

        var ran = await bench.RunAsync("add", "--json", "--from", bench.PathOf("roundup.md"), "--month", "2024-04");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("\"title\": \"A Survey on the Wear of Springs\"", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_are_added_where_a_text_has_nothing_else()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("chat.txt"), "Did you see https://arxiv.org/abs/2404.00001? And arXiv:2404.00002 is good too.\n");

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("chat.txt"), "--month", "2024-04");

        Assert.Equal(0, ran.Exit);
        Assert.Equal("# April 2024\n\n- 2404.00001\n- 2404.00002\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task Already_there_is_said_with_the_list_whichever_it_is()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-03.md", "# March\n\n- https://arxiv.org/abs/2404.00001v2 — a note\n");

        var ran = await bench.RunAsync("add", "2404.00001", "2404.00002", "2404.00002", "--month", "2024-04");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("2404.00001 is already in ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2024-03.md, line 3.", ran.Output, StringComparison.Ordinal);
        Assert.Equal("# April 2024\n\n- 2404.00002\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task A_paper_of_another_month_is_added_where_the_editor_says_and_named()
    {
        await using var bench = await Workbench.StartAsync(
            [InventedPapers.One("2405.00001", new DateTimeOffset(2024, 4, 30, 10, 0, 0, TimeSpan.Zero))]);
        bench.List("2024-03.md", "- 2405.00001\n");
        await bench.RunAsync("harvest", "2405.00001");
        File.Delete(bench.PathOf("curated", "2024-03.md"));

        var ran = await bench.RunAsync("add", "2405.00001", "--month", "2024-05");

        Assert.Contains("2024-05.md, line 3. Its first version is of April 2024.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("- 2405.00001", bench.Read("curated", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_paper_goes_to_the_month_that_is_known_for_it_and_the_answer_says_which()
    {
        await using var bench = await Workbench.StartAsync(
            [InventedPapers.One("2405.00001", new DateTimeOffset(2024, 4, 30, 10, 0, 0, TimeSpan.Zero))]);
        await bench.RunAsync("harvest", "2405.00001");
        File.WriteAllText(bench.PathOf("list.md"), "# Papers\n\n- 2405.00001\n- 2306.00002\n\n## February 2024\n\n- 2403.00003\n");

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("list.md"));

        Assert.Contains("2024-04.md, line 3. April 2024, when its first version came.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2023-06.md, line 3. June 2023, by its identifier.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2024-02.md, line 3. February 2024, by the heading above it.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Next: sheaf harvest 2023-06 2024-02 2024-04", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_ten_of_a_kind_are_told_together()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(
            bench.PathOf("list.md"),
            string.Concat(
                Enumerable.Range(1, 30).Select(number => $"- 2404.{number:D5}\n- [Code {number}](https://github.com/x/y{number})\n")));

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("list.md"));

        Assert.Equal(0, ran.Exit);
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.EndsWith("2024-04.md, lines 3 to 32 (April 2024, by its identifier).", lines[0], StringComparison.Ordinal);
        Assert.Contains("30 entries not on arXiv, lines 2, 4, 6", lines[1], StringComparison.Ordinal);
        Assert.Equal("30 papers added, 30 entries not on arXiv.", lines[2]);
    }

    [Fact]
    public async Task Titles_without_links_are_looked_up_and_nothing_is_added_without_a_yes()
    {
        await using var bench = await Workbench.StartAsync(
            [InventedPapers.One("2404.00007", At, ("title", "On the Slow Wear of Springs in Turning Machines"))]);
        File.WriteAllText(
            bench.PathOf("list.csv"), "title,url\nOn the Slow Wear of Springs in Turning Machines,\nA Title That Nobody Ever Gave,\n");

        var plain = await bench.RunAsync("add", "--from", bench.PathOf("list.csv"));
        var asked = await bench.RunAsync("add", "--json", "--look-up", "--from", bench.PathOf("list.csv"));
        var taken = await bench.RunAsync("add", "--look-up", "--yes", "--from", bench.PathOf("list.csv"));

        Assert.Equal((1, 1, 1), (plain.Exit, asked.Exit, taken.Exit));
        Assert.Contains(
            "line 2: 'On the Slow Wear of Springs in Turning Machines' names no paper: it has no link and no identifier.", plain.Output,
            StringComparison.Ordinal);
        var papers = JsonElement.Parse(asked.Output).GetProperty("papers");
        Assert.Equal("no-paper", papers[0].GetProperty("outcome").GetString());
        Assert.Equal("2404.00007", papers[0].GetProperty("suggestion").GetProperty("id").GetString());
        Assert.Equal("it has exactly this title", papers[0].GetProperty("suggestion").GetProperty("why").GetString());
        Assert.False(papers[1].TryGetProperty("suggestion", out _));
        Assert.Equal("# April 2024\n\n- 2404.00007\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task Items_of_words_alone_are_titles_only_where_titles_are_looked_up()
    {
        await using var bench = await Workbench.StartAsync(
            [InventedPapers.One("2404.00007", At, ("title", "On the Slow Wear of Springs"))]);
        File.WriteAllText(bench.PathOf("list.md"), "- On the Slow Wear of Springs\n- 2404.00001\n");

        var plain = await bench.RunAsync("add", "--json", "--from", bench.PathOf("list.md"));
        var asked = await bench.RunAsync("add", "--json", "--look-up", "--from", bench.PathOf("list.md"));

        Assert.Equal(
            ["added"],
            JsonElement.Parse(plain.Output).GetProperty("papers").EnumerateArray()
                .Select(paper => paper.GetProperty("outcome").GetString()));
        Assert.Equal(
            ["no-paper", "already-there"],
            JsonElement.Parse(asked.Output).GetProperty("papers").EnumerateArray()
                .Select(paper => paper.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task What_can_be_read_is_added_beside_what_cannot()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("add", "2404.00001", "nonsense", "10.1234/2405.12345", "--month", "2024-04", "--star");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("'nonsense' cannot be read: identifiers look like", ran.Output, StringComparison.Ordinal);
        Assert.Contains("10.1234/2405.12345 is not on arXiv.", ran.Output, StringComparison.Ordinal);
        Assert.Equal("# April 2024\n\n- 2404.00001 ★\n", bench.Read("curated", "2024-04.md"));
    }

    [Theory]
    [InlineData("--from", "none.md", "There is no file none.md")]
    [InlineData("--month", "2024-04", "Name a paper")]
    public async Task Without_anything_to_add_it_says_what_to_do(string option, string value, string words)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("add", option, value);

        Assert.Equal(2, ran.Exit);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_papers_is_named()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("empty.md"), "Nothing, for $2404.12 or 10.1234/2405.12345.\n");

        var ran = await bench.RunAsync("add", "--from", bench.PathOf("empty.md"));

        Assert.Equal(2, ran.Exit);
        Assert.Contains("empty.md names no paper on arXiv", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_that_add_at_once_none_loses_a_paper()
    {
        await using var bench = await Workbench.StartAsync([]);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            foreach (var number in Enumerable.Range(1, 25))
            {
                var ran = await bench.RunAsync("add", $"2404.{writer}{number:D4}", "--month", "2024-04");
                Assert.Equal(0, ran.Exit);
            }

            return writer;
        })));

        var lines = bench.Read("curated", "2024-04.md").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        Assert.Equal(
            all.SelectMany(writer => Enumerable.Range(1, 25).Select(number => $"- 2404.{writer}{number:D4}")).Order(), lines.Order());
    }

    [Fact]
    public async Task Two_programs_that_read_standard_input_at_once_add_everything()
    {
        await using var bench = await Workbench.StartAsync([]);

        var exits = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer =>
            RunProgramAsync(bench, string.Concat(Enumerable.Range(1, 50).Select(number => $"- 2404.{writer}{number:D4}\n")))));

        Assert.Equal([0, 0], exits);
        Assert.Equal(100, bench.Read("curated", "2024-04.md").Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    private static async Task<int> RunProgramAsync(Workbench bench, string input)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in
            (string[])
            [
                Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), .. bench.Options, "add", "--quiet", "--from", "-", "--month",
                "2024-04",
            ])
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.StandardInput.WriteAsync(input);
        program.StandardInput.Close();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await error);
        await output;
        return program.ExitCode;
    }
}


namespace Sheaf.Tests.Commands;

/// <summary>What <c>sheaf draft</c> puts into a draft, and in which style.</summary>
public sealed class DraftingAMonth
{
    private static readonly DateTimeOffset LastOfApril = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);

    [Fact]
    public async Task A_paper_that_came_onto_last_months_list_after_its_issue_closes_the_draft()
    {
        await using var bench = await HarvestedAsync();
        await bench.RunAsync("draft", "2024-04");
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002 — late, but worth it\n");

        await bench.RunAsync("draft", "2024-05");

        Assert.EndsWith(
            "\n\n## Late arrivals\n\n* Widgets of kind 2404.00002 by Specimen and van der Berg (30 Apr), "
            + "https://arxiv.org/abs/2404.00002\n\n  late, but worth it\n",
            bench.Read("drafts", "2024-05.md"),
            StringComparison.Ordinal);
        Assert.Contains("\n1 paper on the list, 1 late arrival.\n", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_issue_of_last_month_nothing_is_late()
    {
        await using var bench = await HarvestedAsync();

        await bench.RunAsync("draft", "2024-05");

        Assert.DoesNotContain("Late arrivals", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_published_decides_whether_a_paper_is_late_and_not_the_draft()
    {
        await using var bench = await HarvestedAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("draft", "2024-04");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-04 as sent.html"), "<a href='https://arxiv.org/abs/2404.00001v2'>x</a>",
            TestContext.Current.CancellationToken);

        await bench.RunAsync("draft", "2024-05");

        Assert.Contains("2404.00002", bench.Read("drafts", "2024-05.md").Split("## Late arrivals")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("2404.00001", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_editor_deleted_from_last_months_draft_is_not_late()
    {
        await using var bench = await HarvestedAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("draft", "2024-04");
        await File.WriteAllTextAsync(
            bench.PathOf("drafts", "2024-04.md"), "# April\n\n* https://arxiv.org/abs/2404.00001\n", TestContext.Current.CancellationToken);

        await bench.RunAsync("draft", "2024-05");

        Assert.DoesNotContain("Late arrivals", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_chosen_once_for_each_abstract()
    {
        await using var bench = await HarvestedAsync();
        await bench.RunAsync("draft", "2024-05");
        var chosen = bench.Read("drafts", "2024-05.md");
        await bench.TellStoreAsync("UPDATE suggestion SET sentence = 'Chosen before.'");

        var again = await bench.RunAsync("draft", "2024-05", "--output", "-");
        await bench.TellStoreAsync("UPDATE suggestion SET digest = 'of another abstract'");
        var anew = await bench.RunAsync("draft", "2024-05", "--output", "-");

        Assert.Contains("\n  Chosen before. <!-- suggested -->\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(chosen, anew.Output);
    }

    [Theory]
    [InlineData("roundup", "\n\n  <!-- write here -->\n")]
    [InlineData("table", "(1 May)<br><!-- write here --> | https://arxiv.org/abs/2405.00001 |\n")]
    public async Task Where_no_sentence_stands_alone_there_is_a_place_for_words_and_check_asks_for_them(string style, string place)
    {
        await using var bench = await Workbench.StartAsync(
            [InventedPapers.One("2405.00001", LastOfApril.AddDays(1), ("abstract", "They turn."))]);
        bench.List("2024-05.md", "- 2405.00001\n");
        await bench.RunAsync("harvest");

        await bench.RunAsync("draft", "2024-05", "--style", style);
        var check = await bench.RunAsync("check", "2024-05", "--json");

        Assert.Contains(place, bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
        Assert.Contains("\"no-words\"", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"placeholder-left\"", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_is_taken_from_the_command_else_from_the_settings()
    {
        await using var bench = await HarvestedAsync();

        var table = await bench.RunAsync("draft", "2024-05", "--set", "Draft:Style=categorised", "--style", "table", "--output", "-");
        var categorised = await bench.RunAsync("draft", "2024-05", "--set", "Draft:Style=categorised", "--output", "-");

        Assert.Contains(
            "| 1) **Widgets of kind 2405.00003** by Specimen and van der Berg (30 May)<br>", table.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n* 30 May, Widgets of kind 2405.00003, <https://arxiv.org/abs/2405.00003>\n", categorised.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_in_the_settings_lies_in_the_workspace()
    {
        await using var bench = await HarvestedAsync();
        await File.WriteAllTextAsync(
            bench.PathOf("my.liquid"), "{{ month }}:{% for p in papers %} {{ p.id }}{% endfor %}", TestContext.Current.CancellationToken);

        var ran = await bench.RunAsync("draft", "2024-05", "--set", "Draft:Style=./my.liquid", "--output", "-");

        Assert.Equal("2024-05: 2405.00003\n", ran.Output);
    }

    [Theory]
    [InlineData("tables", "There is no style tables")]
    [InlineData("./nowhere.liquid", "There is no such template for the style.")]
    public async Task A_style_that_is_not_there_is_a_mistake_of_the_command_line(string style, string sentence)
    {
        await using var bench = await HarvestedAsync();

        var ran = await bench.RunAsync("draft", "2024-05", "--style", style);

        Assert.Equal(2, ran.Exit);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.PathOf("drafts", "2024-05.md")));
    }

    private static async Task<Workbench> HarvestedAsync()
    {
        var bench = await Workbench.StartAsync(
            [
                InventedPapers.One("2404.00001", LastOfApril), InventedPapers.One("2404.00002", LastOfApril),
                InventedPapers.One("2405.00003", LastOfApril.AddDays(30)),
            ]);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        bench.List("2024-05.md", "- 2405.00003\n");
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", "- 2404.00001\n");
        return bench;
    }
}

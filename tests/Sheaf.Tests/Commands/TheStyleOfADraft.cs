
namespace Sheaf.Tests.Commands;

/// <summary>A draft stays in the style it was begun in until somebody asks for another.</summary>
public sealed class TheStyleOfADraft
{
    [Fact]
    public async Task A_plain_draft_goes_on_in_the_style_of_the_last_and_says_so()
    {
        await using var bench = await DraftedAsync("--style", "table");
        var edited = bench.Read("drafts", "2024-04.md")
            .Replace("kind 2404.00001**", "kind 2404.00001, at last**", StringComparison.Ordinal);
        await WriteAsync(bench, edited);

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(edited, bench.Read("drafts", "2024-04.md"));
        Assert.Contains(
            "stays in the style table, in which it was begun; the settings say roundup. To change it: sheaf draft 2024-04 --style "
            + "roundup.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_changes_where_another_is_asked_for_and_is_remembered()
    {
        await using var bench = await DraftedAsync("--style", "table");

        var ran = await bench.RunAsync("draft", "2024-04", "--style", "categorised");
        var again = await bench.RunAsync("draft", "2024-04");

        Assert.Contains("was in the style table and is in categorised from now on", ran.Error, StringComparison.Ordinal);
        Assert.Contains("\n* 1 Apr, Widgets", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Contains("is up to date", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_setting_does_not_mix_two_styles()
    {
        await using var bench = await DraftedAsync();
        var before = bench.Read("drafts", "2024-04.md");

        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Style=table");
        await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft", "--set", "Draft:Style=table");

        Assert.Equal(before, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_template_in_the_workspace_is_remembered_by_its_path_from_there()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        await File.WriteAllTextAsync(
            bench.PathOf("my.liquid"), "{% for p in papers %}- {{ p.title }}, {{ p.link }}\n{% endfor %}",
            TestContext.Current.CancellationToken);
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04", "--style", bench.PathOf("my.liquid"));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");

        await bench.RunAsync("draft", "2024-04");

        Assert.Equal("./my.liquid\n", bench.Read("drafts", ".sheaf", "2024-04.style"));
        Assert.Equal(
            "- Widgets of kind 2404.00002, https://arxiv.org/abs/2404.00002\n"
            + "- Widgets of kind 2404.00001, https://arxiv.org/abs/2404.00001\n",
            bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_new_draft_is_in_the_style_of_the_settings()
    {
        await using var bench = await DraftedAsync("--style", "table");
        File.Delete(bench.PathOf("drafts", "2024-04.md"));

        await bench.RunAsync("draft", "2024-04");

        Assert.Contains("\n* Widgets of kind", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_for_a_format_that_has_none_is_refused()
    {
        await using var bench = await DraftedAsync();

        var json = await bench.RunAsync("draft", "2024-04", "--format", "json", "--style", "./my.liquid");
        var html = await bench.RunAsync("draft", "2024-04", "--format", "html", "--style", "table");

        Assert.Equal((2, 2), (json.Exit, html.Exit));
        Assert.Contains("leave out --style or --format.", json.Error, StringComparison.Ordinal);
        Assert.Contains("leave out --style or --format, or name a template", html.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.PathOf("drafts", "2024-04.html")));
    }

    [Theory]
    [InlineData("bib", "2024-04.bib")]
    [InlineData("bibtex", "2024-04.bib")]
    [InlineData("csl", "2024-04.csl.json")]
    [InlineData("htm", "2024-04.html")]
    [InlineData("md", "2024-04.md")]
    public async Task Formats_are_known_by_the_names_that_people_give_them(string name, string file)
    {
        await using var bench = await DraftedAsync();
        File.Delete(bench.PathOf("drafts", "2024-04.md"));

        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04", "--format", name)).Exit);

        Assert.True(File.Exists(bench.PathOf("drafts", file)));
    }

    private static Task WriteAsync(Workbench bench, string text) =>
        File.WriteAllTextAsync(bench.PathOf("drafts", "2024-04.md"), text, TestContext.Current.CancellationToken);

    private static async Task<Workbench> DraftedAsync(params string[] options)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync(["draft", "2024-04", .. options]);
        return bench;
    }
}

namespace Sheaf.Tests.Commands;

/// <summary>A column of a spreadsheet kept as tags.</summary>
public sealed class TagsOfSpreadsheets
{
    [Theory]
    [InlineData("Topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,agents\n", "#agents")]
    [InlineData(
        "topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,agents; long context|RAG\n", "#agents #long-context #RAG")]
    [InlineData("Topics", "title\turl\tTopics\nGears\thttps://arxiv.org/abs/2404.00001\tagents, c++ tools\n", "#agents #c++-tools")]
    [InlineData("Topics", "Topics;title;url\n#agents, #Agents;Gears;https://arxiv.org/abs/2404.00001\n", "#agents")]
    [InlineData("Topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,\"one\ntwo\r\n# three\"\n", "#one #two #three")]
    [InlineData("Topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,\"★ — x #y\"\n", "#x-y")]
    [InlineData("Topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,注意力; naïve\n", "#注意力 #naïve")]
    [InlineData(
        "Topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,<script>alert(1)</script>\n", "#script-alert-1-/script")]
    [InlineData("Topics", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,\n", "")]
    public async Task Cells_become_tags(string column, string sheet, string tags)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await AddAsync(bench, sheet, "--tags", column);

        Assert.Equal(0, ran.Exit);
        Assert.Equal($"# April 2024\n\n{$"- 2404.00001 {tags}".TrimEnd()}\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task Each_row_keeps_its_own_and_a_listed_paper_gets_those_it_lacks()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00002 #mine — My note.\n");

        await AddAsync(
            bench,
            "title,url,Topics,Notes\nGears,https://arxiv.org/abs/2404.00001,a,\"of two\nlines\"\n"
                + "Cogs,https://arxiv.org/abs/2404.00002,b,\n",
            "--tags", "Topics", "--tag", "all");

        var list = bench.Read("curated", "2024-04.md");
        Assert.Contains("- 2404.00001 #all #a\n", list, StringComparison.Ordinal);
        Assert.Contains("- 2404.00002 #mine #all #b — My note.\n", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_tag_is_told_of()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await AddAsync(
            bench, $"title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,2024; ok; !?; {new string('x', 80)}\n", "--tags", "Topics");

        Assert.Equal("# April 2024\n\n- 2404.00001 #ok\n", bench.Read("curated", "2024-04.md"));
        Assert.Contains("No tags could be made of '2024' (line 2), '!?' (line 2), 'xxx", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Subjects", "title,url,Topics\nGears,https://arxiv.org/abs/2404.00001,a\n",
        "has no column Subjects; its columns are title, url, Topics.")]
    [InlineData("Topics", "2404.00001,a\n2404.00002,b\n", "has no row that names its columns")]
    [InlineData("Topics", "{\"url\": \"https://arxiv.org/abs/2404.00001\", \"Topics\": \"a\"}\n", "is not read as one: save it as CSV.")]
    public async Task A_column_that_is_not_there_is_refused_and_nothing_is_added(string column, string sheet, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await AddAsync(bench, sheet, "--tags", column);

        Assert.Equal(2, ran.Exit);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.PathOf("curated")) && Directory.EnumerateFiles(bench.PathOf("curated")).Any());
    }

    [Fact]
    public async Task It_needs_a_file()
    {
        await using var bench = await Workbench.StartAsync([]);

        Assert.Equal(2, (await bench.RunAsync("add", "2404.00001", "--tags", "Topics")).Exit);
    }

    [Fact]
    public async Task Our_own_sheet_comes_back_with_its_tags()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001 #gears #long-context\n- 2404.00002 #cogs\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04", "--format", "csv");

        await bench.RunInAsync(
            bench.PathOf("other"), "add", "--from", bench.PathOf("drafts", "2024-04.csv"), "--tags", "tags", "--month", "2024-04");

        Assert.Equal(
            ["- 2404.00001 #gears #long-context", "- 2404.00002 #cogs"],
            bench.Read("other", "curated", "2024-04.md").Trim().Split('\n')[2..].Order());
    }

    private static async Task<CommandResult> AddAsync(Workbench bench, string sheet, params string[] options)
    {
        var file = bench.PathOf("sheet.csv");
        await File.WriteAllTextAsync(file, sheet, TestContext.Current.CancellationToken);
        return await bench.RunAsync(["add", "--from", file, "--month", "2024-04", .. options]);
    }
}

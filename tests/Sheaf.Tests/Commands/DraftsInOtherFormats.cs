
namespace Sheaf.Tests.Commands;

public sealed class DraftsInOtherFormats
{
    [Theory]
    [InlineData("html", "2024-04.html")]
    [InlineData("json", "2024-04.json")]
    [InlineData("bibtex", "2024-04.bib")]
    [InlineData("ris", "2024-04.ris")]
    [InlineData("csl-json", "2024-04.csl.json")]
    [InlineData("csv", "2024-04.csv")]
    [InlineData("atom", "2024-04.atom")]
    public async Task Each_lies_beside_the_draft_and_the_draft_is_not_touched(string format, string file)
    {
        await using var bench = await HarvestedAsync();

        var ran = await bench.RunAsync("draft", "2024-04", "--format", format);

        Assert.Equal(0, ran.Exit);
        Assert.Equal([file], Directory.EnumerateFiles(bench.PathOf("drafts")).Select(Path.GetFileName));
        Assert.Contains("2404.00001", bench.Read("drafts", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_as_it_should_be_is_not_written_again_and_another_is_replaced()
    {
        await using var bench = await HarvestedAsync();
        var path = bench.PathOf("drafts", "2024-04.html");
        await bench.RunAsync("draft", "2024-04", "--format", "html");
        var before = DateTime.UnixEpoch;
        File.SetLastWriteTimeUtc(path, before);

        await bench.RunAsync("draft", "2024-04", "--format", "html");
        var untouched = File.GetLastWriteTimeUtc(path);
        File.AppendAllText(path, "edited");
        await bench.RunAsync("draft", "2024-04", "--format", "html");

        Assert.Equal(before, untouched);
        Assert.EndsWith("</html>\n", bench.Read("drafts", "2024-04.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_gets_the_text_alone()
    {
        await using var bench = await HarvestedAsync();

        var csv = await bench.RunAsync("draft", "2024-04", "--format", "csv", "--output", "-");

        Assert.StartsWith("section,id,title,", csv.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(bench.PathOf("drafts")));
    }

    [Fact]
    public async Task Only_json_may_stand_where_one_json_document_was_promised()
    {
        await using var bench = await HarvestedAsync();

        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04", "--json", "--format", "csl-json", "--output", "-")).Exit);
        Assert.Equal(2, (await bench.RunAsync("draft", "2024-04", "--json", "--format", "bibtex", "--output", "-")).Exit);
    }

    [Fact]
    public async Task A_dry_run_names_the_file_and_writes_none()
    {
        await using var bench = await HarvestedAsync();

        var ran = await bench.RunAsync("draft", "2024-04", "--format", "bibtex", "--dry-run");

        Assert.Contains("2024-04.bib", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(bench.PathOf("drafts")));
    }

    [Fact]
    public async Task An_unknown_format_is_refused_with_those_there_are()
    {
        await using var bench = await HarvestedAsync();

        var ran = await bench.RunAsync("draft", "2024-04", "--format", "docx");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("csl-json", ran.Error, StringComparison.Ordinal);
    }

    private static async Task<Workbench> HarvestedAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001 ★ — mine\n- 2404.00002\n");
        await bench.RunAsync("harvest", "2024-04");
        return bench;
    }
}

using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary>Data on standard output, under <c>--json</c> one document, and files where the person said.</summary>
public sealed class StandardOutputAndFiles
{
    [Fact]
    public async Task An_export_under_json_is_one_array()
    {
        await using var bench = await HarvestedAsync(2);

        var papers = await bench.RunAsync("export", "papers", "--json");
        var none = await bench.RunAsync("export", "papers", "--month", "2020-01", "--json");

        using var array = JsonDocument.Parse(papers.Output);
        Assert.Equal(["2404.00001", "2404.00002"], array.RootElement.EnumerateArray().Select(paper => paper.GetProperty("id").GetString()));
        Assert.Equal("[]\n", none.Output);
    }

    [Fact]
    public async Task Json_and_another_format_on_standard_output_are_refused()
    {
        await using var bench = await HarvestedAsync(1);

        var csv = await bench.RunAsync("export", "papers", "--json", "--format", "csv");
        var markdown = await bench.RunAsync("draft", "2024-04", "--json", "--output", "-");
        var json = await bench.RunAsync("draft", "2024-04", "--json", "--format", "json", "--output", "-");

        Assert.Equal((2, 2, 0), (csv.Exit, markdown.Exit, json.Exit));
        using var draft = JsonDocument.Parse(json.Output);
        Assert.Equal(1, draft.RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_dry_run_names_the_file_that_would_be_written()
    {
        await using var bench = await HarvestedAsync(1);
        var target = bench.PathOf("elsewhere.md");

        var ran = await bench.RunAsync("draft", "2024-04", "--output", target, "--dry-run", "--json");

        using var plan = JsonDocument.Parse(ran.Output);
        Assert.Equal(target, plan.RootElement.GetProperty("path").GetString());
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task A_draft_is_not_written_over_a_folder()
    {
        await using var bench = await HarvestedAsync(1);

        var ran = await bench.RunAsync("draft", "2024-04", "--output", bench.Folder);

        Assert.Equal(2, ran.Exit);
        Assert.Contains("is a folder", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backfill_reports_the_exit_code_it_ends_with()
    {
        await using var bench = await HarvestedAsync(1);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00009\n");

        var ran = await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft", "--json");

        using var report = JsonDocument.Parse(ran.Output);
        Assert.Equal(1, ran.Exit);
        Assert.Equal(1, report.RootElement.GetProperty("exit").GetInt32());
    }

    [Fact]
    public async Task The_whole_log_has_every_request()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");

        await bench.RunAsync("harvest", "--verbose");

        var log = File.ReadAllText(Assert.Single(Directory.EnumerateFiles(bench.PathOf("logs"))));
        Assert.Contains("answered 200", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_says_which_source_a_paper_is_from()
    {
        await using var bench = await HarvestedAsync(1);

        var ran = await bench.RunAsync("show", "2404.00001");

        Assert.Matches("(?m)^Said by +page$", ran.Output);
    }

    [Fact]
    public async Task A_month_without_a_list_is_mentioned_by_the_harvest()
    {
        await using var bench = await HarvestedAsync(1);

        var ran = await bench.RunAsync("harvest", "2042-04");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("nothing for 2042-04", ran.Error, StringComparison.Ordinal);
    }

    private static async Task<Workbench> HarvestedAsync(int count)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(count));
        bench.List("2024-04.md", string.Concat(Enumerable.Range(1, count).Select(number => $"- 2404.0000{number}\n")));
        await bench.RunAsync("harvest");
        return bench;
    }
}

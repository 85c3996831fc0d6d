using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Commands;

/// <summary><c>export ledger</c> and what <c>status</c> says of single papers.</summary>
public sealed class LookingIntoTheLedger
{
    [Fact]
    public async Task Every_reference_of_a_month_has_a_row_whatever_became_of_it()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00002\n- 2404.00001\n- 2404.09999\n- 2404.1234\n");
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", "- 2404.00002\n- 2404.00001\n- 2404.09999\n- 2404.1234\n- 2404.00077\n");

        var rows = await RowsAsync(bench, "--month", "2024-04");
        var all = await RowsAsync(bench);

        Assert.Equal(
            [
                "2404.00002 fetched  page", "2404.00001 fetched  page", "2404.09999 missing not-found ", "2404.1234 missing malformed ",
                "2404.00077 missing not-yet-tried ",
            ],
            rows.Select(Short));
        Assert.Equal(rows.Select(Short).Order(), all.Select(Short).Order());
        Assert.Equal([false, false, true, false, true], rows.Select(row => row.GetProperty("nextAttempt").GetString() is not null));
        Assert.Equal([1, 1, 1, 0, 0], rows.Select(row => row.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task As_csv_it_has_a_header_and_a_line_for_each()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");

        var lines = (await bench.RunAsync("export", "ledger", "--format", "csv")).Output.Split(
            "\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("id,month,state,reason,detail,servedBy,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2404.00001,2024-04,fetched,,,page,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_tells_what_arxiv_changed_after_the_draft_was_written()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        Change(bench, record => record with { Title = "Before the draft" }, TimeProvider.System.GetUtcNow().AddHours(-1));
        await bench.RunAsync("draft", "2024-04");
        Change(bench, record => record with { Title = "After the draft" }, TimeProvider.System.GetUtcNow().AddHours(1));

        var json = await bench.RunAsync("status", "2024-04", "--json");
        var text = await bench.RunAsync("status", "2024-04");

        var change = Assert.Single(JsonElement.Parse(json.Output).GetProperty("changedSinceDrafted").EnumerateArray());
        Assert.Equal(
            ("2404.00001", "title", "After the draft"),
            (change.GetProperty("id").GetString(), change.GetProperty("what").GetString(), change.GetProperty("after").GetString()));
        Assert.Contains(
            "2404.00001: changed since the draft was written: title 'After the draft', it was ", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_of_this_month_that_arxiv_lacks_may_not_be_announced_yet()
    {
        var soon = Month.Of(TimeProvider.System.GetUtcNow());
        var id = $"{soon.Start:yyMM}.09999";
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List($"{soon}.md", $"- {id}\n");
        bench.List("2024-04.md", "- 2404.09999\n");
        await bench.RunAsync("harvest");

        Assert.Contains("It may not be announced yet.", (await bench.RunAsync("status", $"{soon}")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("announced", (await bench.RunAsync("status", "2024-04")).Output, StringComparison.Ordinal);
    }

    private static void Change(Workbench bench, Func<EprintRecord, EprintRecord> change, DateTimeOffset noticed)
    {
        using var database = new Database(bench.Store);
        var paper = new EprintStore(database).Find(ArxivIdentifier.Parse("2404.00001"))!;
        var record = new EprintRecord
        {
            Identifier = paper.Identifier,
            Source = RecordSource.Page,
            LatestVersion = paper.LatestVersion,
            Title = paper.Title,
            Authors = paper.Authors,
            Abstract = paper.Abstract,
            Categories = paper.Categories,
            FirstSubmitted = paper.FirstSubmitted,
        };
        new EprintStore(database).SavePage(change(record), null, noticed);
    }

    private static async Task<List<JsonElement>> RowsAsync(Workbench bench, params string[] options) =>
        [.. (await bench.RunAsync(["export", "ledger", .. options])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))];

    private static string Short(JsonElement row) =>
        $"{row.GetProperty("id").GetString()} {row.GetProperty("state").GetString()} {row.GetProperty("reason").GetString()} "
        + $"{row.GetProperty("servedBy").GetString()}";
}

using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf suggest</c> over a workspace whose editor has an obvious taste.</summary>
public sealed class SuggestingPapers
{
    [Fact]
    public async Task What_is_like_the_picks_comes_first_with_a_reason()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        var ran = await bench.RunAsync("suggest", "2024-04", "--top", "3");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("  1. ", ran.Output, StringComparison.Ordinal);
        var first = ran.Output.Split('\n').First(line => line.StartsWith("  1. ", StringComparison.Ordinal));
        Assert.Contains("robot", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("sheaf add --month 2024-04 2404.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_listed_refused_or_published_is_not_suggested()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        var before = await IdsAsync(bench);
        bench.List("2024-04.md", $"- {before[0]}\n");
        await bench.RunAsync("refuse", before[1]);
        Directory.CreateDirectory(bench.PathOf("published"));
        File.WriteAllText(bench.PathOf("published", "2024-04.html"), $"<ul><li>Robots, https://arxiv.org/abs/{before[2]}</li></ul>");

        var after = await IdsAsync(bench);

        Assert.Empty(after.Intersect(before.Take(3)));
        Assert.Equal(before.Count - 3, after.Count);
    }

    [Fact]
    public async Task What_was_put_off_is_left_out_and_counted()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        var before = await IdsAsync(bench);
        await bench.RunAsync("later", before[0], before[1], "1812.00001");

        Assert.Empty((await IdsAsync(bench)).Intersect(before.Take(2)));

        Assert.EndsWith("2 put off: see later.txt.\n", (await bench.RunAsync("suggest", "2024-04")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_keys_of_the_contract_and_says_the_same_twice()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        var (one, two) = (await bench.RunAsync("suggest", "2024-04", "--json"), await bench.RunAsync("suggest", "2024-04", "--json"));

        Assert.Equal(one.Output, two.Output);
        using var document = JsonDocument.Parse(one.Output);
        Assert.Equal(
            ("2024-04", 20),
            (document.RootElement.GetProperty("month").GetString(), document.RootElement.GetProperty("considered").GetInt32()));
        var suggestions = document.RootElement.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, suggestions.Count), suggestions.Select(suggestion => suggestion.GetProperty("rank").GetInt32()));
        Assert.All(suggestions, suggestion => Assert.Equal(JsonValueKind.Array, suggestion.GetProperty("reasons").ValueKind));
        Assert.NotEmpty(suggestions[0].GetProperty("reasons")[0].GetString()!);
    }

    [Fact]
    public async Task Looking_back_on_a_month_before_which_nothing_was_picked_gives_no_figure()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        var ran = await bench.RunAsync("suggest", "2024-03", "--backtest");
        var json = await bench.RunAsync("suggest", "2024-03", "--backtest", "--json");

        Assert.Equal(1, ran.Exit);
        Assert.StartsWith("Nothing was learnt from months before 2024-03", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"sentence\": null", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picks_of_the_month_itself_teach_nothing()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        var before = await bench.RunAsync("suggest", "2024-04", "--json");
        bench.List("2024-05.md", "- 2404.00001\n");

        var after = await bench.RunAsync("suggest", "2024-04", "--json");

        Assert.Equal(ScoresWithout(before.Output, "2404.00001"), ScoresWithout(after.Output, "2404.00001"));
    }

    [Fact]
    public async Task A_backtest_says_in_one_sentence_what_would_have_been_found()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        bench.List("2024-04.md", "- 2404.00001 ★\n- 2404.00002 ★\n- 2404.00011\n");

        var ran = await bench.RunAsync("suggest", "--backtest", "--top", "10");

        Assert.Equal(0, ran.Exit);
        Assert.Equal("In April 2024, 2 of your 2 starred papers, and 2 of all 3, would have been in the top 10 of 20.\n", ran.Output);
    }

    [Fact]
    public async Task A_month_that_nobody_fetched_is_not_an_empty_month()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        var ran = await bench.RunAsync("suggest", "2024-07");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("sheaf backfill --from 2024-07 --to 2024-07 --sweep", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_refused_papers_that_names_none_is_told()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        File.WriteAllText(bench.PathOf("refused.txt"), "2404.00001\n240.1\n");

        var ran = await bench.RunAsync("suggest", "2024-04");

        Assert.Contains("refused.txt, line 2: '240.1' names no paper", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_ends_with_what_may_have_been_missed_where_that_is_wanted()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        bench.List("2024-04.md", "- 2404.00011\n");

        await bench.RunAsync("draft", "2024-04");
        Assert.DoesNotContain("You may have missed", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);

        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Suggestions=2");
        var draft = bench.Read("drafts", "2024-04.md");

        Assert.StartsWith("1 paper on the list.", draft.Split('\n')[2], StringComparison.Ordinal);
        var part = draft[draft.IndexOf("## You may have missed", StringComparison.Ordinal)..];
        Assert.Equal(2, part.Split('\n').Count(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.Contains("<!-- suggested -->", part, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(Workbench bench)
    {
        var ran = await bench.RunAsync("suggest", "2024-04", "--json", "--top", "100");
        using var document = JsonDocument.Parse(ran.Output);
        return [.. document.RootElement.GetProperty("suggestions").EnumerateArray()
            .Select(suggestion => suggestion.GetProperty("id").GetString()!)];
    }

    private static IEnumerable<(string Id, double Score)> ScoresWithout(string json, string id)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("suggestions").EnumerateArray()
            .Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("score").GetDouble())).Where(one => one.Item1 != id)];
    }
}

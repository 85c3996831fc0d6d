using Microsoft.Data.Sqlite;

namespace Sheaf.Tests.Commands;

public sealed class UpdatingADraft
{
    private const string List = "- 2404.00001\n- 2404.00002\n";

    [Fact]
    public async Task A_new_paper_comes_into_an_edited_draft_and_the_words_in_it_stay()
    {
        await using var bench = await EditedAsync();
        bench.List("2024-04.md", $"{List}- 2404.00003\n");
        await bench.RunAsync("harvest");

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Contains("1 paper added", ran.Output, StringComparison.Ordinal);
        Assert.Contains("My own words.", Draft(bench), StringComparison.Ordinal);
        Assert.Contains("abs/2404.00003", Draft(bench), StringComparison.Ordinal);
        Assert.Equal(["2024-04.md"], Directory.GetFiles(bench.PathOf("drafts")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Two_that_start_over_at_once_lose_nothing()
    {
        await using var bench = await EditedAsync();
        for (var round = 1; round <= 5; round++)
        {
            var words = $"Words of round {round}.";
            File.AppendAllText(bench.PathOf("drafts", "2024-04.md"), $"\n{words}\n");

            var ran = await Task.WhenAll(
                Enumerable.Range(0, 2).Select(_ => Task.Run(() => bench.RunAsync("draft", "2024-04", "--discard-edits"))));

            Assert.All(ran, one => Assert.Equal((0, ""), (one.Exit, one.Error)));
            Assert.Contains(
                Directory.GetFiles(bench.PathOf("drafts"), "*.md"),
                file => File.ReadAllText(file).Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_draft_that_was_emptied_is_written_anew_and_one_that_is_being_emptied_is_waited_for()
    {
        await using var bench = await EditedAsync();
        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), "");
        var running = Task.Run(() => bench.RunAsync("draft", "2024-04"));
        Assert.True(SpinWait.SpinUntil(() => File.Exists(bench.PathOf(".curated.lock")), TimeSpan.FromMinutes(1)));
        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), "All my own.\n");

        Assert.Equal(0, (await running).Exit);
        Assert.Contains("All my own.", Draft(bench), StringComparison.Ordinal);

        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), "");
        File.SetLastWriteTimeUtc(bench.PathOf("drafts", "2024-04.md"), DateTime.UnixEpoch);
        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04")).Exit);
        Assert.Contains("abs/2404.00001", Draft(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_news_touches_nothing()
    {
        await using var bench = await EditedAsync();
        var files = new[] { bench.PathOf("drafts", "2024-04.md"), bench.PathOf("drafts", ".sheaf", "2024-04.base.md") };
        var before = files.Select(File.GetLastWriteTimeUtc).ToList();

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("is up to date", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, files.Select(File.GetLastWriteTimeUtc));
    }

    [Fact]
    public async Task Nothing_is_lost_with_the_store()
    {
        await using var bench = await EditedAsync();
        var edited = Draft(bench);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(bench.Folder, "sheaf.db*"))
        {
            File.Delete(file);
        }

        var without = await bench.RunAsync("draft", "2024-04");
        var between = Draft(bench);
        await bench.RunAsync("harvest");
        var with = await bench.RunAsync("draft", "2024-04");

        Assert.Equal((1, 0), (without.Exit, with.Exit));
        Assert.Equal((edited, edited), (between, Draft(bench)));
    }

    [Fact]
    public async Task Without_a_base_all_of_the_draft_is_the_persons_and_new_papers_come_in()
    {
        await using var bench = await EditedAsync();
        var edited = Draft(bench);
        File.Delete(bench.PathOf("drafts", ".sheaf", "2024-04.base.md"));
        bench.List("2024-04.md", "- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");

        await bench.RunAsync("draft", "2024-04");

        var lines = Draft(bench).Split('\n');
        Assert.All(edited.Split('\n'), line => Assert.Contains(line, lines));
        Assert.Contains(lines, line => line.EndsWith("abs/2404.00003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_taken_off_the_list_stays_where_somebody_worked_on_it_and_a_person_is_told()
    {
        await using var bench = await EditedAsync();
        bench.List("2024-04.md", "- 2404.00002\n");

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("2404.00001 is no longer on the list", ran.Error, StringComparison.Ordinal);
        Assert.Contains("My own words.", Draft(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_under_edits_is_told_once()
    {
        await using var bench = await EditedAsync();
        await bench.TellStoreAsync("UPDATE eprint SET title = 'Another title' WHERE identifier = '2404.00001'");

        var first = await bench.RunAsync("draft", "2024-04", "--json");
        var second = await bench.RunAsync("draft", "2024-04");

        Assert.Contains("2404.00001 has changed where you have edited the draft", first.Error, StringComparison.Ordinal);
        Assert.Contains("Another title", first.Error, StringComparison.Ordinal);
        Assert.Contains("\"changedUnderEdits\": [\n  {\n   \"id\": \"2404.00001\",\n   \"was\":", first.Output, StringComparison.Ordinal);
        Assert.Equal("", second.Error);
        Assert.DoesNotContain("Another title", Draft(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_shows_what_would_change_and_writes_nothing()
    {
        await using var bench = await EditedAsync();
        var edited = Draft(bench);
        bench.List("2024-04.md", $"{List}- 2404.00003\n");
        await bench.RunAsync("harvest");

        var diff = await bench.RunAsync("draft", "2024-04", "--diff");
        var document = await bench.RunAsync("draft", "2024-04", "--diff", "--json");

        Assert.Equal((0, ""), (diff.Exit, diff.Error));
        Assert.StartsWith("--- ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("\n-2 papers on the list.\n+3 papers on the list.\n", diff.Output, StringComparison.Ordinal);
        Assert.Contains("\n+* ", diff.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n-* ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("\"diff\": \"--- ", document.Output, StringComparison.Ordinal);
        Assert.Contains("\"added\": [\n  \"2404.00003\"\n ]", document.Output, StringComparison.Ordinal);
        Assert.Equal(edited, Draft(bench));
    }

    [Fact]
    public async Task A_diff_of_nothing_says_so()
    {
        await using var bench = await EditedAsync();

        var ran = await bench.RunAsync("draft", "2024-04", "--diff");

        Assert.Equal((0, ""), (ran.Exit, ran.Output));
        Assert.Contains("would not change", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discarding_edits_starts_over_and_keeps_the_old_draft()
    {
        await using var bench = await EditedAsync();
        var edited = Draft(bench);

        var ran = await bench.RunAsync("draft", "2024-04", "--discard-edits");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("2024-04.old-1.md", ran.Output, StringComparison.Ordinal);
        Assert.Equal(edited, bench.Read("drafts", "2024-04.old-1.md"));
        Assert.DoesNotContain("My own words.", Draft(bench), StringComparison.Ordinal);
        Assert.Equal(Draft(bench), bench.Read("drafts", ".sheaf", "2024-04.base.md"));
    }

    [Theory]
    [InlineData("--diff", "--output", "-")]
    [InlineData("--diff", "--format", "json")]
    [InlineData("--discard-edits", "--output", "-")]
    [InlineData("--discard-edits", "--format", "json")]
    [InlineData("--diff", "--discard-edits")]
    public async Task What_makes_no_sense_together_is_refused(params string[] options)
    {
        await using var bench = await EditedAsync();
        var edited = Draft(bench);

        var ran = await bench.RunAsync(["draft", "2024-04", .. options]);

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains("leave out --", ran.Error, StringComparison.Ordinal);
        Assert.Equal(edited, Draft(bench));
    }

    [Fact]
    public async Task A_draft_that_is_no_text_is_left_alone()
    {
        await using var bench = await EditedAsync();
        await File.WriteAllBytesAsync(bench.PathOf("drafts", "2024-04.md"), [0xE9, 0x0A], TestContext.Current.CancellationToken);

        var ran = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(4, ran.Exit);
        Assert.Contains("save it as UTF-8", ran.Error, StringComparison.Ordinal);
        Assert.Equal(
            [0xE9, 0x0A], await File.ReadAllBytesAsync(bench.PathOf("drafts", "2024-04.md"), TestContext.Current.CancellationToken));
    }

    private static string Draft(Workbench bench) => bench.Read("drafts", "2024-04.md");

    /// <summary>A draft of two papers with a person's words under the entry of the first.</summary>
    private static async Task<Workbench> EditedAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(4));
        bench.List("2024-04.md", List);
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        var lines = Draft(bench).Split('\n').ToList();
        lines.Insert(lines.FindIndex(line => line.EndsWith("abs/2404.00001", StringComparison.Ordinal)) + 1, "\n  My own words.");
        await File.WriteAllTextAsync(bench.PathOf("drafts", "2024-04.md"), string.Join('\n', lines), TestContext.Current.CancellationToken);
        return bench;
    }
}

using System.Text.Json;
using Sheaf.Tests.Checking;

namespace Sheaf.Tests.Publishing;

/// <summary><c>sheaf publish</c>: the edited draft becomes the issue, once.</summary>
public sealed class PublishingAMonth
{
    private static readonly string[] All = ["--anyway", "--set", "Publish:Formats=markdown,html,mail"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_edited_draft_is_published_word_for_word_and_nothing_is_asked_of_arXiv()
    {
        await using var bench = await FinishedMonth.StartAsync();
        var asked = bench.Arxiv.Requests.Count;

        var ran = await bench.PublishAsync();

        Assert.Equal(0, ran.Exit);
        Assert.Equal(bench.Read("drafts", "2024-04.md"), await File.ReadAllTextAsync(bench.Published(), Token));
        Assert.Equal(asked, bench.Arxiv.Requests.Count);
    }

    [Fact]
    public async Task Publishing_twice_changes_nothing()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        var before = bench.Everything();

        var again = await bench.PublishAsync();

        Assert.Equal(0, again.Exit);
        Assert.Contains("nothing has changed since", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, bench.Everything());
    }

    [Fact]
    public async Task Sheafs_marks_and_its_block_of_papers_that_may_have_been_missed_are_left_out()
    {
        await using var bench = await FinishedMonth.StartAsync();
        FinishedMonth.Edit(bench, text => text
            .Replace("  It wears.", "  It wears. <!-- suggested -->", StringComparison.Ordinal)
            + "\n## You may have missed\n\n"
            + "* CogWheel: Aligning Toothed Transmissions without Human Feedback by Muster (3 Apr), https://arxiv.org/abs/2404.00003\n");
        File.Delete(bench.PathOf("drafts", ".sheaf", "2024-04.base.md"));

        var ran = await bench.PublishAsync("--anyway");

        var text = await File.ReadAllTextAsync(bench.Published(), Token);
        Assert.Equal(0, ran.Exit);
        Assert.DoesNotContain("<!--", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2404.00003", text, StringComparison.Ordinal);
        Assert.Contains("  It wears.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  It wears.", "  TODO", 1, 0)]
    [InlineData("2404.00002", "2404.00001", 1, 1)]
    public async Task Warnings_hold_it_up_without_anyway_and_errors_always(string old, string @new, int exit, int exitAnyway)
    {
        await using var bench = await FinishedMonth.StartAsync();
        FinishedMonth.Edit(bench, text => text.Replace(old, @new, StringComparison.Ordinal));

        var plain = await bench.PublishAsync();
        Assert.Empty(bench.Issue());
        var anyway = await bench.PublishAsync("--anyway");

        Assert.Equal((exit, exitAnyway), (plain.Exit, anyway.Exit));
        Assert.Equal(exitAnyway == 0, File.Exists(bench.Published()));
    }

    [Fact]
    public async Task What_only_arXiv_could_tell_holds_it_up_like_a_warning()
    {
        await using var bench = await FinishedMonth.StartAsync();
        FinishedMonth.Edit(bench, text => text.Replace(
            "Grinding Wooden Gears with Patient Hands by", "Weaving Paper Bridges over Quiet Rivers by", StringComparison.Ordinal));
        var asked = bench.Arxiv.Requests.Count;

        var ran = await bench.PublishAsync();

        Assert.Equal(1, ran.Exit);
        Assert.Contains("could not be checked", ran.Output, StringComparison.Ordinal);
        Assert.Equal(asked, bench.Arxiv.Requests.Count);
    }

    [Fact]
    public async Task Without_a_draft_it_is_exit_2()
    {
        await using var bench = await FinishedMonth.StartAsync();

        var (other, none) = (await bench.RunAsync("publish", "2024-05"), await bench.RunAsync("publish"));
        FinishedMonth.Edit(bench, _ => " \n");
        var empty = await bench.PublishAsync();

        Assert.Equal((2, 2, 2), (other.Exit, none.Exit, empty.Exit));
        Assert.Contains("There is no draft of 2024-05", other.Error, StringComparison.Ordinal);
        Assert.Contains("is empty", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_has_changed_is_told_and_published_only_when_asked_again()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        var first = await File.ReadAllTextAsync(bench.Published(), Token);
        FinishedMonth.Edit(
            bench, text => text.Replace("wears", "lasts", StringComparison.Ordinal).Replace("pays", "counts", StringComparison.Ordinal));

        var told = await bench.PublishAsync();
        var status = await bench.StatusAsync();
        var unchanged = await File.ReadAllTextAsync(bench.Published(), Token);
        var again = await bench.PublishAsync("--again");

        Assert.Equal((1, 0), (told.Exit, again.Exit));
        Assert.Contains("changed since published: 2 entries", told.Error, StringComparison.Ordinal);
        Assert.Equal(2, status.GetProperty("changedSince").GetInt32());
        Assert.Equal(first, unchanged);
        Assert.Contains("It lasts.", await File.ReadAllTextAsync(bench.Published(), Token), StringComparison.Ordinal);
        Assert.Equal([first], bench.Kept());
        Assert.Equal(0, (await bench.StatusAsync()).GetProperty("changedSince").GetInt32());
    }

    [Theory]
    [InlineData("A word before all.", "Another word.", "the text around the entries")]
    [InlineData("2 papers on the list.", "3 papers on the list.", null)]
    public async Task Text_around_the_entries_counts_and_their_count_does_not(string old, string @new, string? told)
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        FinishedMonth.Edit(bench, text => text.Replace(old, @new, StringComparison.Ordinal));

        var ran = await bench.PublishAsync("--anyway");

        Assert.Equal(told is null ? 0 : 1, ran.Exit);
        Assert.Contains(told ?? "", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_Sheaf_did_not_write_is_never_replaced_unless_asked_and_is_kept()
    {
        await using var bench = await FinishedMonth.StartAsync();
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(bench.Published(), "Mine.\n", Token);

        var refused = await bench.PublishAsync("--anyway");
        var untouched = await File.ReadAllTextAsync(bench.Published(), Token);
        var again = await bench.PublishAsync("--again", "--json");

        Assert.Equal((1, 0), (refused.Exit, again.Exit));
        Assert.Contains("Sheaf did not write it", refused.Error, StringComparison.Ordinal);
        Assert.Equal("Mine.\n", untouched);
        Assert.Equal(["Mine.\n"], bench.Kept());
        Assert.Contains(".sheaf", JsonElement.Parse(again.Output).GetProperty("kept")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_file_that_was_edited_by_hand_is_kept_before_it_is_replaced()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        await File.AppendAllTextAsync(bench.Published(), "Corrected by hand.\n", Token);
        var edited = await File.ReadAllTextAsync(bench.Published(), Token);

        var refused = await bench.PublishAsync();
        var untouched = await File.ReadAllTextAsync(bench.Published(), Token);
        await bench.PublishAsync("--again");
        await File.AppendAllTextAsync(bench.Published(), "Corrected otherwise.\n", Token);
        var twice = await File.ReadAllTextAsync(bench.Published(), Token);
        await bench.PublishAsync("--again");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("changed by hand", refused.Error, StringComparison.Ordinal);
        Assert.Equal(edited, untouched);
        Assert.Equal(new[] { edited, twice }.Order(), bench.Kept());
    }

    [Fact]
    public async Task A_published_file_that_is_gone_is_written_anew_only_when_asked()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        File.Delete(bench.Published());

        var (refused, again) = (await bench.PublishAsync("--json"), await bench.PublishAsync("--again"));

        Assert.Equal((1, 0), (refused.Exit, again.Exit));
        var file = Assert.Single(JsonElement.Parse(refused.Output).GetProperty("files").EnumerateArray());
        Assert.Equal("absent", file.GetProperty("state").GetString());
        Assert.True(File.Exists(bench.Published()));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_read_decides_nothing()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        File.Delete(bench.Published());
        await File.WriteAllTextAsync(bench.Receipt(), "{ broken", Token);

        var (refused, status) = (await bench.PublishAsync(), await bench.RunAsync("status", "2024-04"));
        var again = await bench.PublishAsync("--again");

        Assert.Equal((1, 0), (refused.Exit, again.Exit));
        Assert.Contains("cannot be told", refused.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be told", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_and_writes_nothing()
    {
        await using var bench = await FinishedMonth.StartAsync();
        var before = bench.Dump();

        var ran = await bench.PublishAsync("--dry-run", "--set", "Publish:Command=/nowhere/send");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("Would write", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Publish:Command would be run", ran.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.PathOf("published")));
        Assert.Equal(before, bench.Dump());
    }

    /// <summary>With a little more room each time, so that each step is one at which it ends.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_full_disk_files_are_written_all_or_none(bool isFirstTime)
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        using var disk = Disk.On(bench.Folder, 4096);
        await FinishedMonth.InAsync(bench);
        if (!isFirstTime)
        {
            await bench.PublishAsync(All);
            FinishedMonth.Edit(bench, text => text.Replace("wears", "lasts", StringComparison.Ordinal));
        }

        Directory.CreateDirectory(bench.PathOf("published", ".sheaf"));
        var before = (string.Join('\n', bench.Issue()), ReceiptOf(bench));
        var exit = 4;
        for (var kilobytesLeft = 0; exit != 0; kilobytesLeft += 4)
        {
            disk.Fill(kilobytesLeft);

            var full = await bench.PublishAsync([.. All, "--again"]);

            exit = full.Exit;
            disk.MakeRoom();
            if (exit != 0)
            {
                Assert.Equal(4, exit);
                Assert.EndsWith("Nothing is lost.\n", full.Error, StringComparison.Ordinal);
                Assert.Equal(before, (string.Join('\n', bench.Issue()), ReceiptOf(bench)));
                Assert.InRange(kilobytesLeft, 0, 1000);
            }
        }

        Assert.Equal(4, bench.Issue().Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_no_file_is_never_replaced_nor_anything_beside_it(bool isFirstTime)
    {
        await using var bench = await FinishedMonth.StartAsync();
        if (!isFirstTime)
        {
            await bench.PublishAsync(All);
            FinishedMonth.Edit(bench, text => text.Replace("wears", "lasts", StringComparison.Ordinal));
        }

        Directory.CreateDirectory(bench.PathOf("published"));
        File.Delete(bench.Published("mail.txt"));
        Directory.CreateDirectory(bench.Published("mail.txt"));
        var before = bench.Issue();

        var ran = await bench.PublishAsync([.. All, "--again"]);
        Directory.Delete(bench.Published("mail.txt"));
        var after = bench.Issue();

        Assert.Equal(1, ran.Exit);
        Assert.Contains("give it another one", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_draft_that_is_saved_in_the_middle_is_published_as_it_was_at_one_moment()
    {
        await using var bench = await FinishedMonth.StartAsync();
        var draft = bench.PathOf("drafts", "2024-04.md");
        var one = await File.ReadAllTextAsync(draft, Token);
        var other = one.Replace("wears", "lasts", StringComparison.Ordinal).Replace("pays", "counts", StringComparison.Ordinal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var saving = Task.Run(
            () =>
            {
                for (var turn = 0; !stop.IsCancellationRequested; turn++)
                {
                    File.WriteAllText($"{draft}~", turn % 2 == 0 ? other : one);
                    File.Move($"{draft}~", draft, overwrite: true);
                }
            },
            Token);

        for (var turn = 0; turn < 5; turn++)
        {
            var ran = await bench.PublishAsync("--again");

            var published = await File.ReadAllTextAsync(bench.Published(), Token);
            var receipt = JsonElement.Parse(await File.ReadAllTextAsync(bench.Receipt(), Token));
            Assert.Equal(0, ran.Exit);
            Assert.Contains(published, new[] { one, other });
            Assert.Equal(
                global::Sheaf.Publishing.ReceiptFolder.Hash(await File.ReadAllBytesAsync(bench.Published(), Token)),
                receipt.GetProperty("files")[0].GetProperty("sha256").GetString());
        }

        await stop.CancelAsync();
        await saving;
    }

    [Fact]
    public async Task The_draft_may_be_in_UTF_16_and_have_the_line_endings_of_Windows()
    {
        await using var bench = await FinishedMonth.StartAsync();
        var text = bench.Read("drafts", "2024-04.md").ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(bench.PathOf("drafts", "2024-04.md"), text, System.Text.Encoding.Unicode, Token);

        var ran = await bench.PublishAsync();

        Assert.Equal(0, ran.Exit);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), await File.ReadAllBytesAsync(bench.Published(), Token));
    }

    [Fact]
    public async Task Json_says_what_was_written_and_why_not()
    {
        await using var bench = await FinishedMonth.StartAsync();

        var done = JsonElement.Parse((await bench.PublishAsync("--json")).Output);
        FinishedMonth.Edit(bench, text => text.Replace("wears", "lasts", StringComparison.Ordinal));
        var refused = JsonElement.Parse((await bench.PublishAsync("--json")).Output);

        Assert.Equal("published", done.GetProperty("outcome").GetString());
        Assert.Equal("Gears of April", done.GetProperty("title").GetString());
        Assert.Equal(bench.Published(), done.GetProperty("files")[0].GetProperty("file").GetString());
        Assert.Equal(JsonValueKind.Null, done.GetProperty("command").ValueKind);
        Assert.Equal(1, refused.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(1, refused.GetProperty("changedSince").GetInt32());
    }

    private static string? ReceiptOf(Workbench bench) => File.Exists(bench.Receipt()) ? File.ReadAllText(bench.Receipt()) : null;
}

using Sheaf.Commands;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Commands;

/// <summary>A disk that is really full: old files stay as they were, a sentence says so, and the next run completes.</summary>
public sealed class FullDisks
{
    private const int Papers = 60;
    private static readonly string[] Moments =
        ["fetched", "first_asked", "last_attempt", "last_looked", "served", "attempts", "read", "updated"];

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(200)]
    public async Task A_harvest_that_fills_the_disk_ends_with_a_sentence_and_the_next_one_completes(int kilobytesLeft)
    {
        // The query API and the pages are asked side by side: a page that was stored first would leave nothing to ask the API for.
        var pagesWait = new FaultRule(FaultKind.Unavailable) { Kind = LoggedKind.Page, After = 2, Times = 1, RetryAfter = 2 };
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(Papers), new ReplicaOptions { Faults = [pagesWait] });
        using var disk = Disk.On(bench.Folder, 4096);
        bench.List("2024-04.md", ListOf(2));
        Assert.Equal(0, (await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft")).Exit);
        var draft = bench.Read("drafts", "2024-04.md");
        bench.List("2024-04.md", ListOf(Papers));
        disk.Fill(kilobytesLeft);

        var full = await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft");

        Assert.Equal(4, full.Exit);
        Assert.Contains("the disk is full", full.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is lost.\n", full.Error, StringComparison.Ordinal);
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
        disk.MakeRoom();
        Assert.Equal(0, (await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft")).Exit);
        await using var calm = await Workbench.StartAsync(InventedPapers.Many(Papers));
        calm.List("2024-04.md", ListOf(Papers));
        await calm.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft");
        Assert.Equal(calm.Dump([.. Moments, "written"]), bench.Dump([.. Moments, "written"]));
        Assert.Equal(calm.Read("drafts", "2024-04.md"), bench.Read("drafts", "2024-04.md"));
        Assert.Equal("ok", await bench.AskStoreAsync("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_draft_a_list_and_a_backup_for_which_there_is_no_room_leave_everything_as_it_was()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        using var disk = Disk.On(bench.Folder, 4096);
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft");
        var (draft, list) = (bench.Read("drafts", "2024-04.md"), "- 2404.00001 — now with a note\n// " + new string('x', 4096 - 34) + "\n");
        bench.List("2024-04.md", list);
        disk.Fill(kilobytesLeft: 0);

        foreach (var command in
            (string[][])
            [
                ["draft", "2024-04"], ["add", "2404.00002", "--month", "2024-04"], ["backup", bench.PathOf("copy.db")],
                ["draft", "2024-04", "--output", bench.PathOf("out.md")],
            ])
        {
            var ran = await bench.RunAsync(command);

            Assert.Equal(4, ran.Exit);
            Assert.EndsWith("Nothing is lost.\n", ran.Error, StringComparison.Ordinal);
        }

        Assert.Equal((draft, list), (bench.Read("drafts", "2024-04.md"), bench.Read("curated", "2024-04.md")));
        Assert.False(File.Exists(bench.PathOf("copy.db")));
        Assert.False(File.Exists(bench.PathOf("out.md")));
        disk.MakeRoom();
        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04")).Exit);
        Assert.Contains("now with a note", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Empty(
            Directory.GetFiles(bench.Folder, "*.tmp", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Theory]
    [InlineData("status", "--json")]
    [InlineData("draft", "2024-04", "--output", "-")]
    public async Task Output_that_goes_to_a_full_disk_ends_with_a_sentence_too(params string[] command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no device that is always full");
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n");
        await using var error = new StringWriter();
        var full = new StreamWriter("/dev/full") { AutoFlush = true };

        var exit = await SheafCommand.RunAsync([.. bench.Options, .. command], full, error, TestContext.Current.CancellationToken);

        Assert.Equal(4, exit);
        Assert.Contains("No space left on device", error.ToString(), StringComparison.Ordinal);
        _ = Record.Exception(full.Dispose);
    }

    private static string ListOf(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(number => FormattableString.Invariant($"- 2404.{number:D5}\n")));
}

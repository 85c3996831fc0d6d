namespace Sheaf.Tests.Commands;

/// <summary>A command that writes the store shows it, also one that was only asked to read.</summary>
public sealed class MarksOfWriting
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("suggest", "2024-04")]
    [InlineData("search", "robots")]
    public async Task What_is_made_for_a_reading_and_kept_is_written_under_a_mark(params string[] command)
    {
        await using var bench = await AnEditorOfRobots.StartAsync();

        Assert.True(await IsMarkedAsync(bench, command));
        Assert.Empty(Directory.GetFiles(bench.Folder, ".sheaf.db.writing-*"));
    }

    [Fact]
    public async Task So_is_what_brings_an_older_store_up_to_date()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await bench.TellStoreAsync(
            "DROP TABLE signal; DROP TABLE signal_day; DROP TABLE signal_source; DROP TABLE snapshot_gone; DROP TABLE ranked_paper; "
            + "DROP TABLE ranking; DROP INDEX eprint_withdrawn; PRAGMA user_version = 10");

        Assert.True(await IsMarkedAsync(bench, "show", "2404.00001"));
        Assert.Empty(Directory.GetFiles(bench.Folder, ".sheaf.db.writing-*"));
    }

    [Fact]
    public async Task What_writes_nothing_leaves_none_when_it_is_killed()
    {
        await using var bench = await AnEditorOfRobots.StartAsync();
        await bench.RunAsync("suggest", "2024-04");

        Assert.False(await IsMarkedAsync(bench, "suggest", "2024-04"));
    }

    /// <summary>Whether a mark was made while the command ran; a file of the test's own tells that no more can come.</summary>
    private static async Task<bool> IsMarkedAsync(Workbench bench, params string[] command)
    {
        var (marked, last) = (false, new TaskCompletionSource());
        using var watcher = new FileSystemWatcher(bench.Folder);
        watcher.Created += (_, made) =>
        {
            marked |= made.Name!.StartsWith(".sheaf.db.writing-", StringComparison.Ordinal);
            if (made.Name == "last")
            {
                last.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        Assert.InRange((await bench.RunAsync(command)).Exit, 0, 1);
        await File.WriteAllTextAsync(Path.Combine(bench.Folder, "last"), "", Token);
        await last.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
        return marked;
    }
}

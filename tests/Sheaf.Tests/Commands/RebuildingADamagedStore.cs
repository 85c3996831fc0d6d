using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog.Events;
using Sheaf.Commands;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Commands;

/// <summary>
/// The store is damaged: what fetches from arXiv goes on with a new one, what only reads says what to do, and nothing of a person's is
/// lost.
/// </summary>
public sealed class RebuildingADamagedStore
{
    private static readonly string[] Moments =
        ["fetched", "first_asked", "last_attempt", "last_looked", "served", "attempts", "read", "updated", "written"];

    [Theory]
    [InlineData(0, "harvest")]
    [InlineData(0, "backfill", "--from", "2024-04", "--to", "2024-04", "--draft")]
    [InlineData(1, "check")] // the notes suggested are found, too
    public async Task A_command_that_fetches_keeps_it_says_where_and_fetches_everything_again(int exit, params string[] command)
    {
        await using var bench = await HarvestedAsync();
        await bench.RunAsync("draft", "2024-04");
        var (before, draft) = (bench.Dump(Moments), bench.Read("drafts", "2024-04.md"));
        SqliteConnection.ClearAllPools();
        Damage.Zero(bench.Store);
        var damaged = await File.ReadAllBytesAsync(bench.Store, TestContext.Current.CancellationToken);

        var ran = await bench.RunAsync([.. command, "--quiet", "--json"]);

        Assert.Equal(exit, ran.Exit);
        Assert.StartsWith("{", ran.Output, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));
        Assert.Equal(
            $"The store was damaged: it is kept as {kept}, and everything in it is fetched again. Your lists and drafts are untouched.\n",
            ran.Error);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken));
        await bench.RunAsync("harvest");
        Assert.Equal(WithoutDrafts(before), WithoutDrafts(bench.Dump(Moments)));
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_draft_that_was_edited_is_known_as_edited_over_the_new_store_too()
    {
        await using var bench = await HarvestedAsync();
        await bench.RunAsync("draft", "2024-04");
        await File.AppendAllTextAsync(bench.PathOf("drafts", "2024-04.md"), "My own words.\n", TestContext.Current.CancellationToken);
        var edited = bench.Read("drafts", "2024-04.md");
        SqliteConnection.ClearAllPools();
        Damage.Overwrite(bench.Store);

        await bench.RunAsync("harvest");
        var drafted = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(0, drafted.Exit);
        Assert.Equal(edited, bench.Read("drafts", "2024-04.md"));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("show", "2404.00001")]
    [InlineData("export", "papers")]
    [InlineData("draft", "2024-04")]
    [InlineData("add", "2404.00009")]
    [InlineData("backup", "/nowhere.db")]
    public async Task A_command_that_only_reads_says_what_to_do_and_changes_nothing(params string[] command)
    {
        await using var bench = await HarvestedAsync();
        await bench.RunAsync("draft", "2024-04");
        var (list, draft) = (bench.Read("curated", "2024-04.md"), bench.Read("drafts", "2024-04.md"));
        SqliteConnection.ClearAllPools();
        Damage.Overwrite(bench.Store);

        var ran = await bench.RunAsync(command);

        Assert.Equal(4, ran.Exit);
        Assert.Equal(
            $"The store {bench.Store} is damaged or no SQLite database: run `sheaf harvest`, which keeps the file under another name and "
            + "fetches everything in it again. Nothing is lost.\n",
            ran.Error);
        Assert.Empty(Directory.GetFiles(bench.Folder, "*.damaged-*"));
        Assert.Equal((list, draft), (bench.Read("curated", "2024-04.md"), bench.Read("drafts", "2024-04.md")));
    }

    [Fact]
    public async Task A_service_in_whose_hands_it_breaks_goes_on_with_a_new_one()
    {
        await using var bench = await HarvestedAsync();
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        await using var services = new ServiceCollection().AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule)
            .BuildServiceProvider();
        var runs = services.GetRequiredService<ServiceRuns>();
        SqliteConnection.ClearAllPools();
        Damage.Zero(bench.Store);

        await runs.HarvestAsync(TestContext.Current.CancellationToken);

        Assert.Null(runs.LastFailure);
        Assert.Single(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));
        Assert.Equal("2", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
        Assert.Contains("2404.00001", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_a_running_service_holds_is_not_moved_under_its_hands()
    {
        var stall = new Stall();
        await using var bench = await HarvestedAsync(stall.Options);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        stall.IsOn = true;
        using var service = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), "serve", "--quiet", .. bench.Options, "--set",
            "Serve:Url=http://127.0.0.1:0",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await stall.Asked.WaitAsync(TestContext.Current.CancellationToken);
        stall.IsOn = false;

        Damage.Zero(bench.Store);
        var refused = await bench.RunAsync("harvest");
        service.Kill();
        await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        var done = await bench.RunAsync("harvest");

        Assert.Equal(4, refused.Exit);
        Assert.Contains("is damaged, and another program is using it: stop that program", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, done.Exit);
        Assert.Single(
            Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"),
            file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Equal("3", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
    }

    [Theory]
    [InlineData("export", "papers")]
    [InlineData("check")]
    [InlineData("doctor")]
    [InlineData("backup", "whole.db")]
    public async Task A_command_that_comes_upon_damage_ends_and_the_next_one_that_fetches_sets_the_store_aside(params string[] command)
    {
        await using var bench = await HarvestedAsync(papers: 40);
        SqliteConnection.ClearAllPools();
        Damage.HiddenPage(bench.Store);

        var ran = await bench.RunAsync(command is ["backup", var copy] ? ["backup", bench.PathOf(copy)] : command);
        Assert.Equal(4, (await bench.RunAsync("export", "papers")).Exit);

        Assert.Equal(4, ran.Exit);
        Assert.Contains("is damaged", ran.Error + ran.Output, StringComparison.Ordinal);
        Assert.Single(Marks(bench));
        Assert.Contains("would keep it under another name", (await bench.RunAsync("harvest", "--dry-run")).Error, StringComparison.Ordinal);
        Assert.Single(Marks(bench));

        Assert.Equal(0, (await bench.RunAsync("harvest")).Exit);

        Assert.Single(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));
        Assert.Equal("40", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
        Assert.Empty(Marks(bench));
    }

    [Fact]
    public async Task A_run_that_is_killed_leaves_a_mark_and_the_next_one_takes_it_away()
    {
        var stall = new Stall();
        await using var bench = await HarvestedAsync(stall.Options);
        Assert.Empty(Marks(bench));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        stall.IsOn = true;
        using var run = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), "harvest", "--quiet", .. bench.Options])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await stall.Asked.WaitAsync(TestContext.Current.CancellationToken);
        stall.IsOn = false;
        Assert.False(new DamagedStore(bench.Store, TimeProvider.System).IsSuspect());

        run.Kill();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(new DamagedStore(bench.Store, TimeProvider.System).IsSuspect());
        Assert.Equal(0, (await bench.RunAsync("harvest")).Exit);
        Assert.Empty(Marks(bench));
        Assert.Empty(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));
    }

    [Fact]
    public async Task A_service_looks_through_the_whole_store_once_a_day()
    {
        await using var bench = await HarvestedAsync(papers: 40);
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule).BuildServiceProvider();
        var guard = services.GetRequiredService<RunGuard>();
        await guard.LookThroughStoreAsync(TestContext.Current.CancellationToken);
        SqliteConnection.ClearAllPools();
        Damage.HiddenPage(bench.Store);

        time.Advance(TimeSpan.FromHours(23));
        await guard.LookThroughStoreAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));

        time.Advance(TimeSpan.FromHours(2));
        await guard.LookThroughStoreAsync(TestContext.Current.CancellationToken);
        Assert.Single(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
        Assert.Null(services.GetRequiredService<ServiceRuns>().LastFailure);
    }

    [Fact]
    public async Task A_service_starts_first_and_then_looks_through_a_store_that_a_killed_run_has_marked()
    {
        await using var bench = await HarvestedAsync(papers: 40);
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow()))
            .AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule).BuildServiceProvider();
        var guard = services.GetRequiredService<RunGuard>();
        await guard.LookThroughStoreAsync(TestContext.Current.CancellationToken);
        SqliteConnection.ClearAllPools();
        Damage.HiddenPage(bench.Store);
        WritingMark.Leave(bench.Store);
        using var said = new StringWriter();
        using (var context = new CommandContext(
            SheafCommand.Root().Parse([]), new Terminal(said, said, json: false, quiet: false, verbose: false), settings, workspace))
        {
            context.PrepareToServe();
            Assert.Empty(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));

            await guard.LookThroughStoreAsync(TestContext.Current.CancellationToken);
            Assert.Single(Directory.GetFiles(bench.Folder, "sheaf.db.damaged-*"));
            Assert.Single(Marks(bench));
        }

        Assert.Empty(Marks(bench));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 1000", "was written by a newer Sheaf")]
    [InlineData("PRAGMA application_id = 7", "is the database of another program")]
    public async Task A_store_that_is_whole_but_not_ours_to_change_stays_where_it_is(string change, string told)
    {
        await using var bench = await HarvestedAsync();
        await bench.TellStoreAsync(change);

        foreach (var command in (string[])["harvest", "status", "doctor"])
        {
            var ran = await bench.RunAsync(command);

            Assert.Equal(4, ran.Exit);
            Assert.Contains(told, ran.Error + ran.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(bench.Folder, "*.damaged-*"));
    }

    [Fact]
    public async Task The_doctor_tells_of_the_damage_and_changes_nothing()
    {
        await using var bench = await HarvestedAsync();
        SqliteConnection.ClearAllPools();
        Damage.Zero(bench.Store);

        var ran = await bench.RunAsync("doctor");

        Assert.Equal(4, ran.Exit);
        Assert.Contains("BAD  store", ran.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(bench.Folder, "*.damaged-*"));
    }

    [Fact]
    public async Task A_store_that_another_program_holds_is_waited_for_some_seconds()
    {
        await using var bench = await HarvestedAsync();
        await using var other = new SqliteConnection($"Data Source={bench.Store};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        Store.TemporaryStore.Ask(other, "BEGIN IMMEDIATE");

        var ran = await bench.RunAsync("harvest");

        Assert.Equal(4, ran.Exit);
        Assert.Equal(
            $"The store {bench.Store} is in use by another program and was not released in time: close that program, or run again later. "
            + "Nothing is lost.\n", ran.Error);
    }

    private static string[] Marks(Workbench bench) => Directory.GetFiles(bench.Folder, ".sheaf.db.writing-*");

    private static async Task<Workbench> HarvestedAsync(ReplicaOptions? options = null, int papers = 2)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(papers + 1), options);
        bench.List("2024-04.md", string.Concat(Enumerable.Range(1, papers).Select(number => $"- 2404.{number:D5}\n")));
        Assert.Equal(0, (await bench.RunAsync("harvest")).Exit);
        return bench;
    }

    /// <summary>Of drafts the store knows again when they are made again.</summary>
    private static string WithoutDrafts(string dump) =>
        string.Concat(
            dump.Split("== ")
                .Where(
                    part => !part.StartsWith("draft", StringComparison.Ordinal)
                        && !part.StartsWith("suggestion", StringComparison.Ordinal)));

    /// <summary>Lets a local arXiv answer until it is to stall, and tells of the first request that does.</summary>
    private sealed class Stall
    {
        private readonly TaskCompletionSource _asked = new();

        public bool IsOn { get; set; }

        public Task Asked => _asked.Task;

        public ReplicaOptions Options => new() { Fault = _ => Next() };

        private FaultKind? Next()
        {
            if (!IsOn)
            {
                return null;
            }

            _asked.TrySetResult();
            return FaultKind.Stalled;
        }
    }
}

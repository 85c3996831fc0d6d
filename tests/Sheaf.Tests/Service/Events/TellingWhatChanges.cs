using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Service.Events;
using Sheaf.Service.Runs;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Tests.Service.Runs;

namespace Sheaf.Tests.Service.Events;

/// <summary>What those hear who listen to the service.</summary>
public sealed class TellingWhatChanges
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    // Ahead of the machine's clock, so that what is written now counts as written long ago.
    private readonly CountedTimers _time = new(TimeProvider.System.GetUtcNow().AddDays(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_process_adds_and_takes_back()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        await using var told = Listening(service, out var stood);
        Assert.Equal(["edits", "gate"], (await stood).Select(one => one.Name));

        await bench.RunAsync("add", "2404.00002");
        var added = await NextAsync(told, 2);
        await bench.RunAsync("undo");
        var undone = await NextAsync(told, 2);

        Assert.Equal(["curated/2024-04.md"], Assert.Single(added.OfType<FilesEvent>()).Files);
        Assert.Equal(1, Assert.Single(added.OfType<EditsEvent>()).Latest);
        Assert.Equal(["curated/2024-04.md"], Assert.Single(undone.OfType<FilesEvent>()).Files);
        Assert.Equal(1, Assert.Single(undone.OfType<EditsEvent>()).Latest);
    }

    [Fact]
    public async Task A_file_that_was_only_touched_has_not_changed()
    {
        await using var bench = await BenchAsync();
        bench.List("2024-03.md", "- 2403.00001\n");
        Directory.CreateDirectory(bench.PathOf("drafts"));
        await using var service = RunningService.Over(bench, _time);
        await using var told = Listening(service, out var stood);
        await stood;

        File.SetLastWriteTimeUtc(bench.PathOf("curated", "2024-04.md"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.WriteAllText(bench.PathOf("curated", "2024-03.md"), "- 2403.00002\n");
        File.WriteAllText(bench.PathOf("curated", ".2024-05.md.swp"), "half");
        File.WriteAllText(bench.PathOf("curated", "notes.pdf"), "none");
        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), "Mine.\n");
        File.WriteAllText(bench.PathOf("refused.txt"), "2404.00003\n");
        File.WriteAllText(bench.PathOf("later.txt"), "2404.00004\n");
        var changed = Assert.IsType<FilesEvent>(Assert.Single(await NextAsync(told, 1)));
        File.Delete(bench.PathOf("later.txt"));
        var gone = Assert.IsType<FilesEvent>(Assert.Single(await NextAsync(told, 1)));

        Assert.Equal(["curated/2024-03.md", "drafts/2024-04.md", "later.txt", "refused.txt"], changed.Files);
        Assert.Equal(["later.txt"], gone.Files);
    }

    [Fact]
    public async Task A_ranking_is_made_and_kept()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        await using var told = Listening(service, out var stood);
        await stood;
        using var store = new Database(bench.Store);

        IReadOnlyList<ServiceEvent> making;
        using (new RankingStore(store).TryBegin(new Month(2024, 4)))
        {
            making = await NextAsync(told, 1);
            await bench.TellStoreAsync(
                "INSERT INTO ranking (month, key, made, seconds, picks) VALUES ('2024-04', 'k', '2024-05-01T00:00:00.0000000Z', 1, 1)");
        }

        var kept = await NextAsync(told, 1);
        await bench.TellStoreAsync("DELETE FROM ranking");

        Assert.Equal([new RankingEvent(new Month(2024, 4), RankingState.Making)], making);
        Assert.Equal([new RankingEvent(new Month(2024, 4), RankingState.Ready)], kept);
        Assert.Equal([new RankingEvent(new Month(2024, 4), RankingState.None)], await NextAsync(told, 1));
    }

    [Fact]
    public async Task One_who_reads_slowly_gets_the_newest_of_each()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        await using var told = Listening(service, out var stood);
        await stood;

        for (var page = 0; page < 10_000; page++)
        {
            service.Events.Tell(Run(1 + (page % 2), page));
        }

        Assert.Equal([9_998, 9_999], (await ReadAsync(told, 2)).Cast<RunEvent>().Select(one => one.Run.Done));
        var listener = new EventListener();
        listener.Tell(new FilesEvent(["b"]));
        listener.Tell(new EditsEvent(1));
        listener.Tell(new FilesEvent(["a", "b"]));
        listener.End();
        var unread = await listener.ReadAsync(Token).ToListAsync(Token);
        Assert.Equal(["edits", "files"], unread.Select(one => one.Name));
        Assert.Equal(["a", "b"], Assert.IsType<FilesEvent>(unread[1]).Files);
    }

    [Fact]
    public async Task Sixty_four_may_listen_and_one_who_goes_makes_room()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Assert.NotNull(service.Events.TryListen(gone.Token));
        var others = Enumerable.Range(1, 63).Select(_ => service.Listen()).ToList();

        Assert.Null(service.Events.TryListen(Token));
        await gone.CancelAsync();
        var last = service.Listen();
        service.Events.Tell(Run(7, 1));

        foreach (var listener in others.Append(last))
        {
            Assert.Equal(7, (await listener.OfType<RunEvent>().FirstAsync(Token)).Run.Number);
        }

        Assert.Equal(0, _time.Polling);
    }

    [Fact]
    public async Task Nothing_is_looked_for_while_nobody_listens()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        _ = service.Queue;
        Assert.Equal(0, _time.Polling);

        for (var visit = 0; visit < 2; visit++)
        {
            await using (var told = Listening(service, out var stood))
            {
                await stood;
                Assert.Equal(1, _time.Polling);
                await using var other = Listening(service, out var also);
                await also;
                Assert.Equal(1, _time.Polling);
            }

            Assert.Equal(0, _time.Polling);
            File.WriteAllText(bench.PathOf("later.txt"), $"2404.0000{visit}\n");
        }
    }

    [Fact]
    public async Task Who_comes_in_the_middle_is_told_of_the_run_and_hears_the_end_of_the_service()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        service.Events.Tell(Run(1, 1) with { State = RunState.Finished });
        service.Events.Tell(Run(2, 5));
        var (events, listening) = (service.Events, service.Listen());

        await using var told = Listening(service, out var stood, 3);
        Assert.Equal(["edits", "gate", "run"], (await stood).Select(one => one.Name));
        await service.DisposeAsync();

        Assert.False(await told.MoveNextAsync());
        Assert.Equal(["edits", "gate", "run"], (await listening.ToListAsync(Token)).Select(one => one.Name).Order());
        Assert.Null(events.TryListen(Token));
    }

    [Fact]
    public async Task A_store_that_has_gone_silences_nothing_else()
    {
        await using var bench = await BenchAsync();
        await using var service = RunningService.Over(bench, _time);
        await using var told = Listening(service, out var stood);
        await stood;

        File.Delete(bench.Store);
        File.WriteAllText(bench.PathOf("refused.txt"), "2404.00003\n");

        Assert.Equal(["refused.txt"], Assert.IsType<FilesEvent>(Assert.Single(await NextAsync(told, 1))).Files);
        Assert.False(File.Exists(bench.Store));
    }

    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(6));
        bench.List("2024-04.md", "- 2404.00001\n");
        return bench;
    }

    private static RunSnapshot Run(long number, int done) => new()
    {
        Number = number,
        Kind = RunKind.Harvest,
        Months = ImmutableArray<Month>.Empty,
        IsScheduled = false,
        State = RunState.Running,
        Asked = DateTimeOffset.UnixEpoch,
        Sentence = "",
        Done = done,
    };

    /// <summary>Listens; what is told at first is how things stand.</summary>
    private static IAsyncEnumerator<ServiceEvent> Listening(
        RunningService service, out Task<IReadOnlyList<ServiceEvent>> stood, int count = 2)
    {
        var told = service.Listen().GetAsyncEnumerator(Token);
        stood = ReadAsync(told, count);
        return told;
    }

    /// <summary>What the next look finds.</summary>
    private Task<IReadOnlyList<ServiceEvent>> NextAsync(IAsyncEnumerator<ServiceEvent> told, int count)
    {
        _time.Advance(Poll);
        return ReadAsync(told, count);
    }

    private static async Task<IReadOnlyList<ServiceEvent>> ReadAsync(IAsyncEnumerator<ServiceEvent> told, int count)
    {
        var read = new List<ServiceEvent>();
        while (read.Count < count && await told.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2), Token))
        {
            read.Add(told.Current);
        }

        return read;
    }

    /// <summary>Knows how many timers go off again and again as the looks do.</summary>
    private sealed class CountedTimers(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private int _polling;

        public int Polling => Volatile.Read(ref _polling);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            return period == Poll ? new Counted(this, timer) : timer;
        }

        private sealed class Counted : ITimer
        {
            private readonly CountedTimers _time;
            private readonly ITimer _timer;
            private bool _isOver;

            public Counted(CountedTimers time, ITimer timer)
            {
                (_time, _timer) = (time, timer);
                Interlocked.Increment(ref time._polling);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => _timer.Change(dueTime, period);

            public void Dispose()
            {
                if (!Interlocked.Exchange(ref _isOver, true))
                {
                    Interlocked.Decrement(ref _time._polling);
                }

                _timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}

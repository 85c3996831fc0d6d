using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Sheaf.Answers;
using Sheaf.Commands;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Service.Events;
using Sheaf.Service.Runs;

namespace Sheaf.Tests.Service.Runs;

/// <summary>What the service does at once because a person asks for it, over real requests to a local arXiv.</summary>
public sealed class RunsThatAPersonAsksFor
{
    private static readonly string[] Moments = ["first_asked", "last_looked", "last_attempt", "next_attempt", "served", "fetched"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("harvest", "harvest", "2024-04")]
    [InlineData("backfill", "backfill --from 2024-04 --to 2024-04", "2024-04")]
    [InlineData("harvest", "harvest")]
    public async Task A_harvest_ends_as_the_command_would(string kind, string command, params string[] months)
    {
        await using var asked = await StartAsync();
        await using var typed = await StartAsync();
        var words = command.Split(' ');
        var answer = await typed.RunAsync([.. words, .. words is ["harvest"] ? months : [], "--json"]);

        await using var service = RunningService.Over(asked);
        var run = await service.RunAsync(kind, months);

        Assert.Equal((RunState.Finished, (ExitCode)answer.Exit, 6, 6), (run.State, run.Exit, run.Done, run.Total));
        Assert.Equal(
            WithoutMoments(answer.Output),
            WithoutMoments(Terminal.Line(HarvestJson.Of(run.Reports.Harvest!), shapes => shapes.HarvestJson)));
        Assert.StartsWith("6 papers asked for: 5 fetched, 0 unchanged, 1 missing", run.Sentence, StringComparison.Ordinal);
        await service.DisposeAsync();
        Assert.Equal(typed.Dump(Moments), asked.Dump(Moments));
        const string Row = "SELECT command || ' ' || exit || ' ' || asked || ' ' || fetched FROM run";
        Assert.Equal(await typed.AskStoreAsync(Row), await asked.AskStoreAsync(Row));

        static async Task<Workbench> StartAsync()
        {
            var bench = await FivePapers.StartAsync();
            bench.List("2024-04.md", $"{FivePapers.List}- 2404.09999\n");
            return bench;
        }
    }

    [Fact]
    public async Task While_one_is_under_way_another_is_refused_and_the_pages_go_up_to_all()
    {
        using var held = new HeldPages(3);
        await using var bench = await FivePapers.StartAsync(held.Options);
        await using var service = RunningService.Over(bench);
        var told = service.Listen();

        var (_, run) = service.Queue.Ask(RunRequest.Parse("harvest", ["2024-04"]));
        await held.Reached;
        var (isAccepted, other) = service.Queue.Ask(RunRequest.Parse("draft", ["2024-04"]));
        held.LetGo();
        var ended = await RunningService.EndAsync(told, run.Number);

        Assert.False(isAccepted);
        Assert.Equal((run.Number, RunState.Running, 2, 5), (other.Number, other.State, other.Done, other.Total));
        Assert.Contains("2 of 5 pages", other.Sentence, StringComparison.Ordinal);
        Assert.Equal((RunState.Finished, ExitCode.Done, 5, 5), (ended.State, ended.Exit, ended.Done, ended.Total));
        Assert.Null(service.Queue.Current);
        Assert.True(service.Queue.Ask(RunRequest.Parse("draft", ["2024-04"])).IsAccepted);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_keeps_what_it_has_and_the_next_fetches_the_rest()
    {
        using var held = new HeldPages(3);
        await using var bench = await FivePapers.StartAsync(held.Options);
        await using var service = RunningService.Over(bench);
        var told = service.Listen();
        var (_, run) = service.Queue.Ask(RunRequest.Parse("harvest", ["2024-04"]));
        await held.Reached;

        Assert.True(service.Queue.Stop(run.Number));
        var ended = await RunningService.EndAsync(told, run.Number);
        held.LetGo();
        var kept = await bench.AskStoreAsync("SELECT group_concat(identifier) FROM lookup WHERE state = 'fetched'");
        var owed = await bench.AskStoreAsync("SELECT count(*) FROM lookup WHERE owed IS NOT NULL");
        var next = await service.RunAsync("harvest", "2024-04");

        Assert.Equal((RunState.Cancelled, ExitCode.Interrupted), (ended.State, ended.Exit));
        Assert.Equal("130", await bench.AskStoreAsync("SELECT exit FROM run ORDER BY id LIMIT 1"));
        Assert.Equal("0", owed);
        Assert.Equal("2404.00001,2404.00002", kept);
        Assert.Equal((ExitCode.Done, 3), (next.Exit, next.Reports.Harvest?.Fetched));
        Assert.Equal(
            ["/abs/2404.00001", "/abs/2404.00002", "/abs/2404.00004", "/abs/2404.00005"],
            FivePapers.PagesOf(bench).Where(page => page != "/abs/2404.00003"));
        Assert.False(service.Queue.Stop(run.Number));
        Assert.False(service.Queue.Stop(1));
    }

    [Theory]
    [InlineData("Arxiv:PageInterval=00:08:00", false, "^1 of 5 pages")]
    [InlineData("Arxiv:BackOff=00:08:00", true, ", waiting for arXiv until [0-9]{2}:[0-9]{2}:[0-9]{2} UTC([+-][0-9]{2}:[0-9]{2})?\\.$")]
    public async Task It_says_what_it_waits_for(string setting, bool refuses, string sentence)
    {
        await using var bench = await FivePapers.StartAsync(
            new ReplicaOptions { Fault = request => refuses && request.Kind == LoggedKind.Page ? FaultKind.Unavailable : null });
        await using var service = RunningService.Over(bench, settings: [setting]);
        var told = service.Listen();
        var (_, run) = service.Queue.Ask(RunRequest.Parse("harvest", []));

        var waiting = await told.OfType<RunEvent>().Select(one => one.Run).FirstAsync(one => one.WaitingUntil > one.Started, Token);
        service.Queue.Stop(run.Number);

        Assert.InRange(waiting.WaitingUntil!.Value - waiting.Started!.Value, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10));
        Assert.Matches(sentence, waiting.Sentence);
    }

    [Fact]
    public async Task It_ends_with_the_service()
    {
        using var held = new HeldPages(2);
        await using var bench = await FivePapers.StartAsync(held.Options);
        var service = RunningService.Over(bench);
        var queue = service.Queue;
        var (_, run) = queue.Ask(RunRequest.Parse("harvest", []));
        await held.Reached;

        await service.DisposeAsync();

        Assert.Equal(RunState.Cancelled, queue.Find(run.Number)?.State);
        Assert.Equal("130", await bench.AskStoreAsync("SELECT exit FROM run"));
        await using var again = RunningService.Over(bench);
        Assert.NotNull(again.Resumption.DueAt());
    }

    [Fact]
    public async Task As_soon_as_the_service_is_to_stop_it_ends_and_so_do_those_who_listen()
    {
        using var held = new HeldPages(2);
        await using var bench = await FivePapers.StartAsync(held.Options);
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        await using var service = RunningService.Over(bench, lifetime: lifetime);
        var told = service.Listen();
        var (_, run) = service.Queue.Ask(RunRequest.Parse("harvest", []));
        await held.Reached;

        lifetime.StopApplication();
        _ = await told.ToListAsync(Token);
        await service.Queue.StopAsync(Token);

        Assert.Equal(RunState.Cancelled, service.Queue.Find(run.Number)?.State);
        Assert.Null(service.Events.TryListen(Token));
        var late = service.Queue.Ask(RunRequest.Parse("harvest", []));
        await service.Queue.StopAsync(Token);
        Assert.Equal(RunState.Cancelled, service.Queue.Find(late.Run.Number)?.State);
    }

    [Fact]
    public async Task The_schedule_waits_for_its_turn_and_is_shown()
    {
        using var held = new HeldPages(2);
        await using var bench = await FivePapers.StartAsync(held.Options);
        await using var service = RunningService.Over(bench);
        var (_, run) = service.Queue.Ask(RunRequest.Parse("harvest", []));
        await held.Reached;

        var scheduled = service.Schedule.HarvestAsync(Token);
        var both = service.Queue.Latest(10);
        held.LetGo();
        await scheduled;

        Assert.Equal([(run.Number, RunState.Running), (both[1].Number, RunState.Waiting)], both.Select(one => (one.Number, one.State)));
        Assert.Equal((true, RunKind.Harvest), (both[1].IsScheduled, both[1].Kind));
        var (later, earlier) = (service.Queue.Latest(10)[0], service.Queue.Latest(10)[1]);
        Assert.Equal((both[1].Number, run.Number), (later.Number, earlier.Number));
        Assert.True(later.Started >= earlier.Finished);
        Assert.Equal(0, later.Reports.Harvest?.Fetched);
        Assert.Contains("1 draft", later.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_the_schedule_refuses_others_and_can_be_stopped()
    {
        using var held = new HeldPages(2);
        await using var bench = await FivePapers.StartAsync(held.Options);
        await using var service = RunningService.Over(bench);
        var scheduled = service.Schedule.HarvestAsync(Token);
        await held.Reached;

        var (isAccepted, other) = service.Queue.Ask(RunRequest.Parse("harvest", []));
        Assert.True(service.Queue.Stop(other.Number));
        await scheduled;

        Assert.False(isAccepted);
        Assert.True(other.IsScheduled);
        Assert.Equal(RunState.Cancelled, service.Queue.Find(other.Number)?.State);
        Assert.Null(service.Schedule.LastFailure);
        Assert.True(service.Schedule.IsStoppedByPerson);
        Assert.Null(service.Resumption.DueAt());
        held.LetGo();
        await service.Schedule.HarvestAsync(Token);
        Assert.False(service.Schedule.IsStoppedByPerson);
    }

    /// <summary>Without moments, and without what a backfill alone says.</summary>
    private static string WithoutMoments(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        Assert.True(document.Remove("started") && document.Remove("finished"));
        _ = document.Remove("drafts") && document.Remove("sweeps");
        return document.ToJsonString();
    }
}

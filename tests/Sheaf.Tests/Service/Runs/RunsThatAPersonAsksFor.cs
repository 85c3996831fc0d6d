using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
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
    private const string Five = "- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n- 2404.00005\n";

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
            var bench = await Workbench.StartAsync(InventedPapers.Many(5));
            bench.List("2024-04.md", $"{Five}- 2404.09999\n");
            return bench;
        }
    }

    [Fact]
    public async Task While_one_is_under_way_another_is_refused_and_the_pages_go_up_to_all()
    {
        using var held = new HeldPages(3);
        await using var bench = await FiveAsync(held.Options);
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
        await using var bench = await FiveAsync(held.Options);
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
            PagesOf(bench).Where(page => page != "/abs/2404.00003"));
        Assert.False(service.Queue.Stop(run.Number));
        Assert.False(service.Queue.Stop(1));
    }

    [Theory]
    [InlineData("Arxiv:PageInterval=00:08:00", false, "1 of 5 pages")]
    [InlineData("Arxiv:BackOff=00:08:00", true, ", waiting for arXiv until ")]
    public async Task It_says_what_it_waits_for(string setting, bool refuses, string sentence)
    {
        await using var bench = await FiveAsync(
            new ReplicaOptions { Fault = request => refuses && request.Kind == LoggedKind.Page ? FaultKind.Unavailable : null });
        await using var service = RunningService.Over(bench, settings: [setting]);
        var told = service.Listen();
        var (_, run) = service.Queue.Ask(RunRequest.Parse("harvest", []));

        var waiting = await told.OfType<RunEvent>().Select(one => one.Run).FirstAsync(one => one.WaitingUntil > one.Started, Token);
        service.Queue.Stop(run.Number);

        Assert.InRange(waiting.WaitingUntil!.Value - waiting.Started!.Value, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10));
        Assert.Contains(sentence, waiting.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_service()
    {
        using var held = new HeldPages(2);
        await using var bench = await FiveAsync(held.Options);
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
        await using var bench = await FiveAsync(held.Options);
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
        await using var bench = await FiveAsync(held.Options);
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
        await using var bench = await FiveAsync(held.Options);
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

    [Theory]
    [InlineData("harvest")]
    [InlineData("sweep", "2024-04")]
    [InlineData("backfill", "2024-03", "2024-04")]
    [InlineData("check")]
    [InlineData("draft", "2024-04")]
    [InlineData("rank", "2024-04")]
    public async Task A_plan_asks_for_nothing_and_writes_nothing(string kind, params string[] months)
    {
        await using var bench = await FiveAsync();
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", $"{Five}- 2404.00006\n");
        await using var service = RunningService.Over(bench, settings: ["Sweep:Categories=cs.CL"]);
        var (before, requests) = (Files(bench), bench.Arxiv.Requests.Count);

        var plan = service.Queue.Plan(RunRequest.Parse(kind, months));

        Assert.Equal(before, Files(bench));
        Assert.Equal(requests, bench.Arxiv.Requests.Count);
        Assert.Empty(service.Queue.Latest(10));
        Assert.Equal(
            kind switch
            {
                "sweep" => (null, true, 0, 1),
                "draft" => (null, false, 1, 0),
                "rank" => (null, false, 0, 1),
                _ => ((int?)1, false, 0, 0),
            },
            (plan.Harvest?.Due.Count, plan.Sweep is not null, plan.Drafts.Count, plan.Rankings.Count));
    }

    [Fact]
    public async Task A_draft_is_written_as_the_command_would()
    {
        await using var asked = await FiveAsync();
        await using var typed = await FiveAsync();
        await typed.RunAsync("harvest");
        await typed.RunAsync("draft", "2024-04");
        await using var service = RunningService.Over(asked);
        await service.RunAsync("harvest");

        var run = await service.RunAsync("draft", "2024-04");

        Assert.Equal((RunState.Finished, ExitCode.Done, 1, 1), (run.State, run.Exit, run.Done, run.Total));
        Assert.Equal("The draft of April 2024 is written, with 5 papers.", run.Sentence);
        Assert.Equal(typed.Read("drafts", "2024-04.md"), asked.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_check_asks_arXiv_for_what_it_needs()
    {
        await using var bench = await FiveAsync();
        await using var service = RunningService.Over(bench);

        var run = await service.RunAsync("check", "2024-04");
        var pages = PagesOf(bench).Count;
        var command = await bench.RunAsync("check", "2024-04");

        Assert.Equal((RunState.Finished, (ExitCode)command.Exit), (run.State, run.Exit));
        Assert.Equal("Nothing to mend.", run.Sentence);
        Assert.Equal((5, 5), (pages, PagesOf(bench).Count));
        Assert.Equal("check 2024-04", await bench.AskStoreAsync("SELECT command FROM run"));
    }

    [Fact]
    public async Task A_sweep_brings_the_month_and_ranks_it()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(3));
        string[] set = ["Sweep:Categories=cs.CL"];
        await using var service = RunningService.Over(
            bench, program: OwnProgram.Find("dotnet", [.. bench.Options, "--set", set[0]]), settings: set);

        var run = await service.RunAsync("sweep", "2024-04");

        Assert.Equal((RunState.Finished, ExitCode.Done), (run.State, run.Exit));
        Assert.StartsWith("2024-04: 3 papers, complete (1 request", run.Sentence, StringComparison.Ordinal);
        Assert.Equal("2024-04", await bench.AskStoreAsync("SELECT group_concat(month) FROM ranking"));
        Assert.Equal("sweep 2024-04", await bench.AskStoreAsync("SELECT command FROM run"));
    }

    [Fact]
    public async Task Stopped_while_it_ranks_it_kills_the_process()
    {
        SmallProgram.Needs();
        await using var bench = await FiveAsync();
        var begun = bench.PathOf("begun");
        await using var service = RunningService.Over(
            bench, program: new OwnProgram("sh", ["-c", $"echo . > '{begun}'; exec sleep 600"]));
        var told = service.Listen();
        var (_, run) = service.Queue.Ask(RunRequest.Parse("rank", ["2024-03", "2024-04"]));
        while (!File.Exists(begun))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }

        Assert.True(service.Queue.Stop(run.Number));
        var ended = await RunningService.EndAsync(told, run.Number);

        Assert.Equal((RunState.Cancelled, ExitCode.Interrupted, 0, 2), (ended.State, ended.Exit, ended.Done, ended.Total));
    }

    [Fact]
    public async Task What_cannot_be_ranked_is_a_sentence()
    {
        SmallProgram.Needs();
        await using var bench = await FiveAsync();
        await using var service = RunningService.Over(
            bench, program: new OwnProgram("sh", ["-c", "echo 'The disk is full.' >&2; exit 4"]));

        var run = await service.RunAsync("rank", "2024-04");

        Assert.Equal((RunState.Finished, ExitCode.Failed), (run.State, run.Exit));
        Assert.Equal("The ranking of 2024-04 was not made: The disk is full.", run.Error);
    }

    [Fact]
    public async Task What_fails_is_a_sentence_and_the_next_may_begin()
    {
        await using var bench = await FiveAsync(new ReplicaOptions { Fault = _ => FaultKind.AccessDenied });
        await using var service = RunningService.Over(bench);

        var none = await service.RunAsync("check", "2024-01");
        var forbidden = await service.RunAsync("harvest");

        Assert.Equal((RunState.Failed, ExitCode.BadInput), (none.State, none.Exit));
        Assert.Equal("There is no curated list and no draft for 2024-01, so there is nothing to check.", none.Error);
        Assert.Equal((RunState.Failed, ExitCode.Unavailable), (forbidden.State, forbidden.Exit));
        Assert.EndsWith("Then lift the stop: sheaf doctor --resume.", forbidden.Error, StringComparison.Ordinal);
        Assert.Null(service.Schedule.LastFailure);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_named_and_left_out()
    {
        await using var bench = await FiveAsync();
        File.WriteAllBytes(bench.PathOf("curated", "2024-03.md"), [0xE9, 0x20]);
        await using var service = RunningService.Over(bench);

        var harvest = await service.RunAsync("harvest");
        var draft = await service.RunAsync("draft", "2024-03");

        Assert.Equal((RunState.Finished, ExitCode.NeedsAPerson, 5), (harvest.State, harvest.Exit, harvest.Reports.Harvest?.Fetched));
        Assert.Contains("2024-03.md", harvest.Error, StringComparison.Ordinal);
        Assert.Equal((RunState.Failed, ExitCode.BadInput), (draft.State, draft.Exit));
        Assert.False(File.Exists(bench.PathOf("drafts", "2024-03.md")));
    }

    [Fact]
    public async Task Without_categories_there_is_nothing_to_sweep()
    {
        await using var bench = await FiveAsync();
        await using var service = RunningService.Over(bench);

        Assert.Throws<BadInputException>(() => service.Queue.Ask(RunRequest.Parse("sweep", ["2024-04"])));
        Assert.Empty(service.Queue.Latest(10));
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData(null)]
    [InlineData("Harvest")]
    [InlineData("draft")]
    [InlineData("rank")]
    [InlineData("backfill")]
    [InlineData("harvest", "April")]
    [InlineData("harvest", null)]
    [InlineData("harvest", "1990-12")]
    public void What_nobody_can_mean_is_refused(string? kind, params string?[]? months) =>
        Assert.Throws<BadInputException>(() => RunRequest.Parse(kind, months ?? [null]));

    [Fact]
    public void Months_are_taken_once_and_in_order() =>
        Assert.Equal("2024-03 2024-04", string.Join(' ', RunRequest.Parse("draft", ["2024-04", "2024-03", "2024-04"]).Months));

    [Fact]
    public async Task Numbers_go_up_also_over_a_restart()
    {
        await using var bench = await FiveAsync();
        var numbers = new List<long>();
        for (var start = 0; start < 2; start++)
        {
            await using var service = RunningService.Over(bench);
            numbers.Add((await service.RunAsync("draft", "2024-04")).Number);
            numbers.Add((await service.RunAsync("draft", "2024-04")).Number);
        }

        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    private static async Task<Workbench> FiveAsync(ReplicaOptions? options = null)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(6), options);
        bench.List("2024-04.md", Five);
        return bench;
    }

    private static List<string> PagesOf(Workbench bench) =>
        [.. bench.Arxiv.Requests.Where(request => request.Kind == LoggedKind.Page).Select(request => request.Target)];

    /// <summary>All files but the index of the store's log, in which SQLite notes who reads.</summary>
    private static Dictionary<string, string> Files(Workbench bench) => Directory
        .EnumerateFiles(bench.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>Nor what a backfill alone says.</summary>
    private static string WithoutMoments(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        Assert.True(document.Remove("started") && document.Remove("finished"));
        _ = document.Remove("drafts") && document.Remove("sweeps");
        return document.ToJsonString();
    }
}

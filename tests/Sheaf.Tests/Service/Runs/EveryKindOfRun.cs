using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Service.Runs;

namespace Sheaf.Tests.Service.Runs;

/// <summary>Every kind of run that the service can be asked for: its plan, what it does, and how it fails.</summary>
public sealed class EveryKindOfRun
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("harvest")]
    [InlineData("sweep", "2024-04")]
    [InlineData("backfill", "2024-03", "2024-04")]
    [InlineData("check")]
    [InlineData("draft", "2024-04")]
    [InlineData("rank", "2024-04")]
    public async Task A_plan_asks_for_nothing_and_writes_nothing(string kind, params string[] months)
    {
        await using var bench = await FivePapers.StartAsync();
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", $"{FivePapers.List}- 2404.00006\n");
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
        await using var asked = await FivePapers.StartAsync();
        await using var typed = await FivePapers.StartAsync();
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
        await using var bench = await FivePapers.StartAsync();
        await using var service = RunningService.Over(bench);

        var run = await service.RunAsync("check", "2024-04");
        var pages = FivePapers.PagesOf(bench).Count;
        var command = await bench.RunAsync("check", "2024-04");

        Assert.Equal((RunState.Finished, (ExitCode)command.Exit), (run.State, run.Exit));
        Assert.Equal("Nothing to mend.", run.Sentence);
        Assert.Equal((5, 5), (pages, FivePapers.PagesOf(bench).Count));
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
        await using var bench = await FivePapers.StartAsync();
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
        await using var bench = await FivePapers.StartAsync();
        await using var service = RunningService.Over(
            bench, program: new OwnProgram("sh", ["-c", "echo 'The disk is full.' >&2; exit 4"]));

        var run = await service.RunAsync("rank", "2024-04");

        Assert.Equal((RunState.Finished, ExitCode.Failed), (run.State, run.Exit));
        Assert.Equal("The ranking of 2024-04 was not made: The disk is full.", run.Error);
    }

    [Fact]
    public async Task What_fails_is_a_sentence_and_the_next_may_begin()
    {
        await using var bench = await FivePapers.StartAsync(new ReplicaOptions { Fault = _ => FaultKind.AccessDenied });
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
        await using var bench = await FivePapers.StartAsync();
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
        await using var bench = await FivePapers.StartAsync();
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
        await using var bench = await FivePapers.StartAsync();
        var numbers = new List<long>();
        for (var start = 0; start < 2; start++)
        {
            await using var service = RunningService.Over(bench);
            numbers.Add((await service.RunAsync("draft", "2024-04")).Number);
            numbers.Add((await service.RunAsync("draft", "2024-04")).Number);
        }

        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    /// <summary>All files but the index of the store's log, in which SQLite notes who reads.</summary>
    private static Dictionary<string, string> Files(Workbench bench) => Directory
        .EnumerateFiles(bench.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));
}

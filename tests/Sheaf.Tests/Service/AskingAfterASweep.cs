using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Events;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Service;
using Sheaf.Service.Runs;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store.Signals;

namespace Sheaf.Tests.Service;

/// <summary>What people noticed is asked for after a sweep, and is in nobody's way.</summary>
public sealed class AskingAfterASweep
{
    private static readonly IReadOnlyList<string> Papers = InventedPapers.Many(50);
    private static readonly DateTimeOffset Night = new(2024, 4, 14, 3, 0, 0, TimeSpan.Zero);
    private static readonly Month[] Swept = [new(2024, 3), new(2024, 4)];

    [Theory]
    [InlineData("silence")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("page")]
    [InlineData("cut")]
    [InlineData("endless")]
    [InlineData("types")]
    public async Task A_harvest_makes_the_same_requests_with_the_same_results_whatever_the_service_does(string fault)
    {
        await using var quiet = await Workbench.StartAsync(Papers);
        quiet.List("2024-04.md", "- 2404.00003\n");
        await using (var alone = ServiceOver(quiet, service: null))
        {
            await alone.GetRequiredService<ServiceRuns>().HarvestAsync(TestContext.Current.CancellationToken);
            await alone.GetRequiredService<ServiceRuns>().HarvestAsync(TestContext.Current.CancellationToken);
        }

        var asked = new TaskCompletionSource();
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            asked.TrySetResult();
            return AnswerAsync(context, fault);
        });
        await using var bench = await Workbench.StartAsync(Papers);
        bench.List("2024-04.md", "- 2404.00003\n");
        await using var disturbed = ServiceOver(bench, service);
        var signals = disturbed.GetRequiredService<SweptSignals>();
        await signals.StartAsync(TestContext.Current.CancellationToken);

        var runs = disturbed.GetRequiredService<ServiceRuns>();
        await runs.HarvestAsync(TestContext.Current.CancellationToken);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await runs.HarvestAsync(TestContext.Current.CancellationToken);
        await signals.StopAsync(TestContext.Current.CancellationToken);

        Assert.Null(runs.LastFailure);
        Assert.Equal(
            quiet.Arxiv.Requests.Select(request => request.Target).Order(),
            bench.Arxiv.Requests.Select(request => request.Target).Order());
        Assert.Equal(await PapersOfAsync(quiet), await PapersOfAsync(bench));
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM signal"));
    }

    [Fact]
    public async Task Each_day_of_the_swept_months_is_asked_for_once_and_again_when_its_votes_have_settled()
    {
        await using var service = await SignalServer.StartAsync("[]");
        await using var bench = await Workbench.StartAsync([]);
        await using var provider = ServiceOver(bench, service);
        var signals = provider.GetRequiredService<SweptSignals>();
        var counts = new List<int>();

        foreach (var now in (DateTimeOffset[])[Night, Night.AddHours(1), Night.AddDays(1), Night.AddDays(10)])
        {
            var before = service.Requests.Count;
            await signals.AskAsync(Swept, now, TestContext.Current.CancellationToken);
            counts.Add(service.Requests.Count - before);
        }

        // By the clock of the run, what is read counts as read in the first night: the 5th is asked about three times.
        Assert.Equal([45, 0, 1 + 1, 9 + 9 + 1], counts);
    }

    [Fact]
    public async Task A_sweep_that_a_person_starts_is_followed_by_the_asking_too()
    {
        var asked = new TaskCompletionSource();
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            asked.TrySetResult();
            return context.Response.WriteAsync("[]");
        });
        await using var bench = await Workbench.StartAsync(Papers);
        await using var provider = ServiceOver(bench, service);
        var signals = provider.GetRequiredService<SweptSignals>();
        await signals.StartAsync(TestContext.Current.CancellationToken);

        var answer = provider.GetRequiredService<RunQueue>().Ask(RunRequest.Parse("sweep", ["2024-04"]));
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await signals.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.IsAccepted);
        Assert.NotEmpty(service.Requests);
    }

    [Fact]
    public async Task Without_a_service_that_is_set_nobody_is_asked()
    {
        await using var service = await SignalServer.StartAsync("[]");
        await using var bench = await Workbench.StartAsync([]);
        await using var provider = ServiceOver(bench, service, sources: "");

        await provider.GetRequiredService<SweptSignals>().AskAsync(Swept, Night, TestContext.Current.CancellationToken);

        Assert.Empty(service.Requests);
    }

    private static Task<string> PapersOfAsync(Workbench bench) => bench.AskStoreAsync(
        "SELECT group_concat(said) FROM (SELECT e.identifier || e.title || coalesce(l.reason, '') AS said FROM eprint e "
        + "LEFT JOIN ledger l ON l.identifier = e.identifier ORDER BY e.identifier)");

    private static Task AnswerAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "silence":
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
            case "429" or "500":
                context.Response.StatusCode = int.Parse(fault);
                return Task.CompletedTask;
            case "page":
                return context.Response.WriteAsync("<html>Sign in</html>");
            case "cut":
                return context.Response.WriteAsync("""[{"paper":{"id":"24""");
            case "types":
                return context.Response.WriteAsync("""[{"paper":17},[],{"paper":{"id":true}}]""");
            default:
                return FloodAsync(context);
        }
    }

    private static async Task FloodAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(new byte[1 << 16], CancellationToken.None);
        }
    }

    private static ServiceProvider ServiceOver(Workbench bench, SignalServer? service, string sources = "huggingface")
    {
        string[] signals = service is null
            ? []
            : [$"Signals:Sources={sources}", $"Signals:HuggingFaceBase={service.Home}"];
        var (settings, workspace) = SettingsReader.Read(bench.Folder, [.. bench.Settings, "Sweep:Categories=cs.CL", .. signals]);
        return new ServiceCollection().AddSingleton<TimeProvider>(new ShiftedClock()).AddSheaf(settings, workspace, LogEventLevel.Fatal)
            .AddSchedule(settings.Schedule)
            .AddSingleton(provider => new SignalRun(
                provider.GetRequiredService<SignalStore>(), settings, provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SignalRun>>())
            {
                Limits = new SignalLimits { Interval = TimeSpan.FromMilliseconds(1), FirstWait = TimeSpan.FromMilliseconds(1) },
            }).BuildServiceProvider();
    }

    /// <summary>Goes as the machine's does, from the night of the test on.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private readonly TimeSpan _shift = Night - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
    }
}

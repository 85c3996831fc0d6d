using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

public sealed class WhatTheServiceTells
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_night_that_needs_a_person_is_told_once_until_something_changes()
    {
        await using var bench = await StartAsync("- 2404.00001\n- 2404.09999\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(Token);
        await runs.HarvestAsync(Token);
        bench.List("2024-04.md", "- 2404.00001\n");
        await runs.HarvestAsync(Token);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.09999\n");
        await runs.HarvestAsync(Token);
        await DeliverAsync(service, bench, 4);

        Assert.Equal(
            [
                ("needs-person", "missing-papers"), ("draft-ready", null), ("needs-person", "missing-papers"),
                ("needs-person", "missing-papers"),
            ],
            SmallProgram.Told(bench.PathOf("told")).Select(notice => (notice.Text("event"), notice.Text("reason"))));
    }

    [Fact]
    public async Task A_403_is_told_as_a_stop_and_a_failed_run_as_one()
    {
        await using var bench = await StartAsync("- 2404.00001\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        bench.Arxiv.Faults.Rules = [new FaultRule(FaultKind.AccessDenied)];
        await runs.HarvestAsync(Token);
        await File.WriteAllBytesAsync(bench.PathOf("curated", "2024-04.md"), [0xff, 0xfe, 0x2d, 0x00], Token);
        await runs.HarvestAsync(Token);
        await runs.HarvestAsync(Token);
        await DeliverAsync(service, bench, 2);

        Assert.Equal(
            [("stopped", "forbidden"), ("needs-person", "failed")],
            SmallProgram.Told(bench.PathOf("told")).Select(notice => (notice.Text("event"), notice.Text("reason"))));
    }

    [Fact]
    public async Task A_night_that_arXiv_refuses_between_makes_nobody_hear_the_same_again()
    {
        await using var bench = await StartAsync("- 2404.00001\n- 2404.09999\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(Token);
        bench.Arxiv.Faults.Rules = [new FaultRule(FaultKind.Unavailable)];
        await bench.TellStoreAsync(
            "UPDATE lookup SET last_looked = '2020-01-01T00:00:00Z', last_attempt = '2020-01-01T00:00:00Z', next_attempt = NULL");
        await runs.HarvestAsync(Token);
        bench.Arxiv.Faults.Rules = [];
        await runs.HarvestAsync(Token);
        await DeliverAsync(service, bench, 3);

        // The paper is missing after the harvest, and not in the draft.
        Assert.Equal(
            ["needs-person", "draft-ready", "needs-person"],
            SmallProgram.Told(bench.PathOf("told")).Select(notice => notice.Text("event")));
    }

    [Fact]
    public async Task A_draft_that_fails_after_a_good_harvest_is_told_once()
    {
        await using var bench = await StartAsync("- 2404.00001\n");
        Directory.CreateDirectory(bench.PathOf("drafts", "2024-04.md"));
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();

        await runs.HarvestAsync(Token);
        await runs.HarvestAsync(Token);
        await runs.HarvestAsync(Token);
        Directory.Delete(bench.PathOf("drafts", "2024-04.md"));
        await runs.HarvestAsync(Token);
        await DeliverAsync(service, bench, 2);

        Assert.Equal(["needs-person", "draft-ready"], SmallProgram.Told(bench.PathOf("told")).Select(notice => notice.Text("event")));
    }

    [Fact]
    public async Task A_403_is_told_once_however_many_nights_it_stands()
    {
        await using var bench = await StartAsync("- 2404.00001\n");
        await using var service = ServiceOver(bench);
        var runs = service.GetRequiredService<ServiceRuns>();
        bench.Arxiv.Faults.Rules = [new FaultRule(FaultKind.AccessDenied)];

        await runs.HarvestAsync(Token);
        await runs.HarvestAsync(Token);
        await runs.HarvestAsync(Token);
        bench.Arxiv.Faults.Rules = [];
        await bench.RunAsync("doctor", "--resume");
        await runs.HarvestAsync(Token);
        await DeliverAsync(service, bench, 2);

        Assert.Equal(["stopped", "draft-ready"], SmallProgram.Told(bench.PathOf("told")).Select(notice => notice.Text("event")));
    }

    [Fact]
    public async Task A_run_does_not_wait_for_a_program_that_hangs()
    {
        await using var bench = await StartAsync("- 2404.09999\n");
        await using var service = ServiceOver(bench, "sleep 3600");
        var delivery = service.GetRequiredService<NoticeDelivery>();
        await delivery.StartAsync(Token);

        await service.GetRequiredService<ServiceRuns>().HarvestAsync(Token).WaitAsync(Notifier.LongestRun, Token);
        await service.GetRequiredService<ServiceRuns>().HarvestAsync(Token).WaitAsync(Notifier.LongestRun, Token);

        await delivery.StopAsync(Token).WaitAsync(Notifier.LongestRun, Token);
    }

    private static async Task<Workbench> StartAsync(string list)
    {
        SmallProgram.Needs();
        var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", list);
        return bench;
    }

    private static ServiceProvider ServiceOver(Workbench bench, string? command = null)
    {
        var notify = $"Notify:Command={command ?? SmallProgram.AppendingTo(bench.PathOf("told"))}";
        var (settings, workspace) = SettingsReader.Read(bench.Folder, [.. bench.Settings, notify]);
        workspace.EnsureCreated();
        return new ServiceCollection().AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule)
            .BuildServiceProvider();
    }

    private static async Task DeliverAsync(ServiceProvider service, Workbench bench, int notices)
    {
        var delivery = service.GetRequiredService<NoticeDelivery>();
        await delivery.StartAsync(Token);
        while (SmallProgram.Told(bench.PathOf("told")).Count < notices)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }

        await delivery.StopAsync(Token);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Serilog.Events;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

/// <summary>The service's clock is the machine's, which people and time servers set.</summary>
public sealed class WhenTheClockIsSet
{
    private static readonly DateTimeOffset TenYearsAhead = new(2034, 5, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Back_by_years_the_next_harvest_is_that_of_the_next_evening()
    {
        await using var bench = await Workbench.StartAsync([]);
        var time = new SetClock(TenYearsAhead);
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        workspace.EnsureCreated();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        using var watch = ActivatorUtilities.CreateInstance<ClockChangeMonitor>(services);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2034, (await NextAsync(scheduler)).Year);

        time.SetBack(TimeSpan.FromDays(3653));
        for (var minutes = 0; minutes < 2000 && (await NextAsync(scheduler)).Year == 2034; minutes++)
        {
            time.Pace.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.InRange(await NextAsync(scheduler), time.GetUtcNow(), time.GetUtcNow().AddDays(3));
        await watch.StopAsync(TestContext.Current.CancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: true, TestContext.Current.CancellationToken);
    }

    /// <summary>A wall clock that can be set while timers and timestamps go on at their own pace, as a machine's do.</summary>
    private sealed class SetClock(DateTimeOffset start) : TimeProvider
    {
        private TimeSpan _setBack;

        public FakeTimeProvider Pace { get; } = new(start);

        public void SetBack(TimeSpan by) => _setBack = by;

        public override DateTimeOffset GetUtcNow() => Pace.GetUtcNow() - _setBack;

        public override long TimestampFrequency => Pace.TimestampFrequency;

        public override long GetTimestamp() => Pace.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Pace.CreateTimer(callback, state, dueTime, period);
    }

    private static async Task<DateTimeOffset> NextAsync(IScheduler scheduler) =>
        (await scheduler.GetTrigger(new TriggerKey("harvest"), TestContext.Current.CancellationToken))!.NextFireTimeUtc!.Value;
}

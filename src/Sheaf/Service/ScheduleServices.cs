using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Sheaf.Checking;
using Sheaf.Service.Events;
using Sheaf.Service.Runs;
using Sheaf.Settings;

namespace Sheaf.Service;

internal static class ScheduleServices
{
    /// <summary>
    /// Quartz as a clock only: its triggers live in memory, and what is owed is decided from the store. A stop interrupts a running job;
    /// a firing that was missed while a run was under way is made up for once.
    /// </summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, ScheduleSettings schedule)
    {
        services.AddNotices();
        services.AddSingleton<ServiceStore>();
        services.AddSingleton<RunGuard>();
        services.AddSingleton<SweptRankings>();
        services.AddSingleton<SweptSignals>();
        services.AddHostedService(provider => provider.GetRequiredService<SweptSignals>());
        services.AddSingleton<ScheduledSweep>();
        services.AddSingleton<ScheduledHarvest>();
        services.AddSingleton<OwedDrafts>();
        services.AddSingleton<ScheduledDrafts>();
        services.AddSingleton<OwedDraftRuns>();
        services.AddRuns();
        services.AddSingleton<ServiceRuns>();
        services.AddSingleton<OwedHarvest>();
        services.AddSingleton<HarvestResumption>();
        services.AddHostedService<StoreInspection>();
        services.AddHostedService<CatchUpService>();
        services.AddHostedService<ClockChangeMonitor>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.ScheduleJob<HarvestJob>(
                trigger => trigger.WithIdentity("harvest").WithSchedule(Clock(schedule.Harvest, schedule)),
                job => job.WithIdentity("harvest"));
            quartz.ScheduleJob<DraftJob>(
                trigger => trigger.WithIdentity("draft").WithSchedule(Clock(schedule.Draft, schedule)),
                job => job.WithIdentity("draft"));
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>What a person may ask for while the service works, and what is told to those who watch.</summary>
    private static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<Func<CheckRun>>(provider => provider.GetRequiredService<CheckRun>)
        .AddSingleton<IRequestedRun, RequestedHarvest>()
        .AddSingleton<IRequestedRun, RequestedSweep>()
        .AddSingleton<IRequestedRun, RequestedCheck>()
        .AddSingleton<IRequestedRun, RequestedDrafts>()
        .AddSingleton<IRequestedRun, RequestedRankings>()
        .AddSingleton<RequestedRuns>()
        .AddSingleton<WorkspacePoll>()
        .AddSingleton<ServiceEvents>()
        .AddSingleton<RunTracking>()
        .AddSingleton<RunQueue>()
        .AddHostedService(provider => provider.GetRequiredService<RunQueue>());

    private static CronScheduleBuilder Clock(string expression, ScheduleSettings schedule) =>
        CronScheduleBuilder.Create(CronSchedule.Of(expression, schedule.TimeZone))
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);

    /// <summary>The program that is told, and how the service tells it.</summary>
    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticePlace>()
        .AddSingleton<Notifier>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<ServiceNotices>()
        .AddHostedService(provider => provider.GetRequiredService<NoticeDelivery>());
}

/// <summary>The clock has struck for a harvest.</summary>
[DisallowConcurrentExecution]
internal sealed class HarvestJob(ServiceRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runs.HarvestAsync(cancellationToken);
}

/// <summary>The clock has struck for the drafts.</summary>
[DisallowConcurrentExecution]
internal sealed class DraftJob(ServiceRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runs.DraftAsync(cancellationToken);
}

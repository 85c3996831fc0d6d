using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Events;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Schedule;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary><c>sheaf serve</c>: harvests and drafts on schedule until stopped.</summary>
internal static class ServeCommand
{
    /// <summary>How long a stop may take before what is left is abandoned; runs are interrupted at once and take far less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Build() => new Command(
        "serve", "Harvests and drafts on schedule until stopped; /health says how it is, and Notify:Command is told when a draft is ready or a person is needed.\nExample: sheaf serve --workspace ~/papers").Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Workspace.EnsureCreated();
        context.SetDamagedStoreAside();
        await using var app = Build(context);
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var stop = cancellationToken.Register(lifetime.StopApplication);
        context.Terminal.Note($"Serving {Workspace.ForReaders(context.Workspace.Folder)}; {new Uri(context.Settings.ServeUrl, "health")} says how it is.");
        await app.RunAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static WebApplication Build(CommandContext context)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(context.Settings.ServeUrl.ToString());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Patience);
        builder.Services
            .AddSystemd()
            .AddSheaf(context.Settings, context.Workspace, context.Terminal.Quiet ? LogEventLevel.Warning : LogEventLevel.Information)
            .AddSchedule(context.Settings.Schedule)
            .ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, CommandJson.Default));
        var app = builder.Build();
        app.MapGet("/health", Health);
        return app;
    }

    private static IResult Health(RunStore runs, ServiceRuns service, RequestGate gate, SheafSettings settings, TimeProvider time)
    {
        var last = runs.Last();
        var next = CronSchedule.Next(settings.Schedule.Harvest, settings.Schedule.TimeZone, time.GetUtcNow());
        var state = gate.State;
        var stopped = state.StoppedBy;
        var healthy = stopped is null && service.LastFailure is null && last?.Result?.Exit != (int)ExitCode.Failed;
        var health = new HealthDocument(
            healthy ? "ok" : "needs a person",
            last is null ? null : RunStatus.Of(last),
            Words.Utc(next),
            Words.Utc(gate.WaitingUntil(time.GetUtcNow())),
            stopped?.ToString(),
            service.LastFailure,
            Words.Utc(state.StoppedSince));
        return Results.Json(health, statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>What <c>/health</c> answers: 200 while all is well, 503 when a person is needed.</summary>
/// <param name="Status"><c>ok</c> or <c>needs a person</c>.</param>
/// <param name="LastRun">The run that began last.</param>
/// <param name="NextRun">When the next harvest is due.</param>
/// <param name="WaitingUntil">Until when arXiv asked us to wait; null while it does not.</param>
/// <param name="StoppedBy">The address that answered 403; null while none has.</param>
/// <param name="Failure">Why the service's last run failed, such as a list that cannot be read; null when it did not.</param>
/// <param name="StoppedSince">When <paramref name="StoppedBy"/> answered so.</param>
public sealed record HealthDocument(string Status, RunStatus? LastRun, string? NextRun, string? WaitingUntil, string? StoppedBy, string? Failure, string? StoppedSince);

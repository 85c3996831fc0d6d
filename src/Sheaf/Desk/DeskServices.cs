using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sheaf.Settings;

namespace Sheaf.Desk;

/// <summary>Puts the desk into the service.</summary>
internal static class DeskServices
{
    /// <param name="services">Of the service.</param>
    /// <param name="settings">All of them.</param>
    /// <param name="workspace">Whose desk.</param>
    /// <param name="points">Where the service listens.</param>
    public static IServiceCollection AddDesk(
        this IServiceCollection services, SheafSettings settings, Workspace workspace, IEnumerable<IPEndPoint> points) => services
        .AddSingleton(DeskReach.Of(points))
        .AddSingleton(provider => new DeskToken(
            GatePlace.Of(settings, workspace).Path, provider.GetRequiredService<TimeProvider>(),
            settings.Desk.Password?.ToString() ?? ""))
        .AddSingleton<HostRules>()
        .AddSingleton<VisitorRules>()
        .AddSingleton<LoginLimit>()
        .AddSingleton<DeskGuard>()
        .AddSingleton<DeskParts>()
        .AddSingleton<DeskFrames>()
        .AddSingleton<MonthGrids>()
        .AddSingleton<BallotLinks>()
        .AddSingleton<BallotLimit>()
        .AddSingleton<BallotDoor>()
        .AddSingleton<BallotPages>()
        .AddSingleton<VotingPages>()
        .AddSingleton<MonthPages>()
        .AddSingleton<SuggestionsPages>()
        .AddSingleton<SearchPages>()
        .AddSingleton<PaperPages>()
        .AddSingleton<ListPages>()
        .AddSingleton<MonthChecks>()
        .AddSingleton<CheckPages>()
        .AddSingleton<MonthPublishing>()
        .AddSingleton<PublishPages>()
        .AddSingleton<RunPages>()
        .AddSingleton<StartPages>()
        .AddSingleton<MonthDrafts>()
        .AddSingleton<DraftPages>()
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .Configure<RouteOptions>(options => options.SetParameterPolicy<MonthConstraint>("month"))
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json"];
        });

    /// <summary>The guard before everything that the service answers; then the pages and the API.</summary>
    public static void UseDesk(this WebApplication app)
    {
        var guard = app.Services.GetRequiredService<DeskGuard>();
        app.UseResponseCompression();
        app.Use((context, next) => AnswerFailuresAsync(context, () => next(context), app.Logger));
        app.Use((context, next) => guard.InvokeAsync(context, _ => next(context)));
        app.UseRouting();
    }

    public static void MapDesk(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SheafSettings>().Desk.Access == DeskAccessKind.Off)
        {
            return;
        }

        app.MapAccess();
        app.MapDeskAssets();
        var desk = app.MapGroup("").AddEndpointFilter((context, next) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<DeskParts>().EnsureStore();
            return next(context);
        });
        desk.MapMonths();
        desk.MapDecisions();
        desk.MapEdits();
        desk.MapLists();
        desk.MapFindings();
        desk.MapPublishing();
        desk.MapBallots();
        desk.MapRuns();
        desk.MapDrafts();
        desk.MapPages();
        desk.MapStart();
        app.MapFallback(NotFound);
    }

    private static DeskProblem NotFound() => new DeskProblem(StatusCodes.Status404NotFound, "There is nothing at this address.");

    /// <summary>A failure becomes a sentence; what led to it is in the log.</summary>
    private static async Task AnswerFailuresAsync(HttpContext context, Func<Task> next, ILogger logger)
    {
        try
        {
            await next();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // Readers of a ballot are told of no folder, and the log is not told their link.
            var isForReaders = DeskPaths.IsForReaders(context.Request.Path);
            var problem = isForReaders && failure is (IOException and not BadHttpRequestException) or UnauthorizedAccessException
                ? new(StatusCodes.Status503ServiceUnavailable, "The votes cannot be read or kept at this moment: try it again.")
                : DeskProblem.Of(failure);
            if (problem is null or { Status: >= StatusCodes.Status500InternalServerError })
            {
                DeskLog.Failed(logger, failure, context.Request.Method, isForReaders ? "a page for readers" : context.Request.Path);
            }

            await (problem ?? new(
                StatusCodes.Status500InternalServerError, "A fault of Sheaf: nothing is lost, and the details are in the log."))
                .WriteAsync(context);
        }
    }
}

internal static partial class DeskLog
{
    [LoggerMessage(LogLevel.Error, "{Method} {Path} could not be answered")]
    public static partial void Failed(ILogger logger, Exception failure, string method, string path);
}

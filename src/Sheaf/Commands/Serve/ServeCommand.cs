using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Events;
using Sheaf.Desk;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary><c>sheaf serve</c>: harvests and drafts on schedule until stopped.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    /// <summary>How long a stop may take before what is left is abandoned; runs are interrupted at once and take far less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Of a request; what takes more says so.</summary>
    private const long LargestBody = 1 << 20;

    /// <summary>HEAD is answered wherever GET is.</summary>
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static Command Build() => new Command(
        Name,
        "Harvests and drafts on schedule until stopped; /health says how it is, and Notify:Command is told when a draft is ready or a "
        + "person is needed.\nExample: sheaf serve --workspace ~/papers").Does(RunAsync);

    private static Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        ServeAsync(context, [], opens: false, cancellationToken);

    /// <summary>Serves a workspace until stopped.</summary>
    /// <param name="context">Whose settings and workspace.</param>
    /// <param name="options">What leads another process to its settings beside what the command was given.</param>
    /// <param name="opens">Whether the desk is opened in the browser.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadInputException">It cannot be served with these settings.</exception>
    internal static async Task<ExitCode> ServeAsync(
        CommandContext context, IReadOnlyList<string> options, bool opens, CancellationToken cancellationToken)
    {
        if (MachineChecks.FirstProblem(context.Settings, context.Workspace) is { } problem)
        {
            throw new BadInputException(problem);
        }

        var points = await ServeAddress.ResolveAsync(context.Settings.ServeUrl, cancellationToken);
        RefuseOpenDesk(context, points);
        context.PrepareToServe();
        await using var app = Build(context, points, options);
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var stop = cancellationToken.Register(lifetime.StopApplication);
        await app.StartAsync(CancellationToken.None);
        var address = AddressOf(app, context.Settings);
        context.Terminal.Note($"Serving {Workspace.ForReaders(context.Workspace.Folder)}; {address}/health says how it is.");
        if (SayWhereTheDeskIs(context, app.Services, address) is { } link && opens)
        {
            DeskCommand.Open(context.Terminal, link);
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    /// <exception cref="BadInputException">Everybody could decide in the editor's name.</exception>
    private static void RefuseOpenDesk(CommandContext context, IReadOnlyList<IPEndPoint> points)
    {
        if (context.Settings.Desk.Access == DeskAccessKind.Open && !DeskReach.Of(points).IsLoopbackOnly)
        {
            throw new BadInputException(
                $"Desk:Access is open, and Serve:Url is {ServeAddress.Shown(context.Settings.ServeUrl)}, which others can reach: set "
                + "Desk:Access to auto and a Desk:Password (sheaf desk --password makes it), or listen at http://127.0.0.1:8017.");
        }
    }

    /// <returns>The link that lets in; null where there is none.</returns>
    private static string? SayWhereTheDeskIs(CommandContext context, IServiceProvider services, string address)
    {
        var (settings, reach) = (context.Settings, services.GetRequiredService<DeskReach>());
        if (settings.Desk.Access == DeskAccessKind.Off)
        {
            return null;
        }

        if (reach.IsShut(settings.Desk))
        {
            context.Terminal.Note(
                "The desk is shut, as others can reach this address: set Desk:Password (sheaf desk --password makes it), or "
                + "Desk:ProxyHeader with Desk:TrustedProxies.");
            return null;
        }

        if (settings.Desk.Access == DeskAccessKind.Open)
        {
            context.Terminal.Note($"The desk: {address}/");
            return $"{address}/";
        }

        var shown = ServeAddress.Shown(DeskCommand.ForBrowsers(new Uri(address)));
        var link = $"{shown}{DeskPaths.Link}?token={services.GetRequiredService<DeskToken>().NewLink()}";
        context.Terminal.Note($"The desk: {link} (works once, for ten minutes; sheaf desk makes another)");
        return link;
    }

    /// <summary>Where the service is found: as it was set or, where the port was left to the system, as that gave it.</summary>
    private static string AddressOf(WebApplication app, SheafSettings settings) =>
        settings.ServeUrl.Port == 0 && app.Urls.FirstOrDefault() is { } given ? given : ServeAddress.Shown(settings.ServeUrl);

    private static WebApplication Build(CommandContext context, IReadOnlyList<IPEndPoint> points, IReadOnlyList<string> options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server =>
        {
            foreach (var point in points)
            {
                server.Listen(point);
            }

            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Patience);
        builder.Services
            .AddSystemd()
            .AddSheaf(context.Settings, context.Workspace, context.Terminal.Quiet ? LogEventLevel.Warning : LogEventLevel.Information)
            .AddSchedule(context.Settings.Schedule)
            .AddDesk(context.Settings, context.Workspace, points)
            .AddSingleton<ServiceHealth>()
            .ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, CommandJson.Default));
        if (OwnProgram.Find(Environment.ProcessPath, [.. options, .. OptionsOf(context)]) is { } own)
        {
            builder.Services.AddSingleton(own);
        }

        var app = builder.Build();
        app.UseDesk();
        app.MapMethods("/health", Reading, Health);
        app.MapMethods("/health/live", Reading, () => Results.Json(new LiveJson("ok")));
        app.MapDesk();

        // It counts the time without a success from its own beginning.
        app.Services.GetRequiredService<ServiceHealth>();
        return app;
    }

    /// <summary>What leads another process to the same workspace and settings; the environment it has anyway.</summary>
    private static IEnumerable<string> OptionsOf(CommandContext context) =>
        (context.Arguments.GetValue(GlobalOptions.Set) ?? []).SelectMany(setting => new[] { GlobalOptions.Set.Name, setting })
            .Concat([GlobalOptions.Workspace.Name, context.Workspace.Folder]);

    private static IResult Health(ServiceHealth service)
    {
        var (health, isWell) = service.Read();
        return Results.Json(health, statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

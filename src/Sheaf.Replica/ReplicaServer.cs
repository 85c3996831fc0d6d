using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sheaf.Replica.Faults;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica;

/// <summary>
/// A local arXiv on the loopback address: the query API, OAI-PMH, abstract pages and robots.txt of one corpus, with
/// arXiv's status codes, redirects, limits and error texts. <see cref="NotServed"/> lists the rest.
/// </summary>
public sealed class ReplicaServer : IAsyncDisposable
{
    // Far above the 4,094 bytes at which arXiv refuses: the refusal is to be the replica's own, in arXiv's words.
    private const int LongestRequestLine = 64 * 1024;

    private readonly WebApplication _application;
    private readonly RequestLog _log;

    private ReplicaServer(WebApplication application, RequestLog log, FaultSchedule faults)
    {
        Faults = faults;
        _application = application;
        _log = log;
        SiteBase = new Uri(application.Urls.Single() + "/");
    }

    /// <summary>Address of the query API.</summary>
    public Uri ApiBase => new(SiteBase, "api/query");

    /// <summary>Address of OAI-PMH.</summary>
    public Uri OaiBase => new(SiteBase, "oai");

    /// <summary>Address of the web site; abstract pages are under <c>abs/</c> below it.</summary>
    public Uri SiteBase { get; }

    /// <summary>
    /// Every request that has been answered, in the order of arrival; one whose answer a client has read to its end is in it.
    /// </summary>
    public IReadOnlyList<LoggedRequest> Requests => _log.Ended;

    /// <summary>What goes wrong, by rule; may be changed at any time.</summary>
    public FaultSchedule Faults { get; }

    /// <summary>Starts to serve; the replica stops when it is disposed.</summary>
    /// <exception cref="IOException">The port is taken, or the log file cannot be written.</exception>
    public static async Task<ReplicaServer> StartAsync(Corpus corpus, ReplicaOptions options, CancellationToken cancellationToken)
    {
        // Empty: no configuration, no logging, nothing read from the environment; it starts in a few milliseconds.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var application = builder.Build();
        var log = new RequestLog(options);
        var faults = new FaultSchedule { Rules = options.Faults };
        var conversation = new RequestPipeline(new Router(corpus, options), log, options, faults);
        var control = new FaultControl(faults);
        application.Run(
            context => context.Request.Path == FaultControl.Path ? control.AnswerAsync(context) : conversation.AnswerAsync(context));
        try
        {
            await application.StartAsync(cancellationToken);
            return new ReplicaServer(application, log, faults);
        }
        catch
        {
            await application.DisposeAsync();
            log.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _log.Dispose();
    }
}

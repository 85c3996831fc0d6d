using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store.Signals;

namespace Sheaf.Service;

/// <summary>
/// Asks what people noticed once months have been swept, and then has them ranked again. It is beside the service's runs: none waits for
/// it, and none fails by it.
/// </summary>
internal sealed partial class SweptSignals(
    SignalRun run, SignalStore store, SweptRankings rankings, SheafSettings settings, ILogger<SweptSignals> logger) : BackgroundService
{
    private readonly Channel<IReadOnlyList<Month>> _swept = Channel.CreateBounded<IReadOnlyList<Month>>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Returns at once. Of two sweeps while a service is being asked the later one counts.</summary>
    /// <param name="months">Those that were swept.</param>
    public void AskFor(IReadOnlyList<Month> months)
    {
        if (settings.Signals.Sources.Count > 0)
        {
            _swept.Writer.TryWrite(months);
        }
    }

    /// <summary>Asks for what is due of some months.</summary>
    /// <param name="months">Those that were swept.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops the request under way.</param>
    internal async Task AskAsync(IReadOnlyList<Month> months, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = SignalDays.Of(months, now);
        if (days.Count == 0)
        {
            return;
        }

        var report = await run.RunAsync(
            source => SignalDays.Due(days, store.Days(source, days.Min(), days.Max()), now), progress: null, cancellationToken);
        foreach (var source in report.Sources.Where(source => source.Failure is not null))
        {
            LogUnknown(source.Failure!);
        }

        if (report.Sources.Any(source => source.Asked > 0))
        {
            await rankings.MakeAsync(months, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var months in _swept.Reader.ReadAllAsync(stoppingToken))
            {
                await AskSafelyAsync(months, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <summary>Whatever happens, a locked store or a full disk, the service goes on: the next sweep asks again.</summary>
    private async Task AskSafelyAsync(IReadOnlyList<Month> months, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(months, run.Time.GetUtcNow(), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What people noticed is not known yet: {Reason}")]
    private partial void LogUnknown(string reason);

    [LoggerMessage(LogLevel.Warning, "What people noticed could not be asked for: {Reason}")]
    private partial void LogFailed(Exception exception, string reason);
}

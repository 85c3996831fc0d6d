using Microsoft.Extensions.Logging;
using Sheaf.Files;
using Sheaf.Settings;
using Sheaf.Store.Signals;

namespace Sheaf.Signals;

/// <summary>
/// Asks the services that are set what people noticed on some days, and keeps what they say. A service that refuses ends its own part
/// alone; what is known stays. Nothing else waits for this or fails by it.
/// </summary>
internal sealed partial class SignalRun(SignalStore store, SheafSettings settings, TimeProvider time, ILogger<SignalRun> logger)
{
    /// <summary>What it goes by.</summary>
    public TimeProvider Time => time;

    /// <summary>How the services are asked.</summary>
    public SignalLimits Limits { get; init; } = new();

    /// <summary>Asks each service, one after the other.</summary>
    /// <param name="days">Which days of a service are asked for, in this order.</param>
    /// <param name="progress">Told after each day; may be null.</param>
    /// <param name="cancellationToken">Stops the request under way; what came before it is kept.</param>
    public async Task<SignalReport> RunAsync(
        Func<string, IReadOnlyList<DateOnly>> days, IProgress<SignalProgress>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var sources = new List<SignalSourceReport>();
        foreach (var source in settings.Signals.Sources)
        {
            sources.Add(await AskAsync(source, days(source), progress, cancellationToken));
        }

        return new(sources, started, time.GetUtcNow());
    }

    private async Task<SignalSourceReport> AskAsync(
        string source, IReadOnlyList<DateOnly> days, IProgress<SignalProgress>? progress, CancellationToken cancellationToken)
    {
        // One connection for all processes of the workspace.
        using var turn = FileLock.TryTake(Path.Combine(settings.Workspace, $".signals-{source}.lock"));
        var report = new SignalSourceReport(source, days.Count);
        if (turn is null)
        {
            return report with { Failure = $"{SignalSource.Name(source)} is being asked by another run of Sheaf" };
        }

        if (store.NotBefore(source) is { } moment && moment > time.GetUtcNow())
        {
            return report with { Failure = $"{SignalSource.Name(source)} wants to be left alone", NotBefore = moment };
        }

        using var client = new PoliteClient(SignalSource.Name(source), settings.Arxiv.UserAgent, Limits, time);
        var lists = new DailyPapers(client, settings.Signals.HuggingFaceBase, Limits);
        foreach (var (number, day) in days.Index())
        {
            try
            {
                report = Keep(report, day, await lists.GetAsync(day, cancellationToken));
                progress?.Report(new(source, number + 1, days.Count, report.Papers));
            }
            catch (SignalUnavailableException failure)
            {
                Fail(source, day, failure);
                report = report with { Failure = failure.Message, NotBefore = failure.NotBefore };
                break;
            }
        }

        LogEnd(source, report.Asked, report.Papers, client.Sent, report.Failure ?? "done");
        return report with { Requests = client.Sent };
    }

    private SignalSourceReport Keep(SignalSourceReport report, DateOnly day, ListedDay listed)
    {
        var now = time.GetUtcNow();
        var problem = listed.Problems.Count > 0 ? listed.Problems[^1] : null;
        store.Keep(
            report.Source, new SignalDay(day, listed.IsWhole ? now : null, now, listed.IsWhole ? null : problem),
            listed.Papers.Select(paper => new SignalRow(paper.Key, report.Source, day, paper.Value, now)));
        return report with
        {
            Asked = report.Asked + (listed.IsWhole ? 1 : 0),
            Papers = report.Papers + listed.Papers.Count,
            Problems = [.. report.Problems, .. listed.Problems.Select(one => new SignalProblem(day, one))],
        };
    }

    private void Fail(string source, DateOnly day, SignalUnavailableException failure)
    {
        store.Keep(source, new SignalDay(day, null, time.GetUtcNow(), failure.Message), []);
        if (failure.NotBefore is { } moment)
        {
            store.Hold(source, moment);
        }
    }

    [LoggerMessage(
        LogLevel.Information, "{Source} was asked: {Days} days and {Papers} papers in {Requests} requests; {Outcome}")]
    private partial void LogEnd(string source, int days, int papers, int requests, string outcome);
}

/// <summary>How far a run has come.</summary>
/// <param name="Source">The service that is being asked.</param>
/// <param name="Days">Days of it that are done.</param>
/// <param name="Of">Of so many.</param>
/// <param name="Papers">That it has listed on them.</param>
internal sealed record SignalProgress(string Source, int Days, int Of, int Papers);

/// <summary>What a run has found.</summary>
/// <param name="Sources">Each service that was asked.</param>
/// <param name="Started">When it began.</param>
/// <param name="Finished">When it ended.</param>
internal sealed record SignalReport(IReadOnlyList<SignalSourceReport> Sources, DateTimeOffset Started, DateTimeOffset Finished)
{
    public ExitCode Exit => Sources.Any(source => source.Failure is not null) ? ExitCode.Unavailable
        : Sources.Any(source => source.Asked < source.Days) ? ExitCode.NeedsAPerson
        : ExitCode.Done;
}

/// <param name="Source">The service.</param>
/// <param name="Days">Days that it was to be asked about.</param>
internal sealed record SignalSourceReport(string Source, int Days)
{
    /// <summary>Days whose whole list was read.</summary>
    public int Asked { get; init; }

    /// <summary>Papers on the lists.</summary>
    public int Papers { get; init; }

    /// <summary>Requests sent, tries included.</summary>
    public int Requests { get; init; }

    /// <summary>What was skipped.</summary>
    public IReadOnlyList<SignalProblem> Problems { get; init; } = [];

    /// <summary>Why the service was asked for nothing more, one sentence without its full stop; null where it answered.</summary>
    public string? Failure { get; init; }

    /// <summary>Until when it wants to be left alone; null where it has not said.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

/// <param name="Day">On whose list.</param>
/// <param name="What">As words that follow a colon.</param>
internal sealed record SignalProblem(DateOnly Day, string What);

using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Politeness;
using Sheaf.Store.Runs;

namespace Sheaf.Harvesting;

/// <summary>Keeps the log of the runs that ask arXiv.</summary>
internal sealed partial class RunLog(RunStore runs, RequestGate gate, TimeProvider time, ILogger<RunLog> logger)
{
    /// <summary>A run that begins now, and is in the log from its <see cref="ArxivRun.Start"/> on.</summary>
    /// <param name="command">What a person would call it: <c>harvest 2024-04</c>.</param>
    public ArxivRun Begin(string command) => new(command, runs, gate, time, LogEndNotWritten);

    [LoggerMessage(LogLevel.Error, "The end of the run could not be written down: {Reason}")]
    private partial void LogEndNotWritten(Exception exception, string reason);
}

/// <summary>One run that asks arXiv: how long it has gone on, what it has sent, and its entry in the log.</summary>
internal sealed class ArxivRun
{
    /// <summary>How often the log is told whether arXiv is being waited for.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly string _command;
    private readonly RunStore _runs;
    private readonly RequestGate _gate;
    private readonly Action<Exception, string> _logEndNotWritten;
    private readonly (int Api, int Page) _sentBefore;
    private long _number;

    internal ArxivRun(string command, RunStore runs, RequestGate gate, TimeProvider time, Action<Exception, string> logEndNotWritten)
    {
        (_command, _runs, _gate, Time, _logEndNotWritten) = (command, runs, gate, time, logEndNotWritten);
        Started = time.GetUtcNow();
        _sentBefore = (gate.Sent(RequestKind.Api), gate.Sent(RequestKind.Page));
    }

    /// <summary>What it goes by.</summary>
    public TimeProvider Time { get; }

    public DateTimeOffset Started { get; }

    /// <summary>Whether it is the service's own.</summary>
    public bool IsOfTheService => RunNames.IsOfTheService(_command);

    /// <summary>Requests sent since it began, tries included.</summary>
    public int Sent(RequestKind kind) => _gate.Sent(kind) - (kind == RequestKind.Api ? _sentBefore.Api : _sentBefore.Page);

    /// <summary>Until when arXiv wants to be left alone by requests of a kind; null where it has not said.</summary>
    public DateTimeOffset? HeldUntil(RequestKind kind) => (kind == RequestKind.Api ? _gate.State.Api : _gate.State.Page).HeldUntil;

    /// <summary>Enters it. It is under way until <see cref="Finish"/>, or the end of this process.</summary>
    public void Start()
    {
        _gate.Command = _command;
        _number = _runs.Start(_command, Started);
    }

    /// <summary>
    /// Does the work of the run. Meanwhile its "waiting until" in the store is kept true, so that <c>status</c> in another process can say
    /// why nothing moves.
    /// </summary>
    /// <param name="work">Takes what stops it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task WhileWatchedAsync(Func<CancellationTokenSource, Task> work, CancellationToken cancellationToken) => WhileWatchedAsync(
        async stop =>
        {
            await work(stop);
            return true;
        },
        cancellationToken);

    /// <inheritdoc cref="WhileWatchedAsync(Func{CancellationTokenSource, Task}, CancellationToken)"/>
    public async Task<T> WhileWatchedAsync<T>(Func<CancellationTokenSource, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(stop.Token);
        try
        {
            return await work(stop);
        }
        finally
        {
            await stop.CancelAsync();
            await watch;
        }
    }

    /// <summary>What it achieved, reference by reference.</summary>
    public void Record(IEnumerable<RunOutcome> outcomes) => _runs.Record(_number, outcomes);

    public void Finish(RunResult result) => _runs.Finish(_number, result);

    /// <summary>Ends a run that an exception has ended: that is what is told, also where the end cannot be written down.</summary>
    public void EndWith(Action finish)
    {
        try
        {
            finish();
        }
        catch (Exception second)
        {
            _logEndNotWritten(second, second.Message);
        }
    }

    /// <summary>Ends when cancelled, without an exception.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? told = null;
        try
        {
            using var timer = new PeriodicTimer(Step, Time);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var held = _gate.WaitingUntil(Time.GetUtcNow());
                if (held != told)
                {
                    _runs.Waiting(_number, held);
                    told = held;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}

/// <summary>How the runs of the service are told from those that a person began.</summary>
internal static class RunNames
{
    /// <summary>How the names of the service's runs end in the log of runs.</summary>
    public const string Mark = "(scheduled)";

    /// <summary>Whether a run is the service's own.</summary>
    public static bool IsOfTheService(string command) => command.EndsWith(Mark, StringComparison.Ordinal);
}

/// <summary>Whether arXiv is being waited for.</summary>
internal static class GateWaits
{
    /// <summary>Until when a refusal keeps some kind of request waiting; null when none does.</summary>
    public static DateTimeOffset? WaitingUntil(this RequestGate gate, DateTimeOffset now)
    {
        var (api, page) = (gate.State.Api.HeldUntil, gate.State.Page.HeldUntil);
        var later = api > page || page is null ? api : page;
        return later > now ? later : null;
    }
}

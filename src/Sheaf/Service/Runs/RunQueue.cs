using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Politeness;
using Sheaf.Service.Events;

namespace Sheaf.Service.Runs;

/// <summary>
/// The runs of the service: those of its schedule and the one that a person may ask for while none is under way or waits. They go one at a
/// time, in the background, and end with the service. What ended is remembered as long as the service works; the log of runs in the store
/// has those that asked arXiv for longer.
/// </summary>
internal sealed partial class RunQueue : IHostedService, IAsyncDisposable
{
    /// <summary>Runs that have ended and are remembered.</summary>
    private const int MostRemembered = 50;

    private readonly Lock _lock = new();
    private readonly List<TrackedRun> _live = [];
    private readonly LinkedList<RunSnapshot> _ended = [];
    private readonly RequestedRuns _requested;
    private readonly RunTracking _tracking;
    private readonly ILogger<RunQueue> _logger;
    private bool _isStopping;
    private long _last;

    /// <param name="requested">What a person may ask for.</param>
    /// <param name="tracking">Numbers runs, and tells what becomes of them.</param>
    /// <param name="logger">Where failures are told.</param>
    /// <param name="lifetime">Runs end as soon as the service is to stop.</param>
    public RunQueue(
        RequestedRuns requested, RunTracking tracking, ILogger<RunQueue> logger, IHostApplicationLifetime? lifetime = null)
    {
        (_requested, _tracking, _logger) = (requested, tracking, logger);
        tracking.OnPolled(Refresh);
        lifetime?.ApplicationStopping.Register(StopAll);
    }

    /// <summary>
    /// Whether a person has stopped a run of the schedule, or a sweep, since one began: the service does not go on with it before its
    /// clock strikes.
    /// </summary>
    public bool IsStoppedByPerson { get; private set; }

    /// <summary>The run that is under way or, where none is, the one whose turn comes next; null where there is none.</summary>
    public RunSnapshot? Current
    {
        get
        {
            lock (_lock)
            {
                return CurrentOf(_live.Select(run => run.Snapshot));
            }
        }
    }

    /// <summary>Those that wait or are under way, then those that ended since the service began, the latest first.</summary>
    public IReadOnlyList<RunSnapshot> Latest(int most)
    {
        lock (_lock)
        {
            return [.. _live.Select(run => run.Snapshot).Concat(_ended).Take(most)];
        }
    }

    /// <summary>The run of this number; null where there is none, or it ended too long ago.</summary>
    public RunSnapshot? Find(long number)
    {
        lock (_lock)
        {
            return _live.Find(run => run.Number == number)?.Snapshot ?? _ended.FirstOrDefault(run => run.Number == number);
        }
    }

    /// <summary>What a run would do. Makes no request and writes nothing.</summary>
    /// <exception cref="BadInputException">It cannot be carried out.</exception>
    public RunPlan Plan(RunRequest request) => _requested.Plan(request);

    /// <summary>Begins a run unless another waits or is under way. It goes on in the background, and answers at once.</summary>
    /// <exception cref="BadInputException">It cannot be carried out, whether another is under way or not.</exception>
    public RunAnswer Ask(RunRequest request)
    {
        _requested.Refuse(request);
        lock (_lock)
        {
            if (CurrentOf(_live.Select(run => run.Snapshot)) is { } other)
            {
                return new(false, other);
            }

            var run = Enter(request, isScheduled: false);
            run.Ending = Task.Run(() => FollowAsync(run, () => _requested.CarryOutAsync(request, run, run.Token)));
            return new(true, run.Snapshot);
        }
    }

    /// <summary>Follows a run of the schedule, which a person may stop: then it ends without an exception.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="work">Takes what is told of the progress, and what stops it.</param>
    /// <param name="cancellationToken">The service stops.</param>
    /// <exception cref="OperationCanceledException">The service stops.</exception>
    public async Task FollowAsync(
        RunKind kind, Func<TrackedRun, CancellationToken, Task<RunEnd>> work, CancellationToken cancellationToken)
    {
        TrackedRun run;
        lock (_lock)
        {
            run = Enter(new RunRequest(kind, []), isScheduled: true);
        }

        using (cancellationToken.Register(run.Stop))
        {
            run.Ending = FollowAsync(run, () => work(run, run.Token));
            await run.Ending;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Stops a run. It ends in its own time; what it has fetched stays.</summary>
    /// <returns>False where it has ended already, or there is none of this number.</returns>
    public bool Stop(long number)
    {
        lock (_lock)
        {
            if (_live.Find(run => run.Number == number) is not { } run)
            {
                return false;
            }

            IsStoppedByPerson |= run.Snapshot is { IsScheduled: true } or { Kind: RunKind.Sweep };
            run.StopForPerson();
            return true;
        }
    }

    /// <summary>Has those who watch told where the waiting of a run has changed.</summary>
    private void Refresh()
    {
        lock (_lock)
        {
            _live.ForEach(run => run.Refresh());
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        StopAll();
        await EndedAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        StopAll();
        await EndedAsync();
    }

    private static RunSnapshot? CurrentOf(IEnumerable<RunSnapshot> live) =>
        live.OrderBy(run => run.State == RunState.Running ? 0 : 1).FirstOrDefault();

    private void StopAll()
    {
        lock (_lock)
        {
            _isStopping = true;
            _live.ForEach(run => run.Stop());
        }
    }

    private Task EndedAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_live.Select(run => run.Ending));
        }
    }

    private TrackedRun Enter(RunRequest request, bool isScheduled)
    {
        var now = _tracking.Now;
        _last = Math.Max(_last + 1, now.ToUnixTimeMilliseconds());
        var run = _tracking.Begin(
            new RunSnapshot
            {
                Number = _last,
                Kind = request.Kind,
                Months = request.Months,
                IsScheduled = isScheduled,
                State = RunState.Waiting,
                Asked = now,
                Sentence = "It waits for its turn.",
            });
        _live.Add(run);
        IsStoppedByPerson &= request.Kind is not (RunKind.Harvest or RunKind.Sweep);
        if (_isStopping)
        {
            run.Stop();
        }

        return run;
    }

    private async Task FollowAsync(TrackedRun run, Func<Task<RunEnd>> work)
    {
        RunEnd end;
        try
        {
            run.Refresh();
            end = await work();
        }
        catch (OperationCanceledException stopped) when (run.Token.IsCancellationRequested)
        {
            end = RunFailureSentence.Of(stopped);
        }
        catch (Exception failure)
        {
            // Nothing is thrown out of the background; what the store and the files hold is whole at any moment.
            LogFailed(failure, RunRequest.NameOf(run.Snapshot.Kind), failure.Message);
            end = RunFailureSentence.Of(failure);
        }

        lock (_lock)
        {
            run.End(end);
            _live.Remove(run);
            _ended.AddFirst(run.Snapshot);
            if (_ended.Count > MostRemembered)
            {
                _ended.RemoveLast();
            }
        }

        await run.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Error, "The {Kind} that was asked for failed: {Reason}")]
    private partial void LogFailed(Exception exception, string kind, string reason);
}

/// <summary>What becomes of a request for a run.</summary>
/// <param name="IsAccepted">Whether it begins; else another is in its way.</param>
/// <param name="Run">It, or that other.</param>
internal sealed record RunAnswer(bool IsAccepted, RunSnapshot Run);

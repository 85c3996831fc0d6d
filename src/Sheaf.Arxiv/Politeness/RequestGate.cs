using Microsoft.Extensions.Options;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// The one way out to arXiv, and the only place where anybody waits: one request at a time, each kind spaced by its interval from the end of one
/// request to the start of the next (field guide 2.7, 5.10), a kind held after a refusal, everything stopped after a 403. Within a kind the first
/// to come goes first; between kinds whoever is ready first, so that a long spacing of one kind does not keep the other from the connection.
/// </summary>
/// <remarks>One gate must serve all requests of the process: register it as a singleton. All members are thread-safe.</remarks>
public sealed class RequestGate : IDisposable
{
    // A timer cannot be set further ahead than 49 days, and a clock read now and then costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly SteadyClock _clock;
    private readonly ITimer _timer;
    private readonly Lane _api;
    private readonly Lane _page;
    private RequestKind? _underWay;
    private Uri? _stoppedBy;
    private long _arrivals;
    private bool _disposed;

    public RequestGate(TimeProvider time, IOptions<ArxivOptions> options)
    {
        _clock = new SteadyClock(time);
        _api = new Lane(RequestKind.Api, options.Value.ApiInterval, _clock.Now);
        _page = new Lane(RequestKind.Page, options.Value.PageInterval, _clock.Now);
        _timer = time.CreateTimer(_ => LetNextIn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What the gate does now. Cheap; every call takes a new snapshot.</summary>
    public GateState State
    {
        get
        {
            lock (_lock)
            {
                return new GateState(_underWay, _stoppedBy, StateOf(_api), StateOf(_page));
            }
        }
    }

    /// <summary>Waits for one's turn: the connection, this kind's spacing, the end of a hold. Whoever cancels leaves the line as it was.</summary>
    /// <returns>The turn; dispose it when the answer has been read to its end.</returns>
    /// <exception cref="ArxivForbiddenException">arXiv has answered 403; also thrown to those already waiting when that happens.</exception>
    /// <exception cref="ArxivUnavailableException">The kind is held for longer than ten minutes, which nobody waits for: come back at its
    /// <see cref="ArxivUnavailableException.NotBefore"/>. Also thrown to those already waiting when such a hold begins.</exception>
    public async ValueTask<Turn> EnterAsync(RequestKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = Join(LaneOf(kind));
        await using var registration = cancellationToken.Register(() => Withdraw(LaneOf(kind), waiter, cancellationToken));
        return await waiter.Turn;
    }

    /// <summary>arXiv refused, or did not answer: nobody of this kind is let in before <paramref name="until"/>. A hold never shortens an earlier one.</summary>
    public void Hold(RequestKind kind, DateTimeOffset until)
    {
        lock (_lock)
        {
            var lane = LaneOf(kind);
            lane.Hold(_clock.FromWall(until));
            if (IsHeldTooLong(lane))
            {
                lane.TurnAway(() => LongHold(lane));
            }

            LetNextIn();
        }
    }

    /// <summary>arXiv answered 403 to <paramref name="address"/>: nobody is let in again until a person says so with <see cref="Resume"/>.</summary>
    public void Stop(Uri address)
    {
        lock (_lock)
        {
            _stoppedBy ??= address;
            TurnAllAway(() => new ArxivForbiddenException(_stoppedBy));
        }
    }

    /// <summary>A person has looked into the 403: requests may go again. Spacing and holds stay.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _stoppedBy = null;
        }
    }

    /// <summary>How many requests of this kind were let out since the gate was made, every try counted.</summary>
    public int Sent(RequestKind kind)
    {
        lock (_lock)
        {
            return LaneOf(kind).Sent;
        }
    }

    /// <summary>Sends those who wait away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer.Dispose();
            TurnAllAway(() => new ObjectDisposedException(nameof(RequestGate)));
        }
    }

    /// <summary>True while this kind is held for longer than anybody waits.</summary>
    internal bool TurnsAway(RequestKind kind)
    {
        lock (_lock)
        {
            return IsHeldTooLong(LaneOf(kind));
        }
    }

    internal void Leave(RequestKind kind)
    {
        lock (_lock)
        {
            LaneOf(kind).Leave(_clock.Now);
            _underWay = null;
            LetNextIn();
        }
    }

    private Waiter Join(Lane lane)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_stoppedBy is { } address)
            {
                throw new ArxivForbiddenException(address);
            }

            if (IsHeldTooLong(lane))
            {
                throw LongHold(lane);
            }

            var waiter = new Waiter(_arrivals++);
            lane.Join(waiter);
            LetNextIn();
            return waiter;
        }
    }

    private void Withdraw(Lane lane, Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // The timer may have been set for this one; it then goes off, finds the next too early, and is set again.
            if (lane.Withdraw(waiter))
            {
                waiter.Cancel(cancellationToken);
            }
        }
    }

    /// <summary>Lets the next in line in if the time has come, else sets the timer. Timers go off early at times: it is the clock that decides.</summary>
    private void LetNextIn()
    {
        lock (_lock)
        {
            if (_underWay is not null || NextLane() is not { } lane)
            {
                return;
            }

            var wait = lane.OpensAt - _clock.Now;
            if (wait > TimeSpan.Zero)
            {
                // Timers count whole milliseconds and drop the rest: rounding up saves a second awakening.
                var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                _timer.Change(whole < LongestSleep ? whole : LongestSleep, Timeout.InfiniteTimeSpan);
                return;
            }

            _underWay = lane.Kind;
            lane.LetFirstIn().LetIn(new Turn(this, lane.Kind));
        }
    }

    private Lane? NextLane() => new[] { _api, _page }
        .Where(lane => lane.First is not null)
        .OrderBy(lane => lane.OpensAt)
        .ThenBy(lane => lane.First!.Number)
        .FirstOrDefault();

    private Lane LaneOf(RequestKind kind) => kind is RequestKind.Api ? _api : _page;

    private void TurnAllAway(Func<Exception> failure)
    {
        _api.TurnAway(failure);
        _page.TurnAway(failure);
    }

    private bool IsHeldTooLong(Lane lane) => lane.HeldUntil - _clock.Now > BackOff.LongestWait;

    private ArxivUnavailableException LongHold(Lane lane)
    {
        var until = _clock.ToWall(lane.HeldUntil);
        var what = lane.Kind is RequestKind.Api ? "its query API, OAI-PMH or feeds" : "its pages";
        return new ArxivUnavailableException($"arXiv asks not to be asked for {what} before {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.") { NotBefore = until };
    }

    private LaneState StateOf(Lane lane) => new(
        lane.Waiting,
        lane.Sent,
        _clock.ToWall(lane.OpensAt),
        lane.HeldUntil > _clock.Now ? _clock.ToWall(lane.HeldUntil) : null);
}

using Microsoft.Extensions.Options;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// The one way out to arXiv, and the only place where anybody waits: one request at a time, each kind spaced by its interval from the end
/// of one request to the start of the next (field guide 2.7, 5.10), a kind held after a refusal, everything stopped after a 403. Within a
/// kind the first to come goes first; between kinds whoever is ready first, so that a long spacing of one kind does not keep the other from
/// the connection.
/// </summary>
/// <remarks>
/// One gate must serve all requests of the process: register it as a singleton. All members are thread-safe. With
/// <see cref="ArxivOptions.GateFolder"/> the gates of all processes that name the same folder are one: each knows only its own callers, and
/// asks the folder, whenever it may let one in, whether it is this process's turn.
/// <para>
/// How the processes agree: a process that wants to ask stands in a line (a ticket for each kind) and polls. The one that is first, with
/// the spacing and the hold of the kind over, takes the connection, a lock of the operating system, writes that its request has begun, and
/// keeps the lock until the answer is read and the end is written. Killed at any moment it loses the lock and its place; the next one finds
/// a request begun and not ended, and waits a whole interval from then on. Spacing is measured by two clocks, so that setting one of them
/// does not shorten it. A 403 is a file that every process looks for before each request. Where any of this cannot be read or written, no
/// process asks.
/// </para>
/// </remarks>
public sealed class RequestGate : IDisposable
{
    // A timer cannot be set further ahead than 49 days, and a clock read now and then costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly SteadyClock _clock;
    private readonly ITimer _timer;
    private readonly Lane _api;
    private readonly Lane _page;
    private readonly CrossProcessQueue? _common;
    private RequestKind? _underWay;
    private GateStop? _stop;
    private long _arrivals;
    private bool _disposed;

    public RequestGate(TimeProvider time, IOptions<ArxivOptions> options)
    {
        _clock = new SteadyClock(time);
        _api = new Lane(RequestKind.Api, options.Value.ApiInterval, _clock);
        _page = new Lane(RequestKind.Page, options.Value.PageInterval, _clock);
        _common = options.Value.GateFolder is { } folder ? new CrossProcessQueue(new GateFolder(folder), time, options.Value) : null;
        _timer = time.CreateTimer(_ => LetNextIn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What this process is doing, as other processes are told; empty by default.</summary>
    public string Command
    {
        get => _common?.Command ?? "";
        set => _common?.Command = value;
    }

    /// <summary>What the gate does now. Cheap; every call takes a new snapshot.</summary>
    /// <exception cref="GateStateException">The gate's folder cannot be read.</exception>
    public GateState State
    {
        get
        {
            lock (_lock)
            {
                var stop = Stopped;
                return new GateState(_underWay, stop?.Address, StateOf(_api), StateOf(_page)) { StoppedSince = stop?.Since };
            }
        }
    }

    /// <summary>
    /// Waits for one's turn: the connection, this kind's spacing, the end of a hold. Whoever cancels leaves the line as it was.
    /// </summary>
    /// <returns>The turn; dispose it when the answer has been read to its end.</returns>
    /// <exception cref="ArxivForbiddenException">arXiv has answered 403; also thrown to those already waiting when that
    /// happens.</exception>
    /// <exception cref="ArxivUnavailableException">The kind is held for longer than ten minutes, which nobody waits for: come back at its
    /// <see cref="ArxivUnavailableException.NotBefore"/>. Also thrown to those already waiting when such a hold begins.</exception>
    /// <exception cref="GateStateException">The gate's folder cannot be used.</exception>
    internal async ValueTask<RequestPermit> EnterAsync(RequestKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = Join(LaneOf(kind));
        await using var registration = cancellationToken.Register(() => Withdraw(LaneOf(kind), waiter, cancellationToken));
        return await waiter.Turn;
    }

    /// <summary>
    /// arXiv refused, or did not answer: nobody of this kind is let in before <paramref name="until"/>. A hold never shortens an earlier
    /// one.
    /// </summary>
    /// <exception cref="GateStateException">The gate's folder cannot be used; in this process the hold stands.</exception>
    internal void Hold(RequestKind kind, DateTimeOffset until)
    {
        lock (_lock)
        {
            var lane = LaneOf(kind);
            lane.Hold(_clock.FromWall(until));
            if (IsHeldTooLong(lane))
            {
                lane.TurnAway(() => LongHold(lane));
            }

            _common?.Hold(kind, until);
            LetNextIn();
        }
    }

    /// <summary>
    /// arXiv answered 403 to <paramref name="address"/>: nobody is let in again until a person says so with <see cref="Resume"/>.
    /// </summary>
    /// <exception cref="GateStateException">The gate's folder cannot be used; in this process the stop stands.</exception>
    internal void Stop(Uri address)
    {
        lock (_lock)
        {
            _stop ??= new GateStop(address, _clock.ToWall(_clock.Now.Wall));
            TurnAllAway(() => new ArxivForbiddenException(_stop.Address));
            if (_common is not null)
            {
                _common.Stop(address);

                // From here on the folder says it, and any process may be the one that lifts it.
                _stop = null;
                AnnounceCallers();
            }
        }
    }

    /// <summary>A person has looked into the 403: requests may go again. Spacing and holds stay.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _common?.Resume();
            _stop = null;
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
            _common?.Dispose();
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
            LaneOf(kind).Leave();
            _underWay = null;
            try
            {
                _common?.Leave(kind);
            }
            finally
            {
                LetNextIn();
            }
        }
    }

    private Waiter Join(Lane lane)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (Stopped is { } stop)
            {
                throw new ArxivForbiddenException(stop.Address, stop.Since);
            }

            if (IsHeldTooLong(lane))
            {
                throw LongHold(lane);
            }

            var waiter = new Waiter(_arrivals++);
            lane.Join(waiter);
            LetNextIn();
            AnnounceCallers();
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
                AnnounceCallers();
            }
        }
    }

    /// <summary>
    /// Lets the next in line in if the time has come, else sets the timer. Timers go off early at times: it is the clock that decides.
    /// </summary>
    private void LetNextIn()
    {
        lock (_lock)
        {
            if (_underWay is not null || NextLane() is not { } lane)
            {
                return;
            }

            if (_common is not null)
            {
                AskForATurn(_common);
            }
            else if (lane.Wait is var wait && wait > TimeSpan.Zero)
            {
                AwakeIn(wait);
            }
            else
            {
                LetFirstIn(lane);
            }
        }
    }

    private void LetFirstIn(Lane lane)
    {
        _underWay = lane.Kind;
        lane.LetFirstIn().LetIn(new RequestPermit(this, lane.Kind));
    }

    private void AwakeIn(TimeSpan wait)
    {
        // Timers count whole milliseconds and drop the rest: rounding up saves a second awakening.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        _timer.Change(whole < LongestSleep ? whole : LongestSleep, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks the other processes whether it is this one's turn, and heeds what they have heard from arXiv.</summary>
    private void AskForATurn(CrossProcessQueue common)
    {
        try
        {
            var answer = common.Ask(Lanes.Where(lane => lane.First is not null).ToDictionary(lane => lane.Kind, lane => lane.Wait));
            Hear(answer);
            if (answer.LetIn is { } kind)
            {
                LetFirstIn(LaneOf(kind));
            }
            else if (NextLane() is not null)
            {
                AwakeIn(answer.AskAgain);
            }

            AnnounceCallers();
        }
        catch (GateStateException failure)
        {
            TurnAllAway(() => new GateStateException(failure.Message, failure));
        }
    }

    private void Hear(QueueDecision answer)
    {
        foreach (var lane in Lanes)
        {
            var wait = answer.Record.Wait(lane.Kind, lane.Interval, answer.Now);
            lane.Hear(wait);
            if (wait > TimeSpan.Zero && answer.Record.TimesOf(lane.Kind).Held is { } held)
            {
                lane.Hold(_clock.FromWall(held.Until));
            }

            // Who is let in is still first in line here.
            if (answer.LetIn is null && IsHeldTooLong(lane))
            {
                lane.TurnAway(() => LongHold(lane));
            }
        }

        if (answer.Stopped is { } stop)
        {
            TurnAllAway(() => new ArxivForbiddenException(stop.Address, stop.Since));
        }
    }

    /// <summary>Sees to it that the other processes know for which kinds callers wait here.</summary>
    private void AnnounceCallers()
    {
        try
        {
            _common?.Announce([.. Lanes.Where(lane => lane.First is not null).Select(lane => lane.Kind)]);
        }
        catch (GateStateException failure)
        {
            TurnAllAway(() => new GateStateException(failure.Message, failure));
        }
    }

    private Lane[] Lanes => [_api, _page];

    private GateStop? Stopped => _stop ?? _common?.Stopped;

    private Lane? NextLane() => Lanes
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

    private bool IsHeldTooLong(Lane lane) => lane.HeldUntil - _clock.Now.Wall > BackOff.LongestWait;

    private ArxivUnavailableException LongHold(Lane lane)
    {
        var until = _clock.ToWall(lane.HeldUntil);
        var what = lane.Kind is RequestKind.Api ? "its query API, OAI-PMH or feeds" : "its pages";
        return new($"arXiv asks not to be asked for {what} before {ShownMoment.Of(until)}.") { NotBefore = until };
    }

    private LaneState StateOf(Lane lane) => new(
        lane.Waiting,
        lane.Sent,
        _clock.ToWall(lane.ShownOpensAt),
        lane.HeldUntil > _clock.Now.Wall ? _clock.ToWall(lane.HeldUntil) : null);
}

/// <summary>
/// The right to have one request under way. Leaving it (dispose) frees the connection and starts the spacing to the next request.
/// </summary>
internal sealed class RequestPermit : IAsyncDisposable
{
    private readonly RequestGate _gate;
    private bool _over;

    internal RequestPermit(RequestGate gate, RequestKind kind)
    {
        _gate = gate;
        Kind = kind;
    }

    public RequestKind Kind { get; }

    public ValueTask DisposeAsync()
    {
        if (!Interlocked.Exchange(ref _over, true))
        {
            _gate.Leave(Kind);
        }

        return ValueTask.CompletedTask;
    }
}

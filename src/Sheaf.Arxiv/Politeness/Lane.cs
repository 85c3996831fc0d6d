namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// One kind of requests at the gate of a process: who waits, in order of arrival, and when the kind may be asked again. All moments are
/// those of the gate's <see cref="SteadyClock"/>; the gate's lock protects it.
/// </summary>
internal sealed class Lane(RequestKind kind, TimeSpan interval, SteadyClock clock)
{
    private readonly LinkedList<Waiter> _waiting = [];

    // The first request may start as soon as the gate has opened.
    private LaneTimes _times = new() { Ended = null, Held = new HoldRecord(clock.Now.Wall, clock.Now.Wall) };
    private DateTimeOffset _heardUntil;

    public RequestKind Kind => kind;

    public TimeSpan Interval => interval;

    public int Waiting => _waiting.Count;

    public int Sent { get; private set; }

    public DateTimeOffset HeldUntil => _times.Held!.Until;

    /// <summary>How long nobody is let in from now on; nothing or less where the kind is open.</summary>
    public TimeSpan Wait => _times.Wait(interval, clock.Now);

    /// <summary>Before this moment nobody is let in, as this process knows and as other processes have told.</summary>
    public DateTimeOffset ShownOpensAt => OpensAt > _heardUntil ? OpensAt : _heardUntil;

    /// <summary>Before this moment nobody is let in, as far as this process knows itself.</summary>
    public DateTimeOffset OpensAt
    {
        get
        {
            var now = clock.Now;
            return now.Wall + _times.Wait(interval, now);
        }
    }

    public Waiter? First => _waiting.First?.Value;

    public void Join(Waiter waiter) => _waiting.AddLast(waiter);

    /// <summary>False if the waiter is no longer in line.</summary>
    public bool Withdraw(Waiter waiter) => _waiting.Remove(waiter);

    public Waiter LetFirstIn()
    {
        var first = First ?? throw new InvalidOperationException("Nobody waits.");
        _waiting.RemoveFirst();
        Sent++;
        return first;
    }

    public void Leave() => _times = _times with { Ended = clock.Now };

    /// <summary>Others have asked for the kind: it opens no sooner than after <paramref name="wait"/>, as they see to.</summary>
    public void Hear(TimeSpan wait) => _heardUntil = clock.Now.Wall + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero);

    public void Hold(DateTimeOffset until) => _times = _times.HeldUntil(until, clock.Now.Wall);

    /// <summary>Sends everybody in line away, each with a failure of their own.</summary>
    public void TurnAway(Func<Exception> failure)
    {
        foreach (var waiter in _waiting)
        {
            waiter.Fail(failure());
        }

        _waiting.Clear();
    }
}

/// <summary>One caller in line; the number is the place in the order of arrival over all kinds.</summary>
internal sealed class Waiter(long number)
{
    // Continuations must not run under the gate's lock.
    private readonly TaskCompletionSource<RequestPermit> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Number => number;

    public Task<RequestPermit> Turn => _turn.Task;

    public void LetIn(RequestPermit turn) => _turn.SetResult(turn);

    public void Fail(Exception failure) => _turn.SetException(failure);

    public void Cancel(CancellationToken cancellationToken) => _turn.SetCanceled(cancellationToken);
}

/// <summary>
/// When one kind of requests was asked last and until when it is held, from which follows when it may be asked again: within a process by
/// its <see cref="SteadyClock"/>, in what the processes know in common by the two clocks of a <see cref="ClockReading"/>. A value, kept in
/// the gate's folder by the names of its properties.
/// </summary>
internal sealed record LaneTimes
{
    /// <summary>When the last request of the kind ended; null before the first.</summary>
    public required ClockReading? Ended { get; init; }

    /// <summary>The last hold, over or not; null before the first.</summary>
    public required HoldRecord? Held { get; init; }

    /// <summary>The same, where a clock set back has put a moment into the future: as if it were now.</summary>
    public LaneTimes Mended(ClockReading now)
    {
        var lost = Ended is { } ended && now.Since(ended) is null;
        var ahead = Held is { } held && held.From > now.Wall;
        return !lost && !ahead ? this
            : new LaneTimes { Ended = lost ? now : Ended, Held = ahead ? Held!.StartedAt(now.Wall, RetryAfter.Longest) : Held };
    }

    /// <summary>The same, held. A hold only grows: a late, milder refusal does not lift a longer one.</summary>
    public LaneTimes HeldUntil(DateTimeOffset until, DateTimeOffset now) =>
        Held is { } held && held.Until >= until ? this : this with { Held = new HoldRecord(now, until) };

    /// <summary>
    /// How long the kind must wait; nothing or less where it need not, and the least there is before the first request and the first hold.
    /// </summary>
    public TimeSpan Wait(TimeSpan interval, ClockReading now)
    {
        var spacing = Ended is { } ended ? interval - (now.Since(ended) ?? TimeSpan.Zero) : TimeSpan.MinValue;
        var hold = Held is { } held ? held.Until - now.Wall : TimeSpan.MinValue;
        return spacing > hold ? spacing : hold;
    }
}

/// <summary>
/// A wait that arXiv asked for. Both ends are kept: where the clock is set back, it starts again and takes no longer than it was to.
/// </summary>
internal sealed record HoldRecord(DateTimeOffset From, DateTimeOffset Until)
{
    public HoldRecord StartedAt(DateTimeOffset now, TimeSpan longest)
    {
        var length = Until - From;
        return new HoldRecord(now, now + (length < TimeSpan.Zero ? TimeSpan.Zero : length < longest ? length : longest));
    }
}

/// <summary>One moment by two clocks, so that another process can tell how long ago it was although somebody has set one of them.</summary>
/// <param name="Wall">The time of day, which a person or the network may set.</param>
/// <param name="Uptime">
/// The counter behind <see cref="TimeProvider.GetTimestamp"/>. It is the same one for all processes of a machine, runs forward at its own
/// pace, and begins anew when the machine does.
/// </param>
internal readonly record struct ClockReading(DateTimeOffset Wall, TimeSpan Uptime)
{
    public static ClockReading Of(TimeProvider time) => new(time.GetUtcNow(), time.GetElapsedTime(0));

    /// <summary>
    /// How long ago <paramref name="earlier"/> was, at the least: the shorter of what the two clocks say, without one that says it is still
    /// to come. Null where both say so: the machine was started anew, and its clock set back.
    /// </summary>
    public TimeSpan? Since(ClockReading earlier)
    {
        var wall = Wall - earlier.Wall;
        var uptime = new TimeSpan(unchecked(Uptime.Ticks - earlier.Uptime.Ticks));
        return (wall >= TimeSpan.Zero, uptime >= TimeSpan.Zero) switch
        {
            (true, true) => wall < uptime ? wall : uptime,
            (true, false) => wall,
            (false, true) => uptime,
            _ => null,
        };
    }
}

/// <summary>
/// A clock for measuring waits: it starts at the wall clock's time and from then on only ever runs forward at its own pace. When somebody
/// sets the wall clock, a wait is neither cut short (impolite) nor stretched by hours.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _origin = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    /// <summary>Now, by a time of day that nobody sets.</summary>
    public ClockReading Now
    {
        get
        {
            var elapsed = time.GetElapsedTime(_start);
            return new(_origin + elapsed, elapsed);
        }
    }

    /// <summary>The moment of this clock that lies as far ahead as <paramref name="moment"/> does on the wall clock.</summary>
    public DateTimeOffset FromWall(DateTimeOffset moment) => Now.Wall + (moment - time.GetUtcNow());

    /// <summary>The moment of the wall clock that lies as far ahead as <paramref name="moment"/> does on this clock.</summary>
    public DateTimeOffset ToWall(DateTimeOffset moment) => time.GetUtcNow() + (moment - Now.Wall);
}

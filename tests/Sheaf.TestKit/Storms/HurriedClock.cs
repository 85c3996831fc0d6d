namespace Sheaf.TestKit.Storms;

/// <summary>
/// A clock that runs many times as fast as the real one, for the program and the replica alike: a storm of hours takes seconds.
/// </summary>
/// <param name="start">What it shows when it is made.</param>
/// <param name="speed">How many times as fast.</param>
internal sealed class HurriedClock(DateTimeOffset start, int speed) : TimeProvider
{
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly long _origin = System.GetTimestamp();
    private long _skipped;

    public override long GetTimestamp() => ((System.GetTimestamp() - _origin) * speed) + Interlocked.Read(ref _skipped);

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(this, System.CreateTimer(callback, state, Real(dueTime), Real(period)));

    /// <summary>Lets time pass while nobody waits for it.</summary>
    public void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks * (TimestampFrequency / TimeSpan.TicksPerSecond));

    /// <summary>So long the real clock takes for a time of this one.</summary>
    public TimeSpan Real(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : time / speed is var real && real < ShortestTimer ? ShortestTimer : real;

    private sealed class HurriedTimer(HurriedClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

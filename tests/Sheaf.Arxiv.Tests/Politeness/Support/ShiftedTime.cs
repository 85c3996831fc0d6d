using Microsoft.Extensions.Time.Testing;

namespace Sheaf.Arxiv.Tests.Politeness.Support;

/// <summary>A wall clock that somebody sets while its timers and timestamps run on.</summary>
internal sealed class ShiftedTime(FakeTimeProvider real) : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Shift;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}

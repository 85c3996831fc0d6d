namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// A clock for measuring waits: it starts at the wall clock's time and from then on only ever runs forward at its own pace. When somebody sets
/// the wall clock, a wait is neither cut short (impolite) nor stretched by hours.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _origin = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    public DateTimeOffset Now => _origin + time.GetElapsedTime(_start);

    /// <summary>The moment of this clock that lies as far ahead as <paramref name="moment"/> does on the wall clock.</summary>
    public DateTimeOffset FromWall(DateTimeOffset moment) => Now + (moment - time.GetUtcNow());

    /// <summary>The moment of the wall clock that lies as far ahead as <paramref name="moment"/> does on this clock.</summary>
    public DateTimeOffset ToWall(DateTimeOffset moment) => time.GetUtcNow() + (moment - Now);
}

namespace Sheaf.Arxiv.Politeness;

/// <summary>One moment by two clocks, so that another process can tell how long ago it was although somebody has set one of them.</summary>
/// <param name="Wall">The time of day, which a person or the network may set.</param>
/// <param name="Uptime">
/// The counter behind <see cref="TimeProvider.GetTimestamp"/>. It is the same one for all processes of a machine, runs forward at its own pace,
/// and begins anew when the machine does.
/// </param>
internal readonly record struct ClockReading(DateTimeOffset Wall, TimeSpan Uptime)
{
    public static ClockReading Of(TimeProvider time) => new(time.GetUtcNow(), time.GetElapsedTime(0));

    /// <summary>
    /// How long ago <paramref name="earlier"/> was, at the least: the shorter of what the two clocks say, without one that says it is still to
    /// come. Null where both say so: the machine was started anew, and its clock set back.
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

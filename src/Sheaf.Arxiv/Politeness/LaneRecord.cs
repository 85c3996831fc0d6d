namespace Sheaf.Arxiv.Politeness;

/// <summary>What the processes know in common of one kind of requests.</summary>
internal sealed record LaneRecord
{
    // Retry-After is cut to this, so that nothing longer was ever meant.
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(30);

    /// <summary>When the last request of the kind ended; null before the first.</summary>
    public required ClockReading? Ended { get; init; }

    /// <summary>The last hold, over or not; null before the first.</summary>
    public required HoldRecord? Held { get; init; }

    /// <summary>The same, where a clock set back has put a moment into the future: as if it were now.</summary>
    public LaneRecord Mended(ClockReading now)
    {
        var lost = Ended is { } ended && now.Since(ended) is null;
        var ahead = Held is { } held && held.From > now.Wall;
        return !lost && !ahead ? this : new LaneRecord { Ended = lost ? now : Ended, Held = ahead ? Held!.StartedAt(now.Wall, LongestHold) : Held };
    }

    public LaneRecord HeldUntil(DateTimeOffset until, DateTimeOffset now) =>
        Held is { } held && held.Until >= until ? this : this with { Held = new HoldRecord(now, until) };

    /// <summary>How long the kind must wait; nothing or less where it need not, and the least there is before the first request.</summary>
    public TimeSpan Wait(TimeSpan interval, ClockReading now)
    {
        var spacing = Ended is { } ended ? interval - (now.Since(ended) ?? TimeSpan.Zero) : TimeSpan.MinValue;
        var hold = Held is { } held ? held.Until - now.Wall : TimeSpan.MinValue;
        return spacing > hold ? spacing : hold;
    }
}

/// <summary>A wait that arXiv asked for. Both ends are kept: where the clock is set back, it starts again and takes no longer than it was to.</summary>
internal sealed record HoldRecord(DateTimeOffset From, DateTimeOffset Until)
{
    public HoldRecord StartedAt(DateTimeOffset now, TimeSpan longest)
    {
        var length = Until - From;
        return new HoldRecord(now, now + (length < TimeSpan.Zero ? TimeSpan.Zero : length < longest ? length : longest));
    }
}

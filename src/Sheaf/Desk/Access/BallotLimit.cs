namespace Sheaf.Desk;

/// <summary>
/// How often votes may be sent: by a browser that votes already as often as keys are pressed, by all others together as often as people
/// begin.
/// </summary>
/// <param name="time">What it goes by.</param>
internal sealed class BallotLimit(TimeProvider time)
{
    /// <summary>Two a second, for a minute.</summary>
    public const int OfAVoter = 120;

    /// <summary>Of all who have no name yet.</summary>
    public const int OfStrangers = 30;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _sent = [];

    /// <summary>A vote was sent.</summary>
    /// <param name="browser">The digest of a browser that has a name in the ballot; null for any other.</param>
    /// <returns>How long none is taken from there; null where this one is.</returns>
    public TimeSpan? Begin(string? browser)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (key, moments) in _sent.ToList())
            {
                while (moments.TryPeek(out var moment) && moment + Span <= now)
                {
                    moments.Dequeue();
                }

                if (moments.Count == 0)
                {
                    _sent.Remove(key);
                }
            }

            var own = _sent.TryGetValue(browser ?? "", out var sent) ? sent : _sent[browser ?? ""] = [];
            if (own.Count >= (browser is null ? OfStrangers : OfAVoter))
            {
                return own.Peek() + Span - now;
            }

            own.Enqueue(now);
            return null;
        }
    }
}

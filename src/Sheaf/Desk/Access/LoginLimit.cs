namespace Sheaf.Desk;

/// <summary>How often a password may be tried: a few times in a row, then once in a while, whoever tries.</summary>
/// <param name="time">What it goes by.</param>
internal sealed class LoginLimit(TimeProvider time)
{
    private const int InARow = 5;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _failures = new();

    /// <summary>A password is about to be tried, which counts as a failure until it has succeeded.</summary>
    /// <returns>How long nobody may try; null where one may now.</returns>
    public TimeSpan? Begin()
    {
        lock (_lock)
        {
            Forget();
            if (_failures.Count >= InARow)
            {
                return _failures.Peek() + Span - time.GetUtcNow();
            }

            _failures.Enqueue(time.GetUtcNow());
            return null;
        }
    }

    /// <summary>The password was right.</summary>
    public void Succeed()
    {
        lock (_lock)
        {
            _failures.Clear();
        }
    }

    private void Forget()
    {
        while (_failures.TryPeek(out var first) && first + Span <= time.GetUtcNow())
        {
            _failures.Dequeue();
        }
    }
}

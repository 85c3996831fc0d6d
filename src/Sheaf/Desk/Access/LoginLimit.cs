namespace Sheaf.Desk;

/// <summary>How often a password may be tried: a few times in a row, then once in a while, whoever tries.</summary>
/// <param name="time">What it goes by.</param>
internal sealed class LoginLimit(TimeProvider time)
{
    private const int InARow = 5;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _failures = new();

    /// <summary>How long nobody may try; null where one may now.</summary>
    public TimeSpan? Wait()
    {
        lock (_lock)
        {
            Forget();
            return _failures.Count < InARow ? null : _failures.Peek() + Span - time.GetUtcNow();
        }
    }

    /// <summary>A password was wrong.</summary>
    public void Fail()
    {
        lock (_lock)
        {
            _failures.Enqueue(time.GetUtcNow());
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

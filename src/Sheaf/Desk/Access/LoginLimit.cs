namespace Sheaf.Desk;

/// <summary>How often a password may be tried: a few times in a row, then once in a while, whoever tries.</summary>
/// <param name="time">What it goes by.</param>
internal sealed class LoginLimit(TimeProvider time)
{
    private const int InARow = 5;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _failures = [];

    /// <summary>A password is about to be tried, which counts as a failure until it has succeeded.</summary>
    /// <returns>How long nobody may try; null where one may now.</returns>
    public TimeSpan? Begin()
    {
        lock (_lock)
        {
            Forget();
            if (_failures.Count >= InARow)
            {
                return _failures[0] + Span - time.GetUtcNow();
            }

            _failures.Add(time.GetUtcNow());
            return null;
        }
    }

    /// <summary>The password was right: this try was no failure.</summary>
    public void Succeed()
    {
        lock (_lock)
        {
            if (_failures.Count > 0)
            {
                _failures.RemoveAt(_failures.Count - 1);
            }
        }
    }

    private void Forget() => _failures.RemoveAll(failure => failure + Span <= time.GetUtcNow());
}

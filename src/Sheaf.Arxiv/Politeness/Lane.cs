namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// One kind of requests at the gate: who waits, in order of arrival, and when the kind may be asked again. All moments are those of the gate's
/// <see cref="SteadyClock"/>; the gate's lock protects it.
/// </summary>
internal sealed class Lane(RequestKind kind, TimeSpan interval, DateTimeOffset opened)
{
    private readonly LinkedList<Waiter> _waiting = [];

    // The first request may start as soon as the gate has opened.
    private DateTimeOffset _spacedUntil = opened;
    private DateTimeOffset _heardUntil = opened;

    public RequestKind Kind => kind;

    public int Waiting => _waiting.Count;

    public int Sent { get; private set; }

    public DateTimeOffset HeldUntil { get; private set; } = opened;

    /// <summary>Before this moment nobody is let in.</summary>
    public DateTimeOffset OpensAt => _spacedUntil > HeldUntil ? _spacedUntil : HeldUntil;

    /// <summary>The same, with what other processes have told.</summary>
    public DateTimeOffset ShownOpensAt => _heardUntil > OpensAt ? _heardUntil : OpensAt;

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

    public void Leave(DateTimeOffset now) => _spacedUntil = now + interval;

    /// <summary>Others have asked for the kind: it opens no sooner than at <paramref name="until"/>, as they see to.</summary>
    public void Hear(DateTimeOffset until) => _heardUntil = until;

    /// <summary>A hold only grows: a late, milder refusal does not lift a longer one.</summary>
    public void Hold(DateTimeOffset until) => HeldUntil = until > HeldUntil ? until : HeldUntil;

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

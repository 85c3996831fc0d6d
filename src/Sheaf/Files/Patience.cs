namespace Sheaf.Files;

/// <summary>The time that is left for one change to files that other programs write, too.</summary>
internal sealed class Patience(FilePace pace, TimeProvider time, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly long _start = time.GetTimestamp();

    public FilePace Pace => pace;

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    public bool IsOver => Elapsed >= pace.Turns;

    /// <summary>Waits a moment before the next look.</summary>
    /// <exception cref="OperationCanceledException">A person stopped the waiting.</exception>
    public void Wait() => Wait(Step);

    /// <inheritdoc cref="Wait()"/>
    /// <remarks>Waits on this thread alone: where many wait at once, none needs another thread to be woken.</remarks>
    public void Wait(TimeSpan moment)
    {
        if (cancellationToken.WaitHandle.WaitOne(moment))
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>How long ago this was.</summary>
    public TimeSpan Since(DateTime utc) => time.GetUtcNow() - new DateTimeOffset(utc, TimeSpan.Zero);
}

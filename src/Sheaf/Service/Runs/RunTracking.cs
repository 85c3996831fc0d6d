using Sheaf.Arxiv.Politeness;
using Sheaf.Service.Events;

namespace Sheaf.Service.Runs;

/// <summary>Follows runs: what they wait at, whoever watches them, and the clock that they go by.</summary>
/// <param name="gate">What runs wait at.</param>
/// <param name="events">Told of all that becomes of a run.</param>
/// <param name="time">What runs are numbered and told by.</param>
internal sealed class RunTracking(RequestGate gate, ServiceEvents events, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A run that begins, or waits for its turn.</summary>
    public TrackedRun Begin(RunSnapshot first) => new(first, gate, time, events.Tell);

    /// <summary>Called whenever those who watch are looked after, as the waiting of a run may have changed.</summary>
    public void OnPolled(Action look) => events.Polled += look;
}

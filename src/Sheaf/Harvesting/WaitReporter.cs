using Sheaf.Arxiv.Politeness;
using Sheaf.Store.Runs;

namespace Sheaf.Harvesting;

/// <summary>Keeps the run's "waiting until" in the store true, so that <c>status</c> in another process can say why nothing moves.</summary>
internal sealed class WaitReporter(RequestGate gate, RunStore runs, long run, TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Ends when cancelled, without an exception.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? told = null;
        try
        {
            using var timer = new PeriodicTimer(Step, time);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var held = gate.WaitingUntil(time.GetUtcNow());
                if (held != told)
                {
                    runs.Waiting(run, held);
                    told = held;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}

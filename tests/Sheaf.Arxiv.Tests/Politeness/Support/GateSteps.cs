using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness.Support;

/// <summary>
/// Runs work on fake time: whenever all of it waits at the gate, the clock goes on to the moment the gate opens, and not further.
/// </summary>
internal static class GateSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(this FakeTimeProvider time, RequestGate gate, params Task[] work)
    {
        var all = Task.WhenAll(work);
        var given = TimeProvider.System.GetTimestamp();
        while (!all.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(given) < Patience, "The work does not come to its end.");
            if (NextOpening(gate.State, work.Count(task => !task.IsCompleted)) is { } opening)
            {
                time.AdvanceTo(opening);
            }

            await Task.Yield();
        }

        await all;
    }

    public static void AdvanceTo(this FakeTimeProvider time, DateTimeOffset moment)
    {
        // Timers know whole milliseconds only.
        var wait = moment - time.GetUtcNow();
        time.Advance(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait.TotalMilliseconds))));
    }

    private static DateTimeOffset? NextOpening(GateState state, int unfinished)
    {
        var lanes = new[] { state.Api, state.Page }.Where(lane => lane.Waiting > 0).ToList();
        return state.UnderWay is null && unfinished > 0 && lanes.Sum(lane => lane.Waiting) == unfinished
            ? lanes.Min(lane => lane.OpensAt)
            : null;
    }
}

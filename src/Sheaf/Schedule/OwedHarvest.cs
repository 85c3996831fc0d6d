using System.Diagnostics;
using Sheaf.Store;

namespace Sheaf.Schedule;

/// <summary>When a harvest that did not come to its end goes on. It is decided from the log of runs, so a restart changes nothing.</summary>
public sealed class OwedHarvest(RunStore runs)
{
    /// <summary>The windows in which arXiv refuses last from minutes to hours (field guide 2.7), and asking on prolongs them.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>
    /// A quarter of an hour after a run that arXiv refused, and twice as long after each further one in a row, four hours at the most; at once
    /// after one that was killed, or one of the service's own that was stopped with it. Null where nothing is owed.
    /// </summary>
    public DateTimeOffset? DueAt() => runs.Last() switch
    {
        { Result: { Exit: (int)ExitCode.Unavailable } result } => result.Finished + Pause(runs.RefusedInARow()),
        { Result: { Exit: (int)ExitCode.Interrupted } result, Command: var command } when command.EndsWith(ServiceRuns.Mark, StringComparison.Ordinal) => result.Finished,
        { Result: null } killed when !IsAlive(killed.Process) => killed.Started,
        _ => null,
    };

    private static TimeSpan Pause(int refused)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(refused, 10) - 1);
        return pause < LongestPause ? pause : LongestPause;
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}

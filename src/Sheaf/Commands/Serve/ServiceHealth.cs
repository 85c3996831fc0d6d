using Sheaf.Answers;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Service;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;
using Sheaf.Store.Sweeps;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>What <c>/health</c> says of a running service. Whatever is broken, it says so and does not fail.</summary>
internal sealed class ServiceHealth(LocalParts local, ServiceRuns service, RequestGate gate)
{
    private const string Ok = "ok";
    private const string Degraded = "degraded";
    private const string NeedsAPerson = "needs a person";

    private readonly DateTimeOffset _started = local.Time.GetUtcNow();

    /// <returns>What is answered, and whether all is well enough for 200.</returns>
    public (HealthJson Health, bool IsWell) Read()
    {
        try
        {
            return Look();
        }
        catch (Exception failure) when (failure is StoreException or GateStateException or IOException or UnauthorizedAccessException)
        {
            return (new HealthJson(
                NeedsAPerson, null, null, UtcText.From(NextRun), null, null, SafeText.OneLine(failure.Message), null), false);
        }
    }

    private ScheduleSettings Schedule => local.Settings.Schedule;

    private CategorySelection Categories => local.Settings.Sweep.Categories;

    private DateTimeOffset? NextRun => Schedule.NextHarvest(local.Time.GetUtcNow());

    private (HealthJson Health, bool IsWell) Look()
    {
        if (!Database.Exists(local.Workspace.Store))
        {
            throw new IOException($"The store {local.Workspace.Store} is not there; the next harvest makes it anew.");
        }

        GatePlace.Of(local.Settings, local.Workspace).Check();
        var (last, success, state) = (local.Runs.Last(), local.Runs.LastSuccess(), gate.State);
        var problem = state.StoppedBy is null ? Problem(last) : null;
        var isLate = IsLate(success);
        var status = state.StoppedBy is not null || problem is not null ? NeedsAPerson
            : local.Runs.IsRefusedSinceSuccess() ? Degraded
            : isLate ? NeedsAPerson
            : Ok;
        var health = new HealthJson(
            status,
            last is null ? null : RunStatus.Of(last),
            UtcText.From(success),
            UtcText.From(NextRun),
            UtcText.From(gate.WaitingUntil(local.Time.GetUtcNow())),
            state.StoppedBy is { } address ? ShownAddress.Of(address) : null,
            problem is not null ? SafeText.OneLine(problem) : isLate
                ? "No run has come to a good end for two periods of the schedule."
                : null,
            UtcText.From(state.StoppedSince));
        return (health, status != NeedsAPerson && !isLate);
    }

    /// <summary>What a person is to look at; null where there is nothing.</summary>
    private string? Problem(RunRow? last) =>
        service.LastFailure
        ?? (last?.Result is { Exit: (int)ExitCode.Failed } failed ? failed.Error ?? "The last run failed." : null)
        ?? (local.Ledger.NeedingAPerson() is > 0 and var missing
            ? $"{Humanize.Count(missing, "reference")} of the lists cannot be had; sheaf status names them."
            : null)
        ?? (IsSweepIncomplete() ? "A sweep is incomplete; sheaf status says why." : null);

    private bool IsSweepIncomplete() => !Categories.IsEmpty
        && ScheduledHarvest.SweptMonths(local.Time.GetUtcNow())
            .Any(month => local.Sweeps.Find(month, Categories.Name)?.State == SweepState.Incomplete);

    /// <summary>
    /// Whether the schedule has come round twice since anything went well, or since the service began where nothing ever has.
    /// </summary>
    private bool IsLate(DateTimeOffset? success) =>
        Schedule.NextHarvest(success ?? _started) is { } first
            && Schedule.NextHarvest(first) is { } second
            && second < local.Time.GetUtcNow();
}

/// <summary>
/// What <c>/health</c> answers: 200 while all is well or arXiv is being waited for, 503 when a person is needed or nothing has gone well
/// for two periods.
/// </summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> (arXiv has not been reached since the last success) or <c>needs a person</c>.</param>
/// <param name="LastRun">The run that began last.</param>
/// <param name="LastSuccess">When a run last came to its good end; null: none has.</param>
/// <param name="NextRun">When the next harvest is due.</param>
/// <param name="WaitingUntil">Until when arXiv asked us to wait; null while it does not.</param>
/// <param name="StoppedBy">The address that answered 403; null while none has.</param>
/// <param name="Failure">What is wrong, such as a list that cannot be read; null where nothing is.</param>
/// <param name="StoppedSince">When <paramref name="StoppedBy"/> answered so.</param>
internal sealed record HealthJson(
    string Status, RunStatus? LastRun, string? LastSuccess, string? NextRun, string? WaitingUntil, string? StoppedBy, string? Failure,
    string? StoppedSince);

/// <summary>What <c>/health/live</c> answers, as long as anything does.</summary>
/// <param name="Status"><c>ok</c>.</param>
internal sealed record LiveJson(string Status);

using Sheaf.Service.Runs;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>What POST <c>/api/runs</c> takes.</summary>
/// <param name="Kind"><c>harvest</c>, <c>sweep</c>, <c>backfill</c>, <c>check</c>, <c>draft</c> or <c>rank</c>.</param>
/// <param name="Months">As <c>2024-04</c>; none: everything, or what the schedule takes.</param>
/// <param name="DryRun">Whether only the plan is wanted.</param>
internal sealed record RunsRequest(string? Kind, IReadOnlyList<string?>? Months, bool? DryRun = null);

/// <summary>A run of the service.</summary>
/// <param name="Number">By which it is stopped.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Months">For which months; none: everything, or what the schedule takes.</param>
/// <param name="Scheduled">Whether the schedule began it, and not a person.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>finished</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Started">When it began; null while it waits.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="Exit">As a command's exit code; null while it runs.</param>
/// <param name="Done">How far it is.</param>
/// <param name="Total">Of how much; null where that is not known.</param>
/// <param name="Sentence">What it does, or did, for a person.</param>
/// <param name="WaitingUntil">Until when it waits before it asks arXiv again; null while it does not.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record RunJson(
    long Number, string Kind, IReadOnlyList<string> Months, bool Scheduled, string State, string? Started, string? Finished, int? Exit,
    int? Done, int? Total, string Sentence, string? WaitingUntil, string? Error)
{
    internal static RunJson Of(RunSnapshot run) => new(
        run.Number, RunRequest.NameOf(run.Kind), [.. run.Months.Select(month => month.ToString())], run.IsScheduled,
        RunSnapshot.NameOf(run.State), UtcText.From(run.Started), UtcText.From(run.Finished), (int?)run.Exit, run.Done, run.Total,
        SafeText.OneLine(run.Sentence), UtcText.From(run.WaitingUntil), run.Error is { } error ? SafeText.OneLine(error) : null);
}

/// <summary>What GET <c>/api/runs</c> answers.</summary>
/// <param name="Current">The run that is under way, or waits; null for none.</param>
/// <param name="Runs">The latest first, of this service since it began.</param>
internal sealed record RunsJson(RunJson? Current, IReadOnlyList<RunJson> Runs);

/// <summary>What is answered where another run is in the way: a problem document with that run.</summary>
internal sealed record RunProblemJson(string Type, string Title, int Status, string Detail, RunJson Run);

/// <summary>What the stream tells of files.</summary>
internal sealed record FilesJson(IReadOnlyList<string> Files);

/// <summary>What the stream tells of the journal.</summary>
/// <param name="Latest">The number of the latest edit; null where there is none.</param>
internal sealed record EditsEventJson(int? Latest);

/// <summary>What the stream tells of a ranking.</summary>
internal sealed record RankingEventJson(string Month, string State);

/// <summary>What the stream tells of the gate.</summary>
internal sealed record GateEventJson(string? HeldUntil, string? StoppedBy);

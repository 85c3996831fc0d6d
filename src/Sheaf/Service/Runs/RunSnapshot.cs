using System.Collections.Immutable;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Sweeping;

namespace Sheaf.Service.Runs;

/// <summary>How far a run of the service is.</summary>
internal enum RunState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It has come to its end, good or bad: see <see cref="RunSnapshot.Exit"/>.</summary>
    Finished,

    /// <summary>Something ended it before: see <see cref="RunSnapshot.Error"/>.</summary>
    Failed,

    /// <summary>A person or the end of the service has stopped it. What it had fetched stays.</summary>
    Cancelled,
}

/// <summary>A run of the service as it stands at one moment.</summary>
internal sealed record RunSnapshot
{
    /// <summary>
    /// The service's own number, larger than those of all runs before it, and never that of a row in the log of runs: the milliseconds
    /// since 1970 when it was asked for, or one more than the last.
    /// </summary>
    public required long Number { get; init; }

    public required RunKind Kind { get; init; }

    /// <summary>As they were asked for; none: see <see cref="RunKind"/>.</summary>
    public required ImmutableArray<Month> Months { get; init; }

    /// <summary>Whether the schedule began it, or something that the service owed; else a person did.</summary>
    public required bool IsScheduled { get; init; }

    public required RunState State { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>When its turn came; null before, and where it never came.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Null while it waits or is under way.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>As the command would end; null while it waits or is under way.</summary>
    public ExitCode? Exit { get; init; }

    /// <summary>Pages, papers, titles, drafts or months that are done; null where nothing is counted.</summary>
    public int? Done { get; init; }

    /// <summary>Of so many; null where that is not known.</summary>
    public int? Total { get; init; }

    /// <summary>What it does now or, at the end, what it has done, for a person; one line.</summary>
    public required string Sentence { get; init; }

    /// <summary>
    /// Nothing is asked before this moment: arXiv has asked to wait or, between two requests, its rules do. Null otherwise.
    /// </summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Why it failed, or what a person is to look at; null where nothing is wrong.</summary>
    public string? Error { get; init; }

    /// <summary>What came of it, at the end.</summary>
    public RunReports Reports { get; init; } = RunReports.None;

    /// <summary>Whether it waits or is under way.</summary>
    public bool IsLive => State is RunState.Waiting or RunState.Running;

    /// <summary>As the contract writes it: <c>running</c>.</summary>
    public static string NameOf(RunState state) => state.ToString().ToLowerInvariant();
}

/// <summary>What came of a run.</summary>
internal sealed record RunReports
{
    public static RunReports None { get; } = new();

    /// <summary>The harvest; null where it made none.</summary>
    public HarvestReport? Harvest { get; init; }

    /// <summary>The sweep; null where it made none.</summary>
    public SweepReport? Sweep { get; init; }

    /// <summary>The drafts that were looked at, written or not.</summary>
    public IReadOnlyList<DraftOutcome> Drafts { get; init; } = [];
}

/// <summary>How a run ended.</summary>
/// <param name="Exit">As the command would end.</param>
/// <param name="Sentence">What it has done, for a person.</param>
internal sealed record RunEnd(ExitCode Exit, string Sentence)
{
    public RunState State { get; init; } = RunState.Finished;

    /// <summary>Why it failed, or what a person is to look at; null where nothing is wrong.</summary>
    public string? Error { get; init; }

    public RunReports Reports { get; init; } = RunReports.None;
}

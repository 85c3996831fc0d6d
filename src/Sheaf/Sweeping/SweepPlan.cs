using Sheaf.Settings;

namespace Sheaf.Sweeping;

/// <summary>What a sweep will do, known before it makes a request.</summary>
internal sealed record SweepPlan
{
    /// <summary>Sequences to list, the earliest first. None: nothing is due.</summary>
    public required IReadOnlyList<SweepSpan> Spans { get; init; }

    /// <summary>Never <see cref="SweepInterface.Auto"/>.</summary>
    public required SweepInterface Interface { get; init; }

    /// <summary>Why this interface, in one sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The papers that are expected, from months swept before, or by a guess.</summary>
    public required int Papers { get; init; }

    /// <summary>The requests that so many papers need.</summary>
    public required int Requests { get; init; }

    /// <summary>The least time arXiv's rules allow for these requests.</summary>
    public TimeSpan LeastTime(TimeSpan interval) => interval * Math.Max(0, Requests - 1);
}

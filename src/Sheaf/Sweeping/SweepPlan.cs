using Sheaf.Arxiv.Identifiers;
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

/// <summary>Consecutive months, or what is left of them, that are swept as one sequence.</summary>
/// <param name="Months">The months, at least one.</param>
/// <param name="From">The first moment, a full minute: the beginning of the first month or, of one swept before, where that sweep came
/// to.</param>
internal sealed record SweepSpan(IReadOnlyList<Month> Months, DateTimeOffset From)
{
    public Month First => Months[0];

    public Month Last => Months[^1];

    /// <summary>Whether the first month is swept from its beginning.</summary>
    public bool IsWhole => From == First.Start;

    /// <summary>The first moment behind the span.</summary>
    public DateTimeOffset Until => Last.Next.Start;

    /// <summary>For readers: <c>2024-04 to 2024-06</c>.</summary>
    public string Title => First == Last ? First.ToString() : $"{First} to {Last}";
}

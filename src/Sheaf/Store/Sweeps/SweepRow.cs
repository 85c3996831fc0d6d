using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Sweeps;

/// <summary>How it stands with the sweep of one month; the columns of the table <c>sweep</c> (see there).</summary>
internal sealed record SweepRow
{
    public required Month Month { get; init; }

    public required string Categories { get; init; }

    /// <summary><c>atom</c> or <c>oai</c>.</summary>
    public required string Interface { get; init; }

    /// <summary><c>under-way</c>, <c>complete</c> or <c>incomplete</c>.</summary>
    public required string State { get; init; }

    public string? Reason { get; init; }

    /// <summary>The first month of those that were swept as one sequence.</summary>
    public required Month First { get; init; }

    public required Month Last { get; init; }

    public int? TotalFirst { get; init; }

    public int? TotalLast { get; init; }

    public int SpanSeen { get; init; }

    public int Twice { get; init; }

    public int Outside { get; init; }

    public int Unreadable { get; init; }

    public int Requests { get; init; }

    public int Seen { get; init; }

    public int? Highest { get; init; }

    public int Numbered { get; init; }

    public int Elsewhere { get; init; }

    public DateTimeOffset? Through { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Swept { get; init; }

    public bool IsComplete => State == SweepState.Complete;
}

/// <summary>What can be said of a sweep.</summary>
internal static class SweepState
{
    public const string UnderWay = "under-way";

    public const string Complete = "complete";

    public const string Incomplete = "incomplete";
}

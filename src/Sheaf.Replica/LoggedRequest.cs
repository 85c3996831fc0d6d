using Sheaf.Replica.Faults;

namespace Sheaf.Replica;

/// <summary>One request the replica received.</summary>
public sealed record LoggedRequest
{
    /// <summary>Counted from 1 in the order of arrival.</summary>
    public required int Number { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string Target { get; init; }

    public required LoggedKind Kind { get; init; }

    public string? UserAgent { get; init; }

    public string? Accept { get; init; }

    public string? IfModifiedSince { get; init; }

    /// <summary>When the request's head had arrived, on a monotonic clock, counted from the start of the replica.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>
    /// When all of the answer but its last byte had been handed to the connection, on the same clock. No client can have the whole answer
    /// sooner, so the gap to the next <see cref="Start"/> is never shorter than the pause the client kept.
    /// </summary>
    public TimeSpan End { get; init; }

    /// <summary><see cref="Start"/> in wall time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary><see cref="End"/> in wall time.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>The answer's status; 0 where the client left before there was an answer.</summary>
    public int Status { get; init; }

    /// <summary>The fault that happened to it; null: none.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>Whether another request was in progress at any moment between <see cref="Start"/> and <see cref="End"/>.</summary>
    public bool Overlapping { get; init; }
}

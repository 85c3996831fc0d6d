namespace Sheaf.Replica.Faults;

/// <summary>
/// When which fault happens. The requests that fit <see cref="Kind"/> and <see cref="Target"/> are counted from 1; the fault happens to
/// those whose number fits all of the rest.
/// </summary>
/// <param name="Fault">What happens.</param>
public sealed record FaultRule(FaultKind Fault)
{
    /// <summary>Null: requests of every kind.</summary>
    public LoggedKind? Kind { get; init; }

    /// <summary>What the path and query must contain, case and percent-encoding as sent. Null: anything.</summary>
    public string? Target { get; init; }

    /// <summary>Only the request of this number. Null: any.</summary>
    public int? Nth { get; init; }

    /// <summary>Only each request whose number is a multiple of this. Null: any.</summary>
    public int? Every { get; init; }

    /// <summary>Only requests whose number is greater. Default 0.</summary>
    public int After { get; init; }

    /// <summary>After so many faults the rule is used up. Null: never.</summary>
    public int? Times { get; init; }

    /// <summary>How probable the fault is where the number fits, from 0 to 1. Null: certain.</summary>
    public double? Probability { get; init; }

    /// <summary>Which requests chance picks: the same numbers for the same seed, however often it is tried.</summary>
    public ulong Seed { get; init; }

    /// <summary>A header Retry-After with so many seconds, where the fault is a refusal. Null: none.</summary>
    public int? RetryAfter { get; init; }
}

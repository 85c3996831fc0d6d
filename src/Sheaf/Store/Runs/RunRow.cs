namespace Sheaf.Store.Runs;

/// <summary>One run of a command that asks arXiv.</summary>
public sealed record RunRow
{
    public required long Id { get; init; }

    public required string Command { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>While it runs, arXiv is being waited for until then; null where it is not.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Null while it runs, and for ever where it was killed.</summary>
    public RunResult? Result { get; init; }
}

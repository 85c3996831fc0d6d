namespace Sheaf.Store.Runs;

/// <summary>How a run came out.</summary>
public sealed record RunResult
{
    public required DateTimeOffset Finished { get; init; }

    public int Asked { get; init; }

    public int Fetched { get; init; }

    public int Unchanged { get; init; }

    public int Missing { get; init; }

    public int AtomRequests { get; init; }

    public int PageRequests { get; init; }

    public int OaiRequests { get; init; }

    /// <summary>The exit code, as the program answers it.</summary>
    public required int Exit { get; init; }

    /// <summary>Why the run failed, in one or two sentences; null where it did not.</summary>
    public string? Error { get; init; }
}

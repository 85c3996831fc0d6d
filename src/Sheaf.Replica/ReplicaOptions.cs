using Sheaf.Replica.Faults;

namespace Sheaf.Replica;

/// <summary>How a replica behaves.</summary>
public sealed record ReplicaOptions
{
    /// <summary>The port on the loopback address; 0 (the default) takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether requests that overlap or follow too closely are answered with 429, as arXiv may. Default: false.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Strict: the least pause from the end of one API request to the start of the next. Default: 3 s, as arXiv asks for.
    /// </summary>
    public TimeSpan ApiInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Strict: the same for abstract pages. Default: 15 s, the crawl delay of arXiv's robots.txt.</summary>
    public TimeSpan PageInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Records on a page of a list over OAI-PMH. Default: 2,500, as in arXiv's code; 1,000 and 1,300 have been seen (field guide 3.3).
    /// </summary>
    public int RecordsPerPage { get; init; } = 2500;

    /// <summary>Headers on a page of a list of identifiers over OAI-PMH. Default: 20,000.</summary>
    public int IdentifiersPerPage { get; init; } = 20_000;

    /// <summary>A file to which each request is appended as one JSON object a line. Null (the default): none.</summary>
    public string? LogFile { get; init; }

    /// <summary>
    /// Asked for each request before it is answered (its end and status are not known then): a fault to answer with, or null. Default: no
    /// faults. It may be called from several threads at once.
    /// </summary>
    public Func<LoggedRequest, FaultKind?>? Fault { get; init; }

    /// <summary>Faults by rule, for requests to which <see cref="Fault"/> orders none. Default: none.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>The clock of the request log and of the feeds. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

namespace Sheaf.Replica;

/// <summary>A refusal that <see cref="ReplicaOptions.Fault"/> can order in place of an answer.</summary>
public enum FaultKind
{
    /// <summary>429, as when a client is too fast.</summary>
    RateExceeded,

    /// <summary>503 without Retry-After.</summary>
    Unavailable,

    /// <summary>406, as arXiv's edge answers in its bad hours (field guide 2.7).</summary>
    NotAcceptable,

    /// <summary>403, as to a client that arXiv has shut out.</summary>
    AccessDenied,
}

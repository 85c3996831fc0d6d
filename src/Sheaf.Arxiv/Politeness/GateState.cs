namespace Sheaf.Arxiv.Politeness;

/// <summary>A snapshot of the gate as this process knows it, for its progress.</summary>
/// <param name="UnderWay">The kind of the request that has the connection now; null while none has.</param>
/// <param name="StoppedBy">The address that answered 403; null while requests may go.</param>
/// <param name="Api">The query API, OAI-PMH and the feeds.</param>
/// <param name="Page">The pages.</param>
public sealed record GateState(RequestKind? UnderWay, Uri? StoppedBy, LaneState Api, LaneState Page)
{
    /// <summary>When <see cref="StoppedBy"/> answered so; null while requests may go.</summary>
    public DateTimeOffset? StoppedSince { get; init; }

    public LaneState Of(RequestKind kind) => kind is RequestKind.Api ? Api : Page;
}

/// <summary>How one kind of requests stands at the gate.</summary>
/// <param name="Waiting">How many callers wait for their turn; the one whose turn it is does not count.</param>
/// <param name="Sent">Requests let out since the gate was made.</param>
/// <param name="OpensAt">Before this moment no request of the kind starts, by spacing or because it is held; it may lie in the past.</param>
/// <param name="HeldUntil">The end of the wait that a refusal or a broken connection asked for; null when there is none now.</param>
public sealed record LaneState(int Waiting, int Sent, DateTimeOffset OpensAt, DateTimeOffset? HeldUntil);

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

    public LaneState LaneOf(RequestKind kind) => kind is RequestKind.Api ? Api : Page;
}

/// <summary>How one kind of requests stands at the gate.</summary>
/// <param name="Waiting">How many callers wait for their turn; the one whose turn it is does not count.</param>
/// <param name="Sent">Requests let out since the gate was made.</param>
/// <param name="OpensAt">Before this moment no request of the kind starts, by spacing or because it is held; it may lie in the
/// past.</param>
/// <param name="HeldUntil">The end of the wait that a refusal or a broken connection asked for; null when there is none now.</param>
public sealed record LaneState(int Waiting, int Sent, DateTimeOffset OpensAt, DateTimeOffset? HeldUntil);

/// <summary>How the gate stands for all processes of the user, for <c>status</c>.</summary>
/// <param name="UnderWay">Whose request has the connection; null while nobody's has.</param>
/// <param name="Waiting">Who waits, in order of arrival; a process once for each kind.</param>
/// <param name="ApiNotBefore">The query API, OAI-PMH and the feeds are not asked before this moment; null where they may be asked
/// now.</param>
/// <param name="PageNotBefore">The same for pages.</param>
/// <param name="IsHeld">Whether one of the two is arXiv's wish, and not only our own spacing.</param>
/// <param name="Stopped">The 403 that stops everybody; null while requests may go.</param>
public sealed record GateReport(
    GateAsker? UnderWay, IReadOnlyList<GateAsker> Waiting, DateTimeOffset? ApiNotBefore, DateTimeOffset? PageNotBefore, bool IsHeld,
    GateStop? Stopped)
{
    internal static GateReport Of(
        GateRecord record, Func<Ticket, bool> lives, GateStop? stopped, ArxivOptions options, ClockReading now) => new(
        record.UnderWay is { } asking && lives(asking) ? GateAsker.Of(asking) : null,
        [.. record.Line.OrderBy(ticket => ticket.Number).Select(GateAsker.Of)],
        NotBefore(record.Wait(RequestKind.Api, options.ApiInterval, now), now),
        NotBefore(record.Wait(RequestKind.Page, options.PageInterval, now), now),
        record.Api.Held?.Until > now.Wall || record.Page.Held?.Until > now.Wall,
        stopped);

    private static DateTimeOffset? NotBefore(TimeSpan wait, ClockReading now) => wait > TimeSpan.Zero ? now.Wall + wait : null;
}

/// <summary>A process at the gate.</summary>
/// <param name="Command">What it is doing, as a person would call it.</param>
/// <param name="Process">Its number.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Since">When it came, or was let in.</param>
public sealed record GateAsker(string Command, int Process, RequestKind Kind, DateTimeOffset Since)
{
    internal static GateAsker Of(Ticket ticket) => new(ticket.Command, ticket.Process, ticket.Kind, ticket.Since);
}

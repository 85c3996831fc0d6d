namespace Sheaf.Arxiv.Politeness;

/// <summary>How the gate stands for all processes of the user, for <c>status</c>.</summary>
/// <param name="UnderWay">Whose request has the connection; null while nobody's has.</param>
/// <param name="Waiting">Who waits, in order of arrival; a process once for each kind.</param>
/// <param name="ApiNotBefore">The query API, OAI-PMH and the feeds are not asked before this moment; null where they may be asked now.</param>
/// <param name="PageNotBefore">The same for pages.</param>
/// <param name="IsHeld">Whether one of the two is arXiv's wish, and not only our own spacing.</param>
/// <param name="Stopped">The 403 that stops everybody; null while requests may go.</param>
public sealed record GateReport(
    GateAsker? UnderWay, IReadOnlyList<GateAsker> Waiting, DateTimeOffset? ApiNotBefore, DateTimeOffset? PageNotBefore, bool IsHeld, GateStop? Stopped)
{
    internal static GateReport Of(GateRecord record, Func<Ticket, bool> lives, GateStop? stopped, ArxivOptions options, ClockReading now) => new(
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

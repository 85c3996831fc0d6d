using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>How the request gate stands for all processes of the user, in <c>status</c>.</summary>
/// <param name="UnderWay">Whose request is under way; null while nobody's is.</param>
/// <param name="Waiting">Who waits, in order of arrival.</param>
/// <param name="ApiNotBefore">The query API, OAI-PMH and the feeds are not asked before this moment; null where they may be asked
/// now.</param>
/// <param name="PageNotBefore">The same for pages.</param>
/// <param name="StoppedBy">The address whose 403 stops all requests; null while none does.</param>
/// <param name="StoppedSince">When it answered so.</param>
internal sealed record GateStatus(
    AskerStatus? UnderWay, IReadOnlyList<AskerStatus> Waiting, string? ApiNotBefore, string? PageNotBefore, string? StoppedBy,
    string? StoppedSince)
{
    internal static GateStatus Of(GateReport gate) => new(
        gate.UnderWay is { } asking ? AskerStatus.Of(asking) : null,
        [.. gate.Waiting.Select(AskerStatus.Of)],
        UtcText.From(gate.ApiNotBefore),
        UtcText.From(gate.PageNotBefore),
        gate.Stopped is { } stop ? ShownAddress.Of(stop.Address) : null,
        UtcText.From(gate.Stopped?.Since));
}

/// <param name="Command">As a person would call it: <c>harvest 2024-04</c>.</param>
/// <param name="Process">The number of its process.</param>
/// <param name="Kind"><c>api</c> or <c>page</c>.</param>
/// <param name="Since">When it came, or was let in.</param>
internal sealed record AskerStatus(string Command, int Process, string Kind, string Since)
{
    internal static AskerStatus Of(GateAsker asker) =>
        new(asker.Command, asker.Process, asker.Kind is RequestKind.Api ? "api" : "page", UtcText.From(asker.Since));
}

using Sheaf.Arxiv.Politeness;

namespace Sheaf.Harvesting;

/// <summary>Whether arXiv is being waited for.</summary>
public static class GateWaits
{
    /// <summary>Until when a refusal keeps some kind of request waiting; null when none does.</summary>
    public static DateTimeOffset? WaitingUntil(this RequestGate gate, DateTimeOffset now)
    {
        var (api, page) = (gate.State.Api.HeldUntil, gate.State.Page.HeldUntil);
        var later = api > page || page is null ? api : page;
        return later > now ? later : null;
    }
}

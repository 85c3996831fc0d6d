using Sheaf.Arxiv;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;

namespace Sheaf.Answers;

/// <summary>What a dry run writes under <c>--json</c>.</summary>
/// <param name="Asked">References in scope, malformed ones included.</param>
/// <param name="Due">Papers that would be fetched.</param>
/// <param name="Requests">Requests that would be made if arXiv leaves nothing out.</param>
/// <param name="LeastSeconds">The least time arXiv's rules allow, rounded up.</param>
/// <param name="Drafts">Files that would be written.</param>
/// <param name="Sweep">Null where none is asked for.</param>
internal sealed record PlanJson(
    int Asked, int Due, RequestTally Requests, int LeastSeconds, IReadOnlyList<string> Drafts, SweepPlanJson? Sweep)
{
    /// <param name="plan">The harvest; null where none is asked for.</param>
    /// <param name="sweep">The sweep; null where none is asked for.</param>
    /// <param name="drafts">Files that would be written.</param>
    /// <param name="arxiv">How far apart requests are.</param>
    internal static PlanJson Of(HarvestPlan? plan, SweepPlan? sweep, IReadOnlyList<string> drafts, ArxivOptions arxiv) => new(
        (plan?.Asked.Count ?? 0) + (plan?.Malformed.Count ?? 0), plan?.Due.Count ?? 0,
        new(plan?.ApiRequests ?? 0, plan?.PageRequests ?? 0, 0),
        (int)Math.Ceiling(plan?.LeastTime(arxiv).TotalSeconds ?? 0), drafts, SweepPlanJson.Of(sweep, arxiv.ApiInterval));
}

/// <summary>The sweep of a dry run.</summary>
/// <param name="Months">Those that are due.</param>
/// <param name="Interface"><c>atom</c> or <c>oai</c>.</param>
/// <param name="Why">Why this one.</param>
/// <param name="Papers">About so many are expected.</param>
/// <param name="Requests">About so many would be made.</param>
/// <param name="LeastSeconds">The least time arXiv's rules allow for them, rounded up; the harvest's comes before it.</param>
internal sealed record SweepPlanJson(IReadOnlyList<string> Months, string Interface, string Why, int Papers, int Requests, int LeastSeconds)
{
    internal static SweepPlanJson? Of(SweepPlan? plan, TimeSpan interval) => plan is null ? null : new(
        [.. plan.Spans.SelectMany(span => span.Months).Select(month => month.ToString())],
        plan.Interface == SweepInterface.Oai ? "oai" : "atom",
        plan.Why, plan.Papers, plan.Requests, (int)Math.Ceiling(plan.LeastTime(interval).TotalSeconds));
}

using System.CommandLine;
using Sheaf.Arxiv;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>--dry-run</c>: the requests a harvest would make and the least time they can take.</summary>
internal static class PlanView
{
    public static Option<bool> DryRun { get; } = new("--dry-run")
    {
        Description = "Only say which requests would be made, the least time they can take, and what would be written",
    };

    /// <param name="context">Where to speak.</param>
    /// <param name="plan">The harvest.</param>
    /// <param name="sweep">The sweep; null where none is asked for.</param>
    /// <param name="drafts">The drafts that would be written; none by default.</param>
    public static void Show(CommandContext context, HarvestPlan plan, SweepPlan? sweep = null, IReadOnlyList<string>? drafts = null)
    {
        var least = plan.LeastTime(context.Settings.Arxiv);
        context.Terminal.Say($"{Humanize.Count(plan.Asked.Count, "paper")} asked for, {Humanize.Number(plan.Due.Count)} due.");
        context.Terminal.Say(
            $"{Humanize.Count(plan.ApiRequests, "request")} to the query API and {Humanize.Count(plan.PageRequests, "page")}, at least "
            + $"{Humanize.Span(least)}.");
        foreach (var bad in plan.Malformed)
        {
            context.Terminal.Say(
                $"{bad.List}, line {bad.Line}: '{SafeText.OneLine(bad.Text)}' names no paper: {SafeText.OneLine(bad.Problem)}.");
        }

        if (sweep is not null)
        {
            SweepView.Show(context.Terminal, sweep, context.Settings.Arxiv.ApiInterval);
        }

        foreach (var draft in drafts ?? [])
        {
            context.Terminal.Say($"Would write {Workspace.ForReaders(draft)}");
        }

        context.Terminal.Answer(PlanJson.Of(plan, sweep, drafts ?? [], context.Settings.Arxiv), shapes => shapes.PlanJson);
    }
}

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

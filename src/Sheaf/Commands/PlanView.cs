using System.CommandLine;
using System.Globalization;
using Sheaf.Harvesting;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary><c>--dry-run</c>: the requests a harvest would make and the least time they can take.</summary>
internal static class PlanView
{
    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Only say which requests would be made, the least time they can take, and what would be written" };

    /// <param name="context">Where to speak.</param>
    /// <param name="plan">The harvest.</param>
    /// <param name="drafts">The drafts that would be written; none by default.</param>
    public static void Show(CommandContext context, HarvestPlan plan, IReadOnlyList<string>? drafts = null)
    {
        var least = plan.LeastTime(context.Settings.Arxiv);
        context.Terminal.Say($"{Words.Count(plan.Asked.Count, "paper")} asked for, {plan.Due.Count.ToString("N0", CultureInfo.InvariantCulture)} due.");
        context.Terminal.Say($"{Words.Count(plan.ApiRequests, "request")} to the query API and {Words.Count(plan.PageRequests, "page")}, at least {Words.Span(least)}.");
        foreach (var bad in plan.Malformed)
        {
            context.Terminal.Say($"{bad.List}, line {bad.Line}: '{SafeText.OneLine(bad.Text)}' names no paper: {SafeText.OneLine(bad.Problem)}.");
        }

        foreach (var draft in drafts ?? [])
        {
            context.Terminal.Say($"Would write {Workspace.ForReaders(draft)}");
        }

        context.Terminal.Answer(
            new PlanDocument(plan.Asked.Count + plan.Malformed.Count, plan.Due.Count, new(plan.ApiRequests, plan.PageRequests, 0), (int)Math.Ceiling(least.TotalSeconds), drafts ?? []),
            shapes => shapes.PlanDocument);
    }
}

/// <summary>What a dry run writes under <c>--json</c>.</summary>
/// <param name="Asked">References in scope, malformed ones included.</param>
/// <param name="Due">Papers that would be fetched.</param>
/// <param name="Requests">Requests that would be made if arXiv leaves nothing out.</param>
/// <param name="LeastSeconds">The least time arXiv's rules allow, rounded up.</param>
/// <param name="Drafts">Files that would be written.</param>
public sealed record PlanDocument(int Asked, int Due, RequestTally Requests, int LeastSeconds, IReadOnlyList<string> Drafts);

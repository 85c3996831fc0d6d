using System.CommandLine;
using Sheaf.Answers;
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

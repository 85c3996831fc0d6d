using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;

namespace Sheaf.Commands;

/// <summary>
/// A harvest as commands make it: a list that cannot be read is named to the person and left out, and the progress is shown.
/// </summary>
internal sealed class HarvestRunner(CommandContext context, Harvester harvester, RequestGate gate)
{
    /// <summary>What is due.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var plan = harvester.Plan(scope with { GoesOnWithoutUnread = true });
        foreach (var list in plan.Unread)
        {
            context.Leave(list);
        }

        return plan;
    }

    /// <summary>Carries out a plan.</summary>
    public async Task<HarvestReport> RunAsync(string command, HarvestPlan plan, CancellationToken cancellationToken)
    {
        var view = new ProgressView(context.Terminal, gate, context.Time);
        return await view.ShowAsync(progress => harvester.RunAsync(command, plan, progress, cancellationToken));
    }
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;

namespace Sheaf.Service.Runs;

/// <summary>Carries out what a person asks the service for, each kind of run as its command does.</summary>
internal sealed class RequestedRuns(
    RunGuard guard, RequestedHarvest harvest, RequestedSweep sweep, RequestedCheck check, RequestedDrafts drafts,
    RequestedRankings rankings)
{
    /// <summary>Refuses what cannot be carried out whatever arXiv says.</summary>
    /// <exception cref="BadInputException">A setting is lacking.</exception>
    public void Refuse(RunRequest request)
    {
        if (request.Kind == RunKind.Sweep)
        {
            sweep.RefuseNoCategories();
        }
    }

    /// <summary>What a run would do. Makes no request and writes nothing.</summary>
    /// <exception cref="BadInputException">It cannot be carried out.</exception>
    public RunPlan Plan(RunRequest request)
    {
        Refuse(request);
        return request.Kind switch
        {
            RunKind.Sweep => sweep.Plan(request),
            RunKind.Check => check.Plan(request),
            RunKind.Draft => drafts.Plan(request),
            RunKind.Rank => new() { Rankings = request.Months },
            _ => harvest.Plan(request),
        };
    }

    /// <summary>Carries it out once no other run is under way.</summary>
    /// <param name="request">What.</param>
    /// <param name="run">Told of the progress.</param>
    /// <param name="cancellationToken">Ends the waiting, and what is under way; what came before it is kept.</param>
    public async Task<RunEnd> CarryOutAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken)
    {
        RunEnd? end = null;
        await guard.RunAskedAsync(
            async () =>
            {
                run.Begin();
                end = await WorkAsync(request, run, cancellationToken);
            },
            cancellationToken);
        return end!;
    }

    private Task<RunEnd> WorkAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken) => request.Kind switch
    {
        RunKind.Sweep => sweep.RunAsync(request, run, cancellationToken),
        RunKind.Check => check.RunAsync(request, run, cancellationToken),
        RunKind.Draft => Task.FromResult(drafts.Run(request, run, cancellationToken)),
        RunKind.Rank => rankings.RunAsync(request, run, cancellationToken),
        _ => harvest.RunAsync(request, run, cancellationToken),
    };
}

/// <summary>What a run would do.</summary>
internal sealed record RunPlan
{
    /// <summary>The harvest; null where it makes none.</summary>
    public HarvestPlan? Harvest { get; init; }

    /// <summary>The sweep; null where it makes none.</summary>
    public SweepPlan? Sweep { get; init; }

    /// <summary>Whole paths of the drafts that it would write.</summary>
    public IReadOnlyList<string> Drafts { get; init; } = [];

    /// <summary>The months that it would rank, unless they are up to date.</summary>
    public IReadOnlyList<Month> Rankings { get; init; } = [];
}

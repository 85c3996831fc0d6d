using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;

namespace Sheaf.Service.Runs;

/// <summary>Carries out what a person asks the service for, each kind of run as its command does.</summary>
internal sealed class RequestedRuns(RunGuard guard, IEnumerable<IRequestedRun> kinds)
{
    /// <summary>Refuses what cannot be carried out whatever arXiv says.</summary>
    /// <exception cref="BadInputException">A setting is lacking.</exception>
    public void Refuse(RunRequest request) => Of(request).Refuse();

    /// <summary>What a run would do. Makes no request and writes nothing.</summary>
    /// <exception cref="BadInputException">It cannot be carried out.</exception>
    public RunPlan Plan(RunRequest request)
    {
        Refuse(request);
        return Of(request).Plan(request);
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
                end = await Of(request).RunAsync(request, run, cancellationToken);
            },
            cancellationToken);
        return end!;
    }

    private IRequestedRun Of(RunRequest request) => kinds.First(kind => kind.Does(request.Kind));
}

/// <summary>A kind of run that a person can ask for.</summary>
internal interface IRequestedRun
{
    /// <summary>Whether it is of this kind.</summary>
    bool Does(RunKind kind);

    /// <summary>Refuses what cannot be carried out whatever arXiv says.</summary>
    /// <exception cref="BadInputException">A setting is lacking.</exception>
    void Refuse()
    {
    }

    /// <summary>What it would do. Makes no request and writes nothing.</summary>
    /// <exception cref="BadInputException">It cannot be carried out.</exception>
    RunPlan Plan(RunRequest request);

    /// <summary>Carries it out.</summary>
    /// <param name="request">What.</param>
    /// <param name="run">Told of the progress.</param>
    /// <param name="cancellationToken">Ends it; what came before is kept.</param>
    Task<RunEnd> RunAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken);
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

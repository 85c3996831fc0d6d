namespace Sheaf.Service.Runs;

/// <summary>Rankings that a person asks the service for, each made in a process of its own.</summary>
internal sealed class RequestedRankings(SweptRankings rankings) : IRequestedRun
{
    public bool Does(RunKind kind) => kind == RunKind.Rank;

    public RunPlan Plan(RunRequest request) => new() { Rankings = request.Months };

    public async Task<RunEnd> RunAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        foreach (var (done, month) in request.Months.Index())
        {
            run.Say($"The papers of {month.Title} are being ranked.", done, request.Months.Length);
            if (await rankings.MakeAsync(month, cancellationToken) is { } reason)
            {
                failed.Add($"The ranking of {month} was not made: {reason.TrimEnd('.')}.");
            }
        }

        run.Say("The rankings are made.", request.Months.Length, request.Months.Length);
        return failed.Count == 0
            ? new RunEnd(ExitCode.Done, $"Ranked: {string.Join(", ", request.Months)}.")
            : new RunEnd(ExitCode.Failed, "Not all could be ranked.") { Error = string.Join(' ', failed) };
    }
}

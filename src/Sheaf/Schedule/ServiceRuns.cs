using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Notices;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Sweeping;

namespace Sheaf.Schedule;

/// <summary>What the service does when its clock strikes, one run at a time. A run that fails is logged and recorded; the service goes on.</summary>
public sealed partial class ServiceRuns(
    Database database, Harvester harvester, Sweeper sweeper, CuratedFolder curated, DraftMaker maker, DraftStore drafts, Workspace workspace, SheafSettings settings,
    ServiceNotices notices, TimeProvider time, ILogger<ServiceRuns> logger)
    : IDisposable
{
    /// <summary>How the names of the service's runs end in the log of runs.</summary>
    public const string Mark = "(scheduled)";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Why the last run failed, for a person; null while none has or since one went well.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>
    /// Harvests every curated list, sweeps what is due of this month and the one before where categories are set, then makes the drafts that are owed, among them any that an earlier failure left unmade.
    /// </summary>
    public Task HarvestAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            var report = await harvester.RunAsync($"harvest {Mark}", harvester.Plan(HarvestScope.Everything), null, cancellationToken);
            notices.Tell(report);

            // While arXiv refuses the rest of the harvest is owed, and the sweep with it.
            if (report.Exit != ExitCode.Unavailable)
            {
                await SweepAsync(cancellationToken);
            }

            await MakeOwedDraftsAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Makes the drafts that are owed.</summary>
    public Task DraftAsync(CancellationToken cancellationToken) => AloneAsync(() => MakeOwedDraftsAsync(cancellationToken), cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!settings.Sweep.Categories.IsEmpty)
        {
            var month = Month.Of(time.GetUtcNow());
            notices.Tell(await sweeper.RunAsync($"sweep {Mark}", [month.Previous, month], progress: null, cancellationToken));
        }
    }

    private async Task MakeOwedDraftsAsync(CancellationToken cancellationToken)
    {
        foreach (var month in OwedDrafts())
        {
            var plan = harvester.Plan(new HarvestScope([month], []));
            var report = await harvester.RunAsync($"draft {month} {Mark}", plan, null, cancellationToken);
            if (report.Exit == ExitCode.Unavailable)
            {
                LogPutOff(month);
                continue;
            }

            var made = maker.Compose(month);
            var outcome = maker.Write(made);
            maker.Remember(made);
            LogDrafted(month, outcome.Kind);
            notices.Tell(made, outcome);
        }
    }

    private List<Month> OwedDrafts()
    {
        var now = time.GetUtcNow();
        return [.. DueDrafts.Of(curated.Months(), settings.Schedule, MadeAt, now)];

        // A draft that lies there although the store knows nothing of it was made before the store was lost.
        DateTimeOffset? MadeAt(Month month) => drafts.Find(month)?.Written ?? (File.Exists(workspace.DraftFile(month)) ? now : null);
    }

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await OverDamageAsync(work);
            LastFailure = null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, a list that is not UTF-8 or a full disk, the next night may go well: only the service's own end ends it.
            LastFailure = exception.Message;
            LogFailed(exception, exception.Message);
            notices.Tell(exception);
        }
        finally
        {
            // The next run is hours away: what this one needed is given back to the machine meanwhile.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _oneAtATime.Release();
        }
    }

    /// <summary>Work during which the store turns out to be damaged begins again, once, over a new store.</summary>
    private async Task OverDamageAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreException failure) when (failure.IsDamage)
        {
            if (new DamagedStore(workspace.Store, time).MoveAside() is not { } kept)
            {
                throw;
            }

            LogDamaged(kept);
            database.EnsureCreated();
            await work();
        }
    }

    [LoggerMessage(LogLevel.Error, "The store was damaged: it is kept as {Kept}, and everything in it is fetched again")]
    private partial void LogDamaged(string kept);

    [LoggerMessage(LogLevel.Information, "The draft of {Month} was {Outcome}")]
    private partial void LogDrafted(Month month, DraftOutcomeKind outcome);

    [LoggerMessage(LogLevel.Warning, "The draft of {Month} is put off until arXiv is available again")]
    private partial void LogPutOff(Month month);

    [LoggerMessage(LogLevel.Error, "The run failed: {Reason}")]
    private partial void LogFailed(Exception exception, string reason);
}

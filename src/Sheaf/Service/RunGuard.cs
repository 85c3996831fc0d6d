using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Sheaf.Service;

/// <summary>
/// Lets the service's runs go one at a time, each over a store that can be used. A run that fails is logged and remembered; the service
/// goes on.
/// </summary>
internal sealed partial class RunGuard(ServiceStore store, ServiceNotices notices, ILogger<RunGuard> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>What went wrong in the last runs.</summary>
    public RunFailures Failures { get; } = new();

    /// <summary>Carries out a run once no other is under way.</summary>
    /// <param name="work">May begin again, over a new store, where the store turns out to be damaged.</param>
    /// <param name="sawEverything">Whether it is a whole harvest, and not only drafts.</param>
    /// <param name="cancellationToken">Ends the waiting; the work takes it, too.</param>
    /// <returns>What ended the run as a whole; null where nothing did.</returns>
    public async Task<Exception?> RunAloneAsync(Func<Task> work, bool sawEverything, CancellationToken cancellationToken)
    {
        Exception? whole = null;
        await InTurnAsync(
            async () =>
            {
                var isOver = false;
                try
                {
                    Failures.Begin();
                    await OverStoreAsync(work, cancellationToken);
                    isOver = true;
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // Whatever it is, a full disk or a locked store, the next night may go well: only the service's own end, or a person,
                    // ends it.
                    LogFailed(exception, exception.Message);
                    Failures.AddWhole(exception);
                    whole = exception;
                }
                finally
                {
                    Failures.End(sawEverything && isOver);
                    notices.Tell(Failures.Lasting);
                }
            },
            cancellationToken);
        return whole;
    }

    /// <summary>
    /// Carries out what a person has asked for once no other run is under way. How it fails is that person's to hear, and nothing that the
    /// service remembers.
    /// </summary>
    /// <param name="work">May begin again, over a new store, where the store turns out to be damaged.</param>
    /// <param name="cancellationToken">Ends the waiting; the work takes it, too.</param>
    public Task RunAskedAsync(Func<Task> work, CancellationToken cancellationToken) =>
        InTurnAsync(() => OverStoreAsync(work, cancellationToken), cancellationToken);

    /// <summary>Looks through the whole store once no run is under way, unless that was done within a day.</summary>
    public Task LookThroughStoreAsync(CancellationToken cancellationToken) => RunAloneAsync(
        () => Task.Run(() => store.LookThrough(cancellationToken), cancellationToken), sawEverything: false, cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private Task OverStoreAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        store.EnsureThere();
        return store.OverDamageAsync(work, cancellationToken);
    }

    private async Task InTurnAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            // The next run is hours away, as a rule: what this one needed is given back to the machine meanwhile.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _oneAtATime.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "The run failed: {Reason}")]
    private partial void LogFailed(Exception exception, string reason);
}

/// <summary>
/// What went wrong in the service's last runs, each by the matter that it is about: a list, a month's draft, or the run as a whole.
/// </summary>
internal sealed class RunFailures
{
    private const string Whole = "";
    private static readonly ImmutableSortedDictionary<string, RunFailure> None =
        ImmutableSortedDictionary.Create<string, RunFailure>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, RunFailure> _lasting = None;
    private ImmutableSortedDictionary<string, RunFailure> _found = None;

    /// <summary>As they stood at the end of the last run.</summary>
    public IReadOnlyDictionary<string, RunFailure> Lasting => _lasting;

    /// <summary>A run begins.</summary>
    public void Begin() => _found = None;

    /// <summary>This run met with it.</summary>
    public void Add(string matter, RunFailure failure) => _found = _found.SetItem(matter, failure);

    /// <summary>The run could not be carried out at all.</summary>
    public void AddWhole(Exception failure) => Add(Whole, new RunFailure(failure, failure.Message));

    /// <summary>The run has ended. What it did not look at stands as it stood.</summary>
    /// <param name="sawEverything">
    /// Whether it was a whole harvest, and not only drafts; one that failed as a whole has seen nothing.
    /// </param>
    public void End(bool sawEverything) => _lasting = sawEverything && !_found.ContainsKey(Whole) ? _found : _lasting.SetItems(_found);
}

/// <summary>Something that went wrong in a run of the service.</summary>
/// <param name="Cause">What happened.</param>
/// <param name="Sentence">The same for a person.</param>
internal sealed record RunFailure(Exception Cause, string Sentence);

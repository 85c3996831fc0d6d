using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Service.Runs;

/// <summary>A local arXiv that keeps one page back until a test lets it go, so that a run stays in its middle.</summary>
/// <param name="page">Which page, from 1.</param>
internal sealed class HeldPages(int page) : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _go = new();
    private int _pages;

    public ReplicaOptions Options => new() { Fault = Hold };

    /// <summary>The page has been asked for.</summary>
    public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    /// <summary>It is answered, and so are all that follow.</summary>
    public void LetGo() => _go.Set();

    public void Dispose() => _go.Set();

    private FaultKind? Hold(LoggedRequest request)
    {
        if (request.Kind == LoggedKind.Page && Interlocked.Increment(ref _pages) == page)
        {
            _reached.SetResult();
            _go.Wait(TestContext.Current.CancellationToken);
        }

        return null;
    }
}

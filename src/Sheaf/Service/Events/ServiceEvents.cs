using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sheaf.Service.Runs;

namespace Sheaf.Service.Events;

/// <summary>
/// Tells whoever listens what changes in the workspace. Runs of the service are told of as they go on; what other programs change is
/// looked for every two seconds while anybody listens, and not at all otherwise. No watcher of files: on mounted folders they fail without
/// a sound.
/// </summary>
internal sealed partial class ServiceEvents : IAsyncDisposable
{
    /// <summary>Each page that is open and visible listens once.</summary>
    public const int MostListeners = 64;

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly WorkspacePoll _poll;
    private readonly TimeProvider _time;
    private readonly ILogger<ServiceEvents> _logger;
    private readonly Lock _lock = new();
    private readonly List<EventListener> _listeners = [];
    private readonly SortedDictionary<long, RunEvent> _live = [];
    private readonly SortedDictionary<string, ServiceEvent> _standing = new(StringComparer.Ordinal);
    private PeriodicTimer? _timer;
    private Task _looking = Task.CompletedTask;
    private bool _isBegun;
    private bool _isOver;

    /// <param name="poll">What other programs change.</param>
    /// <param name="time">What looking for it goes by.</param>
    /// <param name="logger">Where a failure is told.</param>
    /// <param name="lifetime">Streams end as soon as the service is to stop, which would wait for them otherwise.</param>
    public ServiceEvents(WorkspacePoll poll, TimeProvider time, ILogger<ServiceEvents> logger, IHostApplicationLifetime? lifetime = null)
    {
        (_poll, _time, _logger) = (poll, time, logger);
        lifetime?.ApplicationStopping.Register(End);
    }

    /// <summary>Called at each look for changes.</summary>
    public event Action? Polled;

    /// <summary>
    /// Everything from now on, the runs that wait or are under way and how it stands with the gate and the journal first. Ends when the
    /// service stops.
    /// </summary>
    /// <param name="cancellationToken">Whoever listened has gone.</param>
    /// <returns>Null where <see cref="MostListeners"/> listen already, or the service stops.</returns>
    public IAsyncEnumerable<ServiceEvent>? TryListen(CancellationToken cancellationToken)
    {
        var listener = new EventListener();
        lock (_lock)
        {
            if (_isOver || _listeners.Count == MostListeners)
            {
                return null;
            }

            _listeners.Add(listener);
            if (_timer is null)
            {
                _timer = new PeriodicTimer(PollInterval, _time);
                _looking = LookAsync(_timer, _looking);
            }
            else if (_isBegun)
            {
                Greet(listener);
            }
        }

        return ReadAsync(listener, cancellationToken.Register(() => Leave(listener)), cancellationToken);
    }

    /// <summary>A run begins, goes on or has ended.</summary>
    public void Tell(RunSnapshot run)
    {
        lock (_lock)
        {
            var told = new RunEvent(run);
            if (run.IsLive)
            {
                _live[run.Number] = told;
            }
            else
            {
                _live.Remove(run.Number);
            }

            TellAll(told);
        }
    }

    public async ValueTask DisposeAsync()
    {
        End();
        await _looking;
    }

    private async IAsyncEnumerable<ServiceEvent> ReadAsync(
        EventListener listener, CancellationTokenRegistration leaving, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var told in listener.ReadAsync(cancellationToken))
            {
                yield return told;
            }
        }
        finally
        {
            await leaving.DisposeAsync();
            Leave(listener);
        }
    }

    /// <summary>Looks for changes until the last listener has gone.</summary>
    /// <param name="timer">Disposed of then.</param>
    /// <param name="before">An earlier look, which may be on its way out still.</param>
    private async Task LookAsync(PeriodicTimer timer, Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var now = _poll.Begin();
        lock (_lock)
        {
            // Who comes from now on is told at once; those who came before wait for this.
            if (_timer == timer)
            {
                _isBegun = true;
                now.ForEach(Remember);
                _listeners.ForEach(Greet);
            }
        }

        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                Tell(_poll.Look());
                Polled?.Invoke();
            }
            catch (Exception failure)
            {
                // Those who listen hear of the runs all the same.
                LogNotLooked(failure, failure.Message);
            }
        }
    }

    private void Tell(IReadOnlyList<ServiceEvent> changes)
    {
        lock (_lock)
        {
            foreach (var change in changes)
            {
                Remember(change);
                TellAll(change);
            }
        }
    }

    private void Remember(ServiceEvent told)
    {
        if (told is GateEvent or EditsEvent)
        {
            _standing[told.Key] = told;
        }
    }

    private void Greet(EventListener listener)
    {
        foreach (var told in _standing.Values.Concat(_live.Values))
        {
            listener.Tell(told);
        }
    }

    private void TellAll(ServiceEvent told)
    {
        foreach (var listener in _listeners)
        {
            listener.Tell(told);
        }
    }

    private void Leave(EventListener listener)
    {
        lock (_lock)
        {
            if (_listeners.Remove(listener) && _listeners.Count == 0)
            {
                StopLooking();
            }
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _isOver = true;
            _listeners.ForEach(listener => listener.End());
            StopLooking();
        }
    }

    private void StopLooking()
    {
        _timer?.Dispose();
        (_timer, _isBegun) = (null, false);
        _standing.Clear();
    }

    [LoggerMessage(LogLevel.Error, "What other programs have changed cannot be told to those who watch: {Reason}")]
    private partial void LogNotLooked(Exception exception, string reason);
}

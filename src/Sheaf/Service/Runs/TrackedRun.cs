using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Checking;
using Sheaf.Harvesting;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Service.Runs;

/// <summary>
/// A run of the service from the asking to its end: what it says of itself, and what stops it. Whoever watches is told of changes at most
/// four times a second, and always of the last.
/// </summary>
internal sealed class TrackedRun : IProgress<HarvestProgress>, IProgress<SweepProgress>, IProgress<(int Done, int All)>, IAsyncDisposable
{
    /// <summary>The least time between two tellings.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly RequestGate _gate;
    private readonly TimeProvider _time;
    private readonly Action<RunSnapshot> _tell;
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private RunSnapshot _now;
    private (HarvestProgress Value, DateTimeOffset At)? _harvest;
    private long? _told;
    private bool _isTimerSet;
    private RunSnapshot? _lastTold;
    private Task _stopped = Task.CompletedTask;

    /// <param name="first">How it stands at first.</param>
    /// <param name="gate">What it may wait at.</param>
    /// <param name="time">What telling goes by.</param>
    /// <param name="tell">Told of changes, one after the other.</param>
    public TrackedRun(RunSnapshot first, RequestGate gate, TimeProvider time, Action<RunSnapshot> tell)
    {
        (_now, _gate, _time, _tell) = (first, gate, time, tell);
        _timer = time.CreateTimer(_ => TellLate(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public long Number => _now.Number;

    /// <summary>Stops the run.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Ends when the run has ended, never with an exception.</summary>
    public Task Ending { get; set; } = Task.CompletedTask;

    /// <summary>How it stands now.</summary>
    public RunSnapshot Snapshot
    {
        get
        {
            lock (_lock)
            {
                return _now.State == RunState.Running ? WithWait(_now) : _now;
            }
        }
    }

    /// <summary>Its turn has come.</summary>
    public void Begin() => Change(run => run with
    {
        State = RunState.Running,
        Started = run.Started ?? _time.GetUtcNow(),
        Sentence = "It has begun.",
        Done = null,
        Total = null,
    });

    public void Report(HarvestProgress value)
    {
        lock (_lock)
        {
            _harvest = (value, _time.GetUtcNow());
        }

        Change(run => run with { Done = value.Pages, Total = value.PagesPlanned });
    }

    public void Report(SweepProgress value) =>
        Say($"{value.Sentence}.", value.Seen, value.Total);

    public void Report((int Done, int All) value) =>
        Say($"{CheckReport.TitlesSentence(value)}.", value.Done, value.All);

    /// <summary>It does something else now.</summary>
    /// <param name="sentence">For a person.</param>
    /// <param name="done">Null where nothing is counted.</param>
    /// <param name="total">Null where that is not known.</param>
    public void Say(string sentence, int? done = null, int? total = null)
    {
        lock (_lock)
        {
            _harvest = null;
        }

        Change(run => run with { Sentence = sentence, Done = done, Total = total });
    }

    /// <summary>
    /// A harvest as this run carries it out: what it does not come to is owed where the service ends, and is not where a person has stopped
    /// it.
    /// </summary>
    public HarvestPlan Owing(HarvestPlan plan) => plan with { IsOwedWhenStopped = () => !IsStoppedByPerson };

    /// <summary>It has ended.</summary>
    public void End(RunEnd end)
    {
        lock (_lock)
        {
            _now = _now with
            {
                State = end.State,
                Finished = _time.GetUtcNow(),
                Exit = end.Exit,
                Sentence = SafeText.OneLine(end.Sentence),
                Error = end.Error is { } error ? SafeText.OneLine(error) : null,
                Reports = end.Reports,
            };
        }

        TellNow();
    }

    /// <summary>Whether a person has stopped it; else, if it was stopped at all, the service ends.</summary>
    public bool IsStoppedByPerson { get; private set; }

    /// <summary>A person asks it to end.</summary>
    public void StopForPerson()
    {
        IsStoppedByPerson = true;
        Stop();
    }

    /// <summary>Asks it to end.</summary>
    /// <remarks>Not within the call: whoever asks need not wait for what is ended by it.</remarks>
    public void Stop() => _stopped = _stop.CancelAsync();

    /// <summary>Has those who watch told where its waiting has changed, of which nothing else tells.</summary>
    public void Refresh() => Change(run => run);

    public async ValueTask DisposeAsync()
    {
        await _stopped;
        await _timer.DisposeAsync();
        _stop.Dispose();
    }

    private void Change(Func<RunSnapshot, RunSnapshot> change)
    {
        lock (_lock)
        {
            if (!_now.IsLive)
            {
                return;
            }

            _now = change(_now);
            var wait = _told is { } told ? Pace - _time.GetElapsedTime(told) : TimeSpan.Zero;
            if (wait > TimeSpan.Zero)
            {
                if (!_isTimerSet)
                {
                    _isTimerSet = true;
                    _timer.Change(wait, Timeout.InfiniteTimeSpan);
                }

                return;
            }
        }

        TellNow();
    }

    private void TellLate()
    {
        lock (_lock)
        {
            if (_isTimerSet)
            {
                TellNow();
            }
        }
    }

    private void TellNow()
    {
        lock (_lock)
        {
            (_told, _isTimerSet) = (_time.GetTimestamp(), false);
            var now = Snapshot;
            if (now != _lastTold)
            {
                _lastTold = now;
                _tell(now);
            }
        }
    }

    private RunSnapshot WithWait(RunSnapshot run)
    {
        var now = _time.GetUtcNow();
        var (held, next) = Waits(now);
        return run with
        {
            WaitingUntil = held ?? next,
            Sentence = _harvest is { } harvest ? $"{harvest.Value.Sentence(now - harvest.At, held)}."
                : held is { } until ? $"{run.Sentence.TrimEnd('.')}, waiting for arXiv until {Humanize.Clock(until)}."
                : run.Sentence,
        };
    }

    /// <summary>Until when arXiv has asked to wait, and until when the spacing keeps everybody waiting who waits.</summary>
    private (DateTimeOffset? Held, DateTimeOffset? Next) Waits(DateTimeOffset now)
    {
        try
        {
            var state = _gate.State;
            var waiting = new[] { state.Api, state.Page }.Where(lane => lane.Waiting > 0).Select(lane => lane.OpensAt).ToList();
            return (
                _gate.WaitingUntil(now),
                state.UnderWay is null && waiting.Count > 0 && waiting.Min() is var next && next > now ? next : null);
        }
        catch (GateStateException)
        {
            // Whatever the run asks for meets with the same, and fails with it.
            return (null, null);
        }
    }
}

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// One process's part in the line that all processes of the user stand in. A process announces itself once for each kind that it has
/// callers for, and asks again and again, at a modest pace, whether its turn has come: the first of each kind goes first, between kinds the
/// one that is ready first, and after its request it stands at the end again, so that everybody gets a share alike.
/// </summary>
/// <remarks>The gate's lock protects it.</remarks>
internal sealed class CrossProcessQueue(GateFolder folder, TimeProvider time, ArxivOptions options) : IDisposable
{
    /// <summary>For stops and holds that others hear of, and for callers that come in between.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan SleepWhenNext = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan SleepInLine = TimeSpan.FromMilliseconds(100);

    /// <summary>Who is let in and does not come for so long (stopped by Ctrl-Z, say) is passed by until it does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<RequestKind> _announced = [];
    private readonly HashSet<long> _passed = [];
    private FileStream? _life;
    private FileStream? _connection;
    private (long Number, long Seen)? _slow;

    /// <summary>What the process is doing, as others are told.</summary>
    public string Command { get; set; } = "";

    /// <inheritdoc cref="GateFolder.Stopped"/>
    public GateStop? Stopped => folder.Stopped;

    /// <summary>Asks for a turn.</summary>
    /// <param name="callers">The kinds that callers wait for here, and how long the process itself knows that each must wait.</param>
    /// <exception cref="GateStateException">The folder cannot be used.</exception>
    public QueueDecision Ask(IReadOnlyDictionary<RequestKind, TimeSpan> callers)
    {
        using var taken = folder.Take();
        var now = ClockReading.Of(time);
        var before = folder.Read(now);
        var record = Announced(before.Mended(now).Without(ticket => !IsMine(ticket) && !folder.IsAlive(ticket)), callers.Keys, now);
        using var connection = new ConnectionLock(folder.TryTakeConnection());
        var (letIn, askAgain) = connection.IsFree && Stopped is null
            ? Decide(ref record, callers, now)
            : (null, Pace(record, TimeSpan.Zero, now));
        if (!ReferenceEquals(record, before))
        {
            folder.Save(record);
        }

        if (letIn is { } kind)
        {
            _connection = connection.Keep();
            _announced.Remove(kind);
        }

        return new QueueDecision(letIn, askAgain, Stopped, record, now);
    }

    /// <summary>Makes the tickets those of the kinds that callers wait for here.</summary>
    /// <exception cref="GateStateException">The folder cannot be used.</exception>
    public void Announce(IReadOnlyCollection<RequestKind> kinds)
    {
        if (!_announced.SetEquals(kinds))
        {
            using var taken = folder.Take();
            var now = ClockReading.Of(time);
            folder.Save(Announced(folder.Read(now), kinds, now));
        }
    }

    /// <summary>The answer has been read: frees the connection, whatever happens; the spacing starts now.</summary>
    /// <exception cref="GateStateException">The end could not be written down; whoever is next waits a whole interval.</exception>
    public void Leave(RequestKind kind)
    {
        using var connection = _connection;
        _connection = null;
        if (connection is not null)
        {
            using var taken = folder.Take();
            var now = ClockReading.Of(time);
            var record = folder.Read(now).Ended(now);

            // Where the folder was taken away meanwhile, it does not tell of this request.
            folder.Save(record.With(kind, record.TimesOf(kind) with { Ended = now }));
        }
    }

    /// <summary>Holds a kind for everybody. A hold never shortens an earlier one.</summary>
    /// <exception cref="GateStateException">The folder cannot be used.</exception>
    public void Hold(RequestKind kind, DateTimeOffset until)
    {
        using var taken = folder.Take();
        var now = ClockReading.Of(time);
        var record = folder.Read(now).Mended(now);
        folder.Save(record.With(kind, record.TimesOf(kind).HeldUntil(until, now.Wall)), lasting: true);
    }

    /// <summary>Stops everybody.</summary>
    /// <exception cref="GateStateException">The others could not be told.</exception>
    public void Stop(Uri address) => folder.Stop(new GateStop(address, time.GetUtcNow()));

    /// <inheritdoc cref="GateFolder.Resume"/>
    public void Resume() => folder.Resume();

    public void Dispose()
    {
        try
        {
            Announce([]);
        }
        catch (GateStateException)
        {
            // A ticket without a living process counts for nothing.
        }

        _connection?.Dispose();
        _life?.Dispose();
    }

    /// <summary>Whose turn it is, with the connection in hand, or when to ask again.</summary>
    private (RequestKind? LetIn, TimeSpan AskAgain) Decide(
        ref GateRecord record, IReadOnlyDictionary<RequestKind, TimeSpan> callers, ClockReading now)
    {
        // Begun and not ended, although nobody has the connection: its process was killed, and nobody knows when its request ended.
        record = record.Ended(now);
        _passed.IntersectWith(record.Line.Select(ticket => ticket.Number));
        var next = record.Next(now, _passed);
        var wait = next is null ? TimeSpan.Zero : record.Wait(next.Kind, next.Interval, now);
        if (next is not null && IsMine(next))
        {
            wait = callers[next.Kind] > wait ? callers[next.Kind] : wait;
            if (wait <= TimeSpan.Zero)
            {
                record = record.Begun(next with { Command = Command }, now.Wall);
                return (next.Kind, TimeSpan.Zero);
            }
        }
        else if (next is not null && wait <= TimeSpan.Zero)
        {
            PassBySlow(next);
        }

        return (null, Pace(record, wait, now));
    }

    private void PassBySlow(Ticket next)
    {
        if (_slow?.Number != next.Number)
        {
            _slow = (next.Number, time.GetTimestamp());
        }
        else if (time.GetElapsedTime(_slow.Value.Seen) > Patience)
        {
            _passed.Add(next.Number);
        }
    }

    private TimeSpan Pace(GateRecord record, TimeSpan wait, ClockReading now)
    {
        var least = record.Next(now, _passed) is { } next && IsMine(next) ? SleepWhenNext : SleepInLine;
        return wait > LongestSleep ? LongestSleep : wait > TimeSpan.Zero && least == SleepWhenNext ? wait : wait > least ? wait : least;
    }

    private GateRecord Announced(GateRecord record, IEnumerable<RequestKind> callers, ClockReading now)
    {
        if (_life is not null && !GateFolder.IsShown(_life))
        {
            _life.Dispose();
            _life = null;
        }

        _life ??= folder.HoldProcessFile();
        _announced.Clear();
        _announced.UnionWith(callers);
        record = record.Without(ticket => IsMine(ticket) && !_announced.Contains(ticket.Kind));
        return _announced.Where(kind => !record.Line.Any(ticket => IsMine(ticket) && ticket.Kind == kind)).Aggregate(
            record,
            (line, kind) => line.Joined(
                new Ticket(0, kind, Interval(kind), Path.GetFileName(_life.Name), Environment.ProcessId, Command, now.Wall)));
    }

    private bool IsMine(Ticket ticket) => _life is not null && ticket.Owner == Path.GetFileName(_life.Name);

    private TimeSpan Interval(RequestKind kind) => kind is RequestKind.Api ? options.ApiInterval : options.PageInterval;

    /// <summary>The connection, given back unless it is kept.</summary>
    private sealed class ConnectionLock(FileStream? connection) : IDisposable
    {
        private FileStream? _connection = connection;

        public bool IsFree => _connection is not null;

        public FileStream? Keep() => Interlocked.Exchange(ref _connection, null);

        public void Dispose() => _connection?.Dispose();
    }
}

/// <summary>What a process is told when it asks for a turn.</summary>
/// <param name="LetIn">Whose first caller may go now; null for nobody's.</param>
/// <param name="AskAgain">When to ask again, where nobody may go.</param>
/// <param name="Stopped">The 403 that stops everybody.</param>
/// <param name="Record">What the processes know in common.</param>
/// <param name="Now">The moment of asking.</param>
internal sealed record QueueDecision(RequestKind? LetIn, TimeSpan AskAgain, GateStop? Stopped, GateRecord Record, ClockReading Now);

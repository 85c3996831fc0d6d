using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Sheaf.Replica.Faults;

namespace Sheaf.Replica.Requests;

/// <summary>
/// Keeps account of every request: when it began and ended, and whether another was in progress meanwhile. A request is in the account
/// before its client can have the whole answer.
/// </summary>
internal sealed partial class RequestLog : IDisposable
{
    // Timers of client and replica agree to a millisecond or two; less than that is not impolite.
    private static readonly TimeSpan s_grain = TimeSpan.FromMilliseconds(2);

    private readonly Lock _lock = new();
    private readonly List<LoggedRequest> _ended = [];
    private readonly HashSet<Entry> _inProgress = [];
    private readonly Dictionary<LoggedKind, TimeSpan> _lastEnd = [];
    private readonly ReplicaOptions _options;
    private readonly long _epoch;
    private readonly StreamWriter? _file;
    private int _count;

    public RequestLog(ReplicaOptions options)
    {
        _options = options;
        _epoch = options.Time.GetTimestamp();
        _file = options.LogFile is { } path ? new StreamWriter(path, append: true) { AutoFlush = true } : null;
    }

    /// <summary>The requests that have ended, in the order of arrival.</summary>
    public IReadOnlyList<LoggedRequest> Ended
    {
        get
        {
            lock (_lock)
            {
                return [.. _ended.OrderBy(request => request.Number)];
            }
        }
    }

    /// <summary>Opens the account of a request that has just arrived.</summary>
    public Entry Begin(ReceivedRequest request)
    {
        var start = Now;
        lock (_lock)
        {
            var others = _inProgress.Count > 0;
            foreach (var other in _inProgress)
            {
                other.Overlapping = true;
            }

            var entry = new Entry(Describe(request, ++_count, start), TooClose(request.Kind, start)) { Overlapping = others };
            _inProgress.Add(entry);
            return entry;
        }
    }

    /// <summary>Closes the account; a second call for the same request does nothing.</summary>
    public void End(Entry entry, int status)
    {
        lock (_lock)
        {
            if (!_inProgress.Remove(entry))
            {
                return;
            }

            var end = Now;
            _lastEnd[entry.Request.Kind] = end;
            var logged = entry.Request with
            {
                End = end,
                EndedAt = _options.Time.GetUtcNow(),
                Status = status,
                Fault = entry.Fault,
                Overlapping = entry.Overlapping,
            };
            _ended.Add(logged);
            _file?.WriteLine(JsonSerializer.Serialize(logged, LogJson.Default.LoggedRequest));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
        }
    }

    private TimeSpan Now => _options.Time.GetElapsedTime(_epoch);

    private bool TooClose(LoggedKind kind, TimeSpan start)
    {
        var interval = kind switch
        {
            LoggedKind.Api => _options.ApiInterval,
            LoggedKind.Page => _options.PageInterval,
            _ => TimeSpan.Zero,
        };
        return _lastEnd.TryGetValue(kind, out var last) && start - last < interval - s_grain;
    }

    private LoggedRequest Describe(ReceivedRequest request, int number, TimeSpan start) => new()
    {
        Number = number,
        Method = request.Method,
        Target = request.Target,
        Kind = request.Kind,
        UserAgent = Header(request, "User-Agent"),
        Accept = Header(request, "Accept"),
        IfModifiedSince = Header(request, "If-Modified-Since"),
        Start = start,
        StartedAt = _options.Time.GetUtcNow(),
    };

    private static string? Header(ReceivedRequest request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A request in progress.</summary>
    internal sealed class Entry(LoggedRequest request, bool isTooClose)
    {
        public LoggedRequest Request { get; } = request;

        /// <summary>Whether the client did not keep the interval of this kind of request.</summary>
        public bool IsTooClose { get; } = isTooClose;

        public bool Overlapping { get; set; }

        public FaultKind? Fault { get; set; }
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(LoggedRequest))]
    private sealed partial class LogJson : JsonSerializerContext;
}

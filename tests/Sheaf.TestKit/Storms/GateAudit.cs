using System.Globalization;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.TestKit.Storms;

/// <summary>
/// Reads in the replica's log whether the gate was kept: the spacing of each kind, one connection, the waits after refusals, the stop after
/// a 403.
/// </summary>
/// <param name="spacing">The pauses to be kept.</param>
/// <param name="resumed">When a person lifted a stop.</param>
/// <param name="cut">When a person stopped a run, or killed it.</param>
/// <param name="slack">How much later than such a moment the replica may notice it.</param>
internal sealed class GateAudit(Spacing spacing, IReadOnlyList<DateTimeOffset> resumed, IReadOnlyList<DateTimeOffset> cut, TimeSpan slack)
{
    public IEnumerable<string> Violations(IReadOnlyList<LoggedRequest> requests) =>
        Gaps(requests, LoggedKind.Api, spacing.Api)
            .Concat(Gaps(requests, LoggedKind.Page, spacing.Page))
            .Concat(Overlaps(requests))
            .Concat(AfterAStop(requests));

    private IEnumerable<string> Gaps(IReadOnlyList<LoggedRequest> requests, LoggedKind kind, TimeSpan interval)
    {
        var ofKind = requests.Where(request => request.Kind == kind).OrderBy(request => request.Start).ToList();
        foreach (var (before, after) in ofKind.Zip(ofKind.Skip(1)))
        {
            var gap = after.Start - (WasReadWhole(before) ? before.End : before.Start);
            var least = IsRefusal(before) && !IsCut(before) && spacing.BackOff > interval ? spacing.BackOff : interval;
            if (gap < least)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"only {gap.TotalSeconds:F3} s of {least.TotalSeconds} from {Told(before)} to {Told(after)}");
            }
        }
    }

    private IEnumerable<string> Overlaps(IReadOnlyList<LoggedRequest> requests)
    {
        var ordered = requests.OrderBy(request => request.Start).ToList();
        return ordered.Zip(ordered.Skip(1))
            .Where(pair => WasReadWhole(pair.First) && pair.Second.Start < pair.First.End)
            .Select(pair => $"{Told(pair.Second)} began before the end of {Told(pair.First)}");
    }

    private IEnumerable<string> AfterAStop(IReadOnlyList<LoggedRequest> requests) =>
        from stop in requests.Where(request => request.Status == 403 && !IsCut(request))
        let lifted = resumed.Where(moment => moment >= stop.EndedAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min()
        from after in requests.Where(request => request.StartedAt > stop.EndedAt && request.StartedAt < lifted)
        select $"{Told(after)} after the 403 of {Told(stop)}";

    /// <summary>Whether the client had the answer at its end, and not before: else only the replica's side of the end is known.</summary>
    private bool WasReadWhole(LoggedRequest request) =>
        request.Fault is not (FaultKind.Dropped or FaultKind.CutOff or FaultKind.Stalled or FaultKind.Endless or FaultKind.Bomb)
            && !IsCut(request);

    private bool IsCut(LoggedRequest request) =>
        cut.Any(moment => moment >= request.StartedAt - slack && moment <= request.EndedAt + slack);

    private static bool IsRefusal(LoggedRequest request) => request.Status is 429 or 503 or 406;

    private static string Told(LoggedRequest request) =>
        $"{request.Number} ({request.Target}, {request.Fault?.ToString() ?? "calm"}, {request.Status})";
}

using System.Globalization;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Atom;
using static Sheaf.Sweeping.SweepPosition;

namespace Sheaf.Sweeping;

/// <summary>
/// Lists a span through the query API. Each page is a search of its own, from the last minute of the page before on: rows that come or go
/// meanwhile cannot shift it, no search comes near the 10,000 rows that arXiv hands out of one (field guide 2.5), and each total, taken
/// from the one before, proves the rows in between. A stretch whose count is not right is asked for once more, alone.
/// </summary>
internal sealed partial class AtomSweep(AtomPages pages, SweptPages swept, ILogger<AtomSweep> logger)
{
    /// <summary>How often a stretch whose count is not right is asked for.</summary>
    private const int Tries = 3;

    /// <summary>
    /// Makes the next step: one page, or one stretch in doubt. Nothing is left to do when the listing has ended and there is no doubt.
    /// </summary>
    internal Task<SweepPosition> StepAsync(SweepPosition position, CancellationToken cancellationToken) =>
        position.IsListed ? AskAgainAsync(position, position.Doubts[0], cancellationToken) : ListAsync(position, cancellationToken);

    private async Task<SweepPosition> ListAsync(SweepPosition position, CancellationToken cancellationToken)
    {
        var seen = swept.Seen(position, position.Window, position.Until);
        var page = await (position.Ahead ?? AskAsync(position, seen, cancellationToken));
        var before = swept.Count(position, position.From, position.Window);
        var next = position with
        {
            TotalFirst = position.TotalFirst ?? page.Total,
            TotalLast = before + page.Total,
            Open = null,
            Ahead = null,
            Doubts = [.. position.Doubts, .. DoubtOf(position, page)],
        };
        LogPage(position.Window, position.Start, page.Rows.Count, page.Total);
        var different = seen.Union(page.Rows.Select(row => row.Identifier)).Count();
        return await KeepAsync(GoOn(next, page, different), page, cancellationToken);
    }

    /// <summary>
    /// Keeps a page while the next one is on its way: arXiv's pause is not lengthened by the work. The next one is read when this one is
    /// kept, so that the papers of one page are in memory at a time.
    /// </summary>
    private async Task<SweepPosition> KeepAsync(SweepPosition next, ListedPage page, CancellationToken cancellationToken)
    {
        var border = page.Rows.Where(row => row.Submitted >= next.Window).Select(row => row.Identifier).ToHashSet(StringComparer.Ordinal);
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ahead = next.IsListed ? null : AskAsync(next, border, cancellationToken, kept.Task);
        try
        {
            var after = swept.Keep(next, page.Rows) with { Ahead = ahead };
            kept.SetResult();
            return after;
        }
        catch when (ahead is not null)
        {
            // What was asked for comes to its end before the failure is told.
            kept.SetResult();
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private Task<ListedPage> AskAsync(
        SweepPosition position, IReadOnlySet<string> seen, CancellationToken cancellationToken, Task? before = null) =>
        pages.AskAsync(
            new(position.Window, position.Until, position.Start, BorderOf(position, seen)) { Before = before }, cancellationToken);

    /// <summary>Rows that were seen before and must be on the page: those of its first minute, or the one with which it begins.</summary>
    private static IReadOnlyCollection<string> BorderOf(SweepPosition position, IReadOnlySet<string> seen) =>
        position.Start > 0 ? [position.Border!] : seen.Count <= AtomPages.Size / AtomPages.MostOverlap ? seen : [];

    /// <summary>The window before has as many rows as the totals differ by, or there is doubt.</summary>
    private IEnumerable<Stretch> DoubtOf(SweepPosition position, ListedPage page)
    {
        if (position.Open is { } open && (!page.IsWhole || open.Total - page.Total != swept.Count(position, open.From, open.Until)))
        {
            LogDoubt(open.From, open.Until);
            yield return open;
        }
    }

    private static SweepPosition GoOn(SweepPosition position, ListedPage page, int different)
    {
        var (window, start, rows) = (position.Window, position.Start, page.Rows);
        if (rows.Count == 0 || start + page.Count >= page.Total)
        {
            position = WithoutBehind(position, page.Behind.Count);
            return different == page.Total - page.Behind.Count ? position with { IsListed = true } : End(position, page.Total);
        }

        var last = rows[^1];
        var minute = SweepRule.Minute(last.Submitted);
        var overlap = rows.Count(row => row.Submitted >= minute);
        var offset = start + rows.Count - 1;
        var canShift = offset > start && offset + AtomPages.Size <= AtomClient.SearchWindow;
        if (minute > window && (overlap <= AtomPages.Size / AtomPages.MostOverlap || !canShift))
        {
            return position with { Window = minute, Start = 0, Border = null, Open = new(window, minute, page.Total, Tries: 0) };
        }

        return canShift ? position with { Start = offset, Border = last.Identifier } : End(position, page.Total);
    }

    /// <summary>The rows behind the span are known once its last page has come: until then the totals count them, too.</summary>
    private static SweepPosition WithoutBehind(SweepPosition position, int behind) =>
        position with { TotalFirst = position.TotalFirst - behind, TotalLast = position.TotalLast - behind };

    /// <summary>The listing ends with a stretch that is to be looked at once more.</summary>
    private static SweepPosition End(SweepPosition position, int total) =>
        position with { IsListed = true, Doubts = [.. position.Doubts, new(position.Window, position.Until, total, Tries: 0)] };

    private async Task<SweepPosition> AskAgainAsync(SweepPosition position, Stretch doubt, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, ListedRow>(StringComparer.Ordinal);
        var behind = new HashSet<string>(StringComparer.Ordinal);
        int start;
        int total;
        int brought;
        do
        {
            start = rows.Count + behind.Count;
            var page = await pages.AskAsync(new(doubt.From, doubt.Until, start, []), cancellationToken);
            foreach (var row in page.Rows)
            {
                rows[row.Identifier] = row;
            }

            behind.UnionWith(page.Behind.Select(row => row.Identifier));
            (total, brought) = (page.Total, rows.Count + behind.Count - start);
        }
        while (start + brought < total && brought > 0 && start + brought < AtomClient.SearchWindow);

        return Settle(position, doubt, [.. rows.Values.OrderBy(row => row.Submitted)], total - behind.Count);
    }

    private SweepPosition Settle(SweepPosition position, Stretch doubt, IReadOnlyList<ListedRow> rows, int total)
    {
        var rest = position.Doubts.Skip(1);
        if (rows.Count == total)
        {
            var more = total - swept.Count(position, doubt.From, doubt.Until);
            return swept.Keep(position with { Doubts = [.. rest], TotalLast = position.TotalLast + more }, rows, (doubt.From, doubt.Until));
        }

        LogUnproven(doubt.From, doubt.Until, rows.Count, total);
        return swept.Keep(
            doubt.Tries + 1 < Tries
                ? position with { Doubts = [.. rest, doubt with { Tries = doubt.Tries + 1 }] }
                : position with { Doubts = [.. rest], Faults = [.. position.Faults, FaultOf(doubt, rows.Count, total)] },
            rows);
    }

    private static string FaultOf(Stretch doubt, int rows, int total) => string.Create(
        CultureInfo.InvariantCulture,
        $"the query API counts {total:N0} papers from {doubt.From.UtcDateTime:yyyy-MM-dd HH:mm} to "
        + $"{doubt.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC and hands {rows:N0} out");

    [LoggerMessage(LogLevel.Information, "Sweep: from {Window:u} on, behind {Start} rows: {Rows} rows of {Total}")]
    private partial void LogPage(DateTimeOffset window, int start, int rows, int total);

    [LoggerMessage(LogLevel.Warning, "Sweep: the totals do not prove what was seen from {From:u} to {Until:u}; it is asked for once more")]
    private partial void LogDoubt(DateTimeOffset from, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "Sweep: from {From:u} to {Until:u} there are {Rows} rows of {Total}")]
    private partial void LogUnproven(DateTimeOffset from, DateTimeOffset until, int rows, int total);
}

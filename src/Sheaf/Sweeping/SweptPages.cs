using Sheaf.Settings;
using Sheaf.Store.Sweeps;

namespace Sheaf.Sweeping;

/// <summary>Sorts the rows of a page into what is kept and what is not, and keeps them with the place where the listing goes on.</summary>
internal sealed class SweptPages(SweepStore sweeps, SheafSettings settings, TimeProvider time)
{
    private string Categories => settings.Sweep.Categories.Name;

    /// <summary>Keeps rows; the counts of the position that comes back are those after them.</summary>
    internal SweepPosition Keep(SweepPosition next, IReadOnlyList<ListedRow> rows, (DateTimeOffset, DateTimeOffset)? replaces = null)
    {
        var swept = rows.Select(row => new SweptRow(row.Identifier, row.Submitted, What(next, row))).ToList();
        var kept = swept.Where(row => row.What == SweptAs.Kept).Select(row => row.Identifier).ToHashSet(StringComparer.Ordinal);
        next = next with { Outside = next.Outside + swept.Count(row => row.What == SweptAs.Outside) };
        var twice = sweeps.Keep(new SweptPage(
            Categories, next.Pass, swept, [.. rows.Where(row => kept.Contains(row.Identifier)).Select(row => row.Record!)], next.Place,
            next.Write(), time.GetUtcNow())
        {
            Replaces = replaces,
        });
        return next with { Twice = next.Twice + twice };
    }

    internal int Count(SweepPosition position, DateTimeOffset from, DateTimeOffset until) =>
        sweeps.Count(Categories, position.Pass, from, until);

    internal IReadOnlySet<string> Seen(SweepPosition position, DateTimeOffset from, DateTimeOffset until) =>
        sweeps.Seen(Categories, position.Pass, from, until);

    private string What(SweepPosition position, ListedRow row) =>
        row.Record is not { } record ? SweptAs.Unreadable
        : row.Submitted >= position.From && row.Submitted < position.Until && settings.Sweep.Categories.Matches(record.Categories ?? [])
            ? SweptAs.Kept
            : SweptAs.Outside;
}

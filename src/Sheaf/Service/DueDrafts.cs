using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Lists;

namespace Sheaf.Service;

/// <summary>Finds the drafts that the schedule owes.</summary>
internal sealed class OwedDrafts(
    CuratedFolder curated, CuratedStore readBefore, DraftWriter drafts, SheafSettings settings, TimeProvider time)
{
    /// <summary>The lists of which drafts are made, and those that cannot be read.</summary>
    public (IReadOnlyList<CuratedList> Lists, IReadOnlyList<UnreadList> Unread) ReadLists() => curated.ReadEach();

    /// <summary>
    /// The months whose drafts are owed. Without a list of its own a month is left as it is: its papers would be taken off its draft.
    /// </summary>
    /// <param name="unread">Lists that cannot be read.</param>
    public IReadOnlyList<Month> Find(IReadOnlyCollection<UnreadList> unread)
    {
        var now = time.GetUtcNow();
        var waiting = unread.SelectMany(MonthsOf).ToHashSet();
        var months = curated.Months().Where(month => !waiting.Contains(month));
        return [.. DueDrafts.Of(months, settings.Schedule, month => drafts.WrittenAt(month, now), now)];
    }

    /// <summary>Of a list without a month the store knows which months its papers were of when it could last be read.</summary>
    private IEnumerable<Month> MonthsOf(UnreadList unread) => unread.Month is { } month ? [month]
        : readBefore.Entries(month: null).Where(row => row.List == unread.Name).Select(row => row.Month).OfType<Month>();
}

/// <summary>
/// Which months' drafts the schedule owes: those whose month is over, whose first firing after its end has passed, and which have not
/// been made since. What was made in the future, by a clock that was ahead, may have been made too early and does not count. It is decided
/// from what was made, not from what the clock fired: a machine that was off owes them still.
/// </summary>
internal static class DueDrafts
{
    /// <param name="months">The months with a curated list.</param>
    /// <param name="schedule">When drafts are made.</param>
    /// <param name="madeAt">When a month's draft was last written; null when it never was.</param>
    /// <param name="now">The moment of asking, UTC.</param>
    public static IEnumerable<Month> Of(
        IEnumerable<Month> months, ScheduleSettings schedule, Func<Month, DateTimeOffset?> madeAt, DateTimeOffset now) =>
        from month in months
        where month < Month.Of(now)
        let due = CronSchedule.Next(schedule.Draft, schedule.TimeZone, month.Next.Start)
        where due <= now && !(madeAt(month) is { } made && made >= due && made <= now)
        select month;
}

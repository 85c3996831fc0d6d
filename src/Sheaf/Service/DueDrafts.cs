using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;

namespace Sheaf.Service;

/// <summary>
/// Which months' drafts the schedule owes: those whose month is over, whose first firing after its end has passed, and which have not
/// been made since. What was made in the future, by a clock that was ahead, may have been made too early and does not count. It is decided from
/// what was made, not from what the clock fired: a machine that was off owes them still.
/// </summary>
public static class DueDrafts
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

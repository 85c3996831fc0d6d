using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Store.Sweeps;

namespace Sheaf.Sweeping;

/// <summary>
/// From where on a month is swept. Its papers appear once a day, some of them days after their submission (field guide 8.1): until it has
/// settled, on the 8th day after its end, each day brings what came after the latest submission seen; then all of it is listed once more,
/// and again when that is longer ago than <c>Arxiv:RefreshAfter</c>.
/// </summary>
internal static class SweepRule
{
    /// <summary>The first moment to ask for; null where nothing is due.</summary>
    /// <param name="month">The month.</param>
    /// <param name="row">What is known of its sweep; null: nothing.</param>
    /// <param name="refreshAfter">A sweep older than this is repeated.</param>
    /// <param name="now">The moment of asking, UTC.</param>
    public static DateTimeOffset? DueFrom(Month month, SweepRow? row, TimeSpan refreshAfter, DateTimeOffset now)
    {
        if (month.Start > now)
        {
            return null;
        }

        if (row is not { IsComplete: true, Swept: { } swept } || DueRule.IsAhead(swept, now))
        {
            return month.Start;
        }

        var settled = DueRule.SettlingDay(month).AddDays(1);
        return swept >= settled ? now - swept > refreshAfter ? month.Start : null
            : now >= settled ? month.Start
            : swept.UtcDateTime.Date < now.UtcDateTime.Date ? Minute(row.Through ?? month.Start)
            : null;
    }

    /// <summary>The full minute in which a moment lies.</summary>
    public static DateTimeOffset Minute(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}

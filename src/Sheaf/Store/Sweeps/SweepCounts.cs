using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Sweeps;

/// <summary>
/// The counts of one month's sweep that the store itself can make: its papers, and the gaps between their sequence numbers.
/// </summary>
internal static class SweepCounts
{
    private const string OfMonth =
        " FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND what = 'kept'";

    public static void Finish(SqliteConnection connection, SweepRow row, DateTimeOffset ended)
    {
        var (highest, numbered) = Numbers(connection, row);
        using var finish = new Statement(
            connection,
            """
            UPDATE sweep SET
                state = $state, reason = $reason, total_first = $total_first, total_last = $total_last, span_seen = $span_seen,
                twice = $twice, outside = $outside, unreadable = $unreadable, requests = $requests,
                seen = $seen, highest = $highest, numbered = $numbered, elsewhere = $elsewhere, through = $through,
                swept = CASE WHEN $state = 'complete' THEN $ended ELSE swept END
            WHERE month = $month AND categories = $categories
            """);
        finish.Run(
            ("state", row.State), ("reason", row.Reason), ("total_first", row.TotalFirst), ("total_last", row.TotalLast),
            ("span_seen", row.SpanSeen), ("twice", row.Twice), ("outside", row.Outside), ("unreadable", row.Unreadable),
            ("requests", row.Requests), ("seen", Value(connection, row, "SELECT count(*)")), ("highest", highest), ("numbered", numbered),
            ("elsewhere", Elsewhere(connection, row, highest)), ("through", Value(connection, row, "SELECT max(submitted)")),
            ("ended", ended), ("month", row.Month), ("categories", row.Categories));
    }

    private static object? Value(SqliteConnection connection, SweepRow row, string what)
    {
        using var value = new Statement(connection, what + OfMonth);
        return value.Value(("categories", row.Categories), ("from", row.Month.Start), ("until", row.Month.Next.Start));
    }

    /// <summary>
    /// The highest sequence number of the identifiers that were given out in the month, and how many of them the sweep has.
    /// </summary>
    private static (int? Highest, int Count) Numbers(SqliteConnection connection, SweepRow row)
    {
        using var numbers = new Statement(connection, "SELECT identifier" + OfMonth);
        using var rows = numbers.Query(("categories", row.Categories), ("from", row.Month.Start), ("until", row.Month.Next.Start));
        var (highest, count) = ((int?)null, 0);
        while (rows.Read())
        {
            var identifier = rows.Identifier(0);
            if (identifier.AnnouncedIn == row.Month && !identifier.IsOldScheme)
            {
                var number = int.Parse(identifier.ToString().AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture);
                (highest, count) = (Math.Max(number, highest ?? 0), count + 1);
            }
        }

        return (highest, count);
    }

    /// <summary>Papers below the highest number that the store knows and the sweep of the month does not have.</summary>
    private static int Elsewhere(SqliteConnection connection, SweepRow row, int? highest)
    {
        if (highest is null)
        {
            return 0;
        }

        var prefix = string.Create(CultureInfo.InvariantCulture, $"{row.Month.Year % 100:D2}{row.Month.Number:D2}.");
        var last = prefix + highest.Value.ToString(row.Month < new Month(2015, 1) ? "D4" : "D5", CultureInfo.InvariantCulture);
        using var elsewhere = new Statement(
            connection,
            """
            SELECT count(*) FROM eprint WHERE identifier > $prefix AND identifier <= $last AND NOT EXISTS (
                SELECT 1 FROM swept WHERE categories = $categories AND submitted = eprint.first_submitted
                    AND swept.identifier = eprint.identifier
                AND what = 'kept' AND submitted >= $from AND submitted < $until)
            """);
        return (int)(long)elsewhere.Value(
            ("prefix", prefix), ("last", last), ("categories", row.Categories), ("from", row.Month.Start),
            ("until", row.Month.Next.Start))!;
    }
}

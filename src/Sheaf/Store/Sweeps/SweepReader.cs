using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Sweeps;

/// <summary>Reads rows of the table <c>sweep</c>.</summary>
internal static class SweepReader
{
    private const string Select =
        """
        SELECT month, categories, interface, state, reason, span_first, span_last, total_first, total_last, span_seen,
               twice, outside, unreadable, requests, seen, highest, numbered, elsewhere, through, started, swept
        FROM sweep

        """;

    /// <param name="connection">Where to read.</param>
    /// <param name="which">What follows the FROM clause.</param>
    /// <param name="values">Of its parameters.</param>
    public static IReadOnlyList<SweepRow> Read(SqliteConnection connection, string which, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var select = new Statement(connection, Select + which);
        return [.. Rows(select.Query(values))];
    }

    private static IEnumerable<SweepRow> Rows(SqliteDataReader rows)
    {
        using (rows)
        {
            while (rows.Read())
            {
                yield return new SweepRow
                {
                    Month = Month.Parse(rows.GetString(0)),
                    Categories = rows.GetString(1),
                    Interface = rows.GetString(2),
                    State = rows.GetString(3),
                    Reason = rows.TextOrNull(4),
                    First = Month.Parse(rows.GetString(5)),
                    Last = Month.Parse(rows.GetString(6)),
                    TotalFirst = rows.NumberOrNull(7),
                    TotalLast = rows.NumberOrNull(8),
                    SpanSeen = rows.GetInt32(9),
                    Twice = rows.GetInt32(10),
                    Outside = rows.GetInt32(11),
                    Unreadable = rows.GetInt32(12),
                    Requests = rows.GetInt32(13),
                    Seen = rows.GetInt32(14),
                    Highest = rows.NumberOrNull(15),
                    Numbered = rows.GetInt32(16),
                    Elsewhere = rows.GetInt32(17),
                    Through = rows.TimeOrNull(18),
                    Started = rows.Time(19),
                    Swept = rows.TimeOrNull(20),
                };
            }
        }
    }
}

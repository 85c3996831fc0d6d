using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store;

/// <summary>Sweeps: what each has seen, how far it is, and the counts that prove it complete.</summary>
public sealed class SweepStore(Database database)
{
    private const string Select =
        """
        SELECT month, categories, interface, state, reason, span_first, span_last, total_first, total_last, span_seen,
               twice, outside, unreadable, requests, seen, highest, numbered, elsewhere, through, started, swept
        FROM sweep
        """;

    /// <summary>Null where the month was never swept for these categories.</summary>
    public SweepRow? Find(Month month, string categories) => database.Read(connection =>
    {
        using var find = new Statement(connection, Select + " WHERE month = $month AND categories = $categories");
        return Rows(find.Query(month, categories)).SingleOrDefault();
    });

    /// <summary>The sweeps of a month, for whatever categories.</summary>
    public IReadOnlyList<SweepRow> Of(Month month) => database.Read(connection =>
    {
        using var of = new Statement(connection, Select + " WHERE month = $month ORDER BY categories");
        return Rows(of.Query(month)).ToList();
    });

    /// <summary>The complete sweeps for these categories.</summary>
    public IReadOnlyList<SweepRow> Complete(string categories) => database.Read(connection =>
    {
        using var complete = new Statement(connection, Select + " WHERE categories = $categories AND state = 'complete' ORDER BY month");
        return Rows(complete.Query(categories)).ToList();
    });

    /// <summary>Where the sweeps for these categories that have not ended go on.</summary>
    public IReadOnlyList<string> Positions(string categories) => database.Read(connection =>
    {
        using var all = new Statement(connection, "SELECT value FROM bookmark WHERE substr(name, 1, length($name)) = $name ORDER BY name");
        using var rows = all.Query(NameOf(categories, ""));
        var positions = new List<string>();
        while (rows.Read())
        {
            positions.Add(rows.GetString(0));
        }

        return positions;
    });

    /// <summary>Enters that these months are being swept. What is known of them from before stays.</summary>
    public void Begin(IEnumerable<SweepRow> months) => database.Write(connection =>
    {
        using var begin = new Statement(
            connection,
            """
            INSERT INTO sweep (month, categories, interface, state, span_first, span_last, started)
            VALUES ($month, $categories, $interface, 'under-way', $first, $last, $started)
            ON CONFLICT (month, categories) DO UPDATE SET
                interface = excluded.interface, state = excluded.state, reason = NULL,
                span_first = excluded.span_first, span_last = excluded.span_last, started = excluded.started
            """);
        foreach (var month in months)
        {
            begin.Run(month.Month, month.Categories, month.Interface, month.First, month.Last, month.Started);
        }
    });

    /// <summary>Keeps a page's papers, its rows and the place where the listing goes on, in one transaction.</summary>
    /// <returns>How many of the rows this sweep had seen before.</returns>
    public int Keep(SweptPage page) => database.Write(connection =>
    {
        EprintStore.Save(connection, page.Records, page.Fetched);
        var before = SeenBefore(connection, page.Categories, page.Pass, page.Rows);
        if (page.Replaces is { } range)
        {
            using var clear = new Statement(
                connection, "DELETE FROM swept WHERE categories = $categories AND pass = $pass AND submitted >= $from AND submitted < $until");
            clear.Run(page.Categories, page.Pass, range.From, range.Until);
        }

        using var insert = new Statement(
            connection,
            """
            INSERT INTO swept (categories, submitted, identifier, what, pass) VALUES ($categories, $submitted, $identifier, $what, $pass)
            ON CONFLICT (categories, submitted, identifier) DO UPDATE SET what = excluded.what, pass = excluded.pass
            """);
        foreach (var row in page.Rows)
        {
            insert.Run(page.Categories, row.Submitted, row.Identifier, row.What, page.Pass);
        }

        SetPosition(connection, NameOf(page.Categories, page.Place), page.Position, page.Fetched);
        return before;
    });

    /// <summary>The rows that this sweep has seen from one moment up to another.</summary>
    public IReadOnlySet<string> Seen(string categories, long pass, DateTimeOffset from, DateTimeOffset until) => database.Read(connection =>
    {
        using var seen = new Statement(
            connection,
            "SELECT identifier FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND pass = $pass");
        using var rows = seen.Query(categories, from, until, pass);
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            identifiers.Add(rows.GetString(0));
        }

        return identifiers;
    });

    /// <summary>How many rows this sweep has seen from one moment up to another.</summary>
    public int Count(string categories, long pass, DateTimeOffset from, DateTimeOffset until) => database.Read(connection =>
    {
        using var count = new Statement(
            connection, "SELECT count(*) FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND pass = $pass");
        return (int)(long)count.Value(categories, from, until, pass)!;
    });

    /// <summary>How many rows of a sweep could not be read.</summary>
    public int Unreadable(string categories, long pass) => database.Read(connection =>
    {
        using var count = new Statement(connection, "SELECT count(*) FROM swept WHERE categories = $categories AND pass = $pass AND what = 'unreadable'");
        return (int)(long)count.Value(categories, pass)!;
    });

    /// <summary>
    /// Enters how a sweep has ended, and forgets its place. After a complete one, what earlier sweeps saw there and this one did not is gone.
    /// </summary>
    /// <param name="months">The months of the sweep.</param>
    /// <param name="pass">Its number.</param>
    /// <param name="from">The first moment that it covered.</param>
    /// <param name="place">The name of its place, as its pages had it.</param>
    /// <param name="ended">Now.</param>
    public void Finish(IReadOnlyList<SweepRow> months, long pass, DateTimeOffset from, string place, DateTimeOffset ended) => database.Write(connection =>
    {
        foreach (var month in months)
        {
            if (month.IsComplete)
            {
                using var forget = new Statement(
                    connection, "DELETE FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND pass <> $pass");
                forget.Run(month.Categories, month.Month.Start > from ? month.Month.Start : from, month.Month.Next.Start, pass);
            }

            SweepCounts.Finish(connection, month, ended);
        }

        using var clear = new Statement(connection, "DELETE FROM bookmark WHERE name = $name");
        clear.Run(NameOf(months[0].Categories, place));
    });

    private static string NameOf(string categories, string place) => $"sweep {categories} from {place}";

    private static int SeenBefore(SqliteConnection connection, string categories, long pass, IEnumerable<SweptRow> rows)
    {
        using var find = new Statement(
            connection,
            "SELECT 1 FROM swept WHERE categories = $categories AND submitted = $submitted AND identifier = $identifier AND pass = $pass");
        return rows.Count(row => find.Value(categories, row.Submitted, row.Identifier, pass) is not null);
    }

    private static void SetPosition(SqliteConnection connection, string name, string position, DateTimeOffset now)
    {
        using var set = new Statement(
            connection,
            """
            INSERT INTO bookmark (name, value, updated) VALUES ($name, $value, $updated)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated = excluded.updated
            """);
        set.Run(name, position, now);
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

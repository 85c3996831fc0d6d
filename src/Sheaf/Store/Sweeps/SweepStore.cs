using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Store.Sweeps;

/// <summary>Sweeps: what each has seen, how far it is, and the counts that prove it complete.</summary>
internal sealed class SweepStore(Database database)
{
    /// <summary>Null where the month was never swept for these categories.</summary>
    public SweepRow? Find(Month month, string categories) =>
        Rows("WHERE month = $month AND categories = $categories", ("month", month), ("categories", categories)).SingleOrDefault();

    /// <summary>The sweeps of a month, for whatever categories.</summary>
    public IReadOnlyList<SweepRow> Of(Month month) => Rows("WHERE month = $month ORDER BY categories", ("month", month));

    /// <summary>The complete sweeps for these categories.</summary>
    public IReadOnlyList<SweepRow> Complete(string categories) =>
        Rows("WHERE categories = $categories AND state = 'complete' ORDER BY month", ("categories", categories));

    /// <summary>Where the sweeps for these categories that have not ended go on.</summary>
    public IReadOnlyList<string> Positions(string categories) => database.Read(connection =>
    {
        using var all = new Statement(connection, "SELECT value FROM bookmark WHERE substr(name, 1, length($name)) = $name ORDER BY name");
        using var rows = all.Query(("name", NameOf(categories, "")));
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
            begin.Run(
                ("month", month.Month), ("categories", month.Categories), ("interface", month.Interface), ("first", month.First),
                ("last", month.Last), ("started", month.Started));
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
                connection,
                "DELETE FROM swept WHERE categories = $categories AND pass = $pass AND submitted >= $from AND submitted < $until");
            clear.Run(("categories", page.Categories), ("pass", page.Pass), ("from", range.From), ("until", range.Until));
        }

        using var insert = new Statement(
            connection,
            """
            INSERT INTO swept (categories, submitted, identifier, what, pass) VALUES ($categories, $submitted, $identifier, $what, $pass)
            ON CONFLICT (categories, submitted, identifier) DO UPDATE SET what = excluded.what, pass = excluded.pass
            """);
        foreach (var row in page.Rows)
        {
            insert.Run(
                ("categories", page.Categories), ("submitted", row.Submitted), ("identifier", row.Identifier), ("what", row.What),
                ("pass", page.Pass));
        }

        Bookmarks.Set(connection, NameOf(page.Categories, page.Place), page.Position);
        return before;
    });

    /// <summary>The rows that this sweep has seen from one moment up to another.</summary>
    public IReadOnlySet<string> Seen(string categories, long pass, DateTimeOffset from, DateTimeOffset until) => database.Read(connection =>
    {
        using var seen = new Statement(
            connection,
            "SELECT identifier FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND pass = $pass");
        using var rows = seen.Query(("categories", categories), ("from", from), ("until", until), ("pass", pass));
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
            connection,
            "SELECT count(*) FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND pass = $pass");
        return (int)(long)count.Value(("categories", categories), ("from", from), ("until", until), ("pass", pass))!;
    });

    /// <summary>How many rows of a sweep could not be read.</summary>
    public int Unreadable(string categories, long pass) => database.Read(connection =>
    {
        using var count = new Statement(
            connection, "SELECT count(*) FROM swept WHERE categories = $categories AND pass = $pass AND what = 'unreadable'");
        return (int)(long)count.Value(("categories", categories), ("pass", pass))!;
    });

    /// <summary>
    /// Enters how a sweep has ended, and forgets its place. After a complete one, what earlier sweeps saw there and this one did not is
    /// gone.
    /// </summary>
    /// <param name="months">The months of the sweep.</param>
    /// <param name="pass">Its number.</param>
    /// <param name="from">The first moment that it covered.</param>
    /// <param name="place">The name of its place, as its pages had it.</param>
    /// <param name="ended">Now.</param>
    public void Finish(IReadOnlyList<SweepRow> months, long pass, DateTimeOffset from, string place, DateTimeOffset ended) =>
        database.Write(connection =>
        {
            foreach (var month in months)
            {
                if (month.IsComplete)
                {
                    using var forget = new Statement(
                        connection,
                        "DELETE FROM swept WHERE categories = $categories AND submitted >= $from AND submitted < $until AND pass <> $pass");
                    forget.Run(
                        ("categories", month.Categories), ("from", month.Month.Start > from ? month.Month.Start : from),
                        ("until", month.Month.Next.Start), ("pass", pass));
                }

                SweepCounts.Finish(connection, month, ended);
            }

            using var clear = new Statement(connection, "DELETE FROM bookmark WHERE name = $name");
            clear.Run(("name", NameOf(months[0].Categories, place)));
        });

    private IReadOnlyList<SweepRow> Rows(string which, params (string Name, object? Value)[] values) =>
        database.Read(connection => SweepReader.Read(connection, which, values));

    private static string NameOf(string categories, string place) => $"sweep {categories} from {place}";

    private static int SeenBefore(SqliteConnection connection, string categories, long pass, IEnumerable<SweptRow> rows)
    {
        // One question for the page, not one a row. A moment has 20 characters.
        using var count = new Statement(
            connection,
            """
            SELECT count(*) FROM json_each($rows) AS row
            CROSS JOIN swept ON categories = $categories AND submitted = substr(row.value, 1, 20) AND identifier = substr(row.value, 21)
            WHERE pass = $pass
            """);
        var keys = TextList.Write([.. rows.Select(row => UtcText.From(row.Submitted) + row.Identifier)]);
        return (int)(long)count.Value(("rows", keys), ("categories", categories), ("pass", pass))!;
    }
}

/// <summary>A page of a listing, to be kept together with the place where the listing goes on.</summary>
/// <param name="Categories">As in the table <c>sweep</c>.</param>
/// <param name="Pass">The number of the sweep.</param>
/// <param name="Rows">All rows.</param>
/// <param name="Records">What is said of those that are kept.</param>
/// <param name="Place">The name under which the place is kept.</param>
/// <param name="Position">Where it goes on, as the bookmark keeps it.</param>
/// <param name="Fetched">When the page was received.</param>
internal sealed record SweptPage(
    string Categories, long Pass, IReadOnlyList<SweptRow> Rows, IReadOnlyList<EprintRecord> Records, string Place, string Position,
    DateTimeOffset Fetched)
{
    /// <summary>
    /// Where the rows are all there is from one moment up to another, those that an earlier page of this sweep showed there are gone. Null:
    /// they add to it.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Replaces { get; init; }
}

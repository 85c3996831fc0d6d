using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;
using Sheaf.Text;

namespace Sheaf.Store.Signals;

/// <summary>What services say that people noticed. Nothing that is known is ever overwritten by less.</summary>
internal sealed class SignalStore(Database database)
{
    private const string Columns = "identifier, source, day, votes, asked";

    /// <summary>What is known of a paper, by service and day.</summary>
    public IReadOnlyList<SignalRow> Find(ArxivIdentifier paper) => Find([paper]).GetValueOrDefault(paper, []);

    /// <summary>What is known of some papers, by service and day; papers without signals are left out.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, IReadOnlyList<SignalRow>> Find(IReadOnlyCollection<ArxivIdentifier> papers) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection, $"SELECT {Columns} FROM signal WHERE identifier = $identifier ORDER BY source, day");
            var found = new Dictionary<ArxivIdentifier, IReadOnlyList<SignalRow>>();
            foreach (var paper in papers)
            {
                using var rows = find.Query(("identifier", paper));
                if (Read(rows) is { Count: > 0 } signals)
                {
                    found[paper] = signals;
                }
            }

            return found;
        });

    /// <summary>All that is known.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, IReadOnlyList<SignalRow>> All() => ByPaper(database.Read(connection =>
    {
        using var all = new Statement(connection, $"SELECT {Columns} FROM signal ORDER BY identifier, source, day");
        using var rows = all.Query();
        return Read(rows);
    }));

    /// <summary>Papers that were listed on these days, both included.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, IReadOnlyList<SignalRow>> Between(DateOnly first, DateOnly last) =>
        ByPaper(database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                $"SELECT {Columns} FROM signal WHERE day >= $first AND day <= $last ORDER BY identifier, source, day");
            using var rows = find.Query(("first", UtcText.Day(first)), ("last", UtcText.Day(last)));
            return Read(rows);
        }));

    /// <summary>
    /// Papers that were listed and that the store has no e-print of, in the order of the days.
    /// </summary>
    public IReadOnlyList<ArxivIdentifier> WithoutEprint() => database.Read(connection =>
    {
        using var find = new Statement(
            connection,
            """
            SELECT identifier FROM signal WHERE NOT EXISTS (SELECT 1 FROM eprint WHERE eprint.identifier = signal.identifier)
            GROUP BY identifier ORDER BY min(day), identifier
            """);
        using var rows = find.Query();
        var papers = new List<ArxivIdentifier>();
        while (rows.Read())
        {
            papers.Add(rows.Identifier(0));
        }

        return papers;
    });

    /// <summary>Each service, and when it was last asked for a listing on these days; services that said nothing are left out.</summary>
    public IReadOnlyList<(string Source, DateTimeOffset Asked)> NewestAsked(DateOnly first, DateOnly last) => database.Read(connection =>
    {
        using var find = new Statement(
            connection,
            "SELECT source, max(asked) FROM signal WHERE day >= $first AND day <= $last GROUP BY source ORDER BY source");
        using var rows = find.Query(("first", UtcText.Day(first)), ("last", UtcText.Day(last)));
        var newest = new List<(string Source, DateTimeOffset Asked)>();
        while (rows.Read())
        {
            newest.Add((rows.GetString(0), rows.Time(1)));
        }

        return newest;
    });

    /// <summary>How many papers a service listed on these days.</summary>
    public int Count(string source, DateOnly first, DateOnly last) => database.Read(connection =>
    {
        using var count = new Statement(
            connection, "SELECT count(DISTINCT identifier) FROM signal WHERE source = $source AND day >= $first AND day <= $last");
        return (int)(long)count.Value(("source", source), ("first", UtcText.Day(first)), ("last", UtcText.Day(last)))!;
    });

    /// <summary>The days between these, both included, that a service was asked about.</summary>
    public IReadOnlyList<SignalDay> Days(string source, DateOnly first, DateOnly last) => database.Read(connection =>
    {
        using var find = new Statement(
            connection,
            """
            SELECT day, asked, tried, problem FROM signal_day WHERE source = $source AND day >= $first AND day <= $last ORDER BY day
            """);
        using var rows = find.Query(("source", source), ("first", UtcText.Day(first)), ("last", UtcText.Day(last)));
        var days = new List<SignalDay>();
        while (rows.Read())
        {
            days.Add(new(UtcText.ParseDay(rows.GetString(0)), rows.TimeOrNull(1), rows.Time(2), rows.TextOrNull(3)));
        }

        return days;
    });

    /// <summary>Keeps what a service said of a day.</summary>
    /// <param name="source">The service.</param>
    /// <param name="day">The day, and how asking for it went.</param>
    /// <param name="listed">What was read of its list.</param>
    public void Keep(string source, SignalDay day, IEnumerable<SignalRow> listed) => database.Write(connection =>
    {
        using var insert = new Statement(
            connection,
            $"""
            INSERT INTO signal ({Columns}) VALUES ($identifier, $source, $day, $votes, $asked)
            ON CONFLICT (identifier, source, day) DO UPDATE SET votes = excluded.votes, asked = excluded.asked
            WHERE excluded.asked >= signal.asked AND excluded.votes >= coalesce(signal.votes, 0)
            """);
        foreach (var row in listed)
        {
            insert.Run(
                ("identifier", row.Identifier), ("source", row.Source), ("day", UtcText.Day(row.Day)), ("votes", row.Votes),
                ("asked", row.Asked));
        }

        using var note = new Statement(
            connection,
            """
            INSERT INTO signal_day (source, day, asked, tried, problem) VALUES ($source, $day, $asked, $tried, $problem)
            ON CONFLICT (source, day) DO UPDATE SET
                asked = coalesce(excluded.asked, signal_day.asked), tried = excluded.tried, problem = excluded.problem
            """);
        note.Run(
            ("source", source), ("day", UtcText.Day(day.Day)), ("asked", day.Asked), ("tried", day.Tried), ("problem", day.Problem));
    });

    /// <summary>Until when a service has asked to be left alone; null where it has not.</summary>
    public DateTimeOffset? NotBefore(string source) => database.Read(connection =>
    {
        using var find = new Statement(connection, "SELECT not_before FROM signal_source WHERE source = $source");
        return (string?)find.Value(("source", source)) is { } moment ? UtcText.Parse(moment) : (DateTimeOffset?)null;
    });

    /// <summary>A service asks to be left alone until a moment.</summary>
    public void Hold(string source, DateTimeOffset notBefore) => database.Write(connection =>
    {
        using var hold = new Statement(
            connection,
            """
            INSERT INTO signal_source (source, not_before) VALUES ($source, $moment)
            ON CONFLICT (source) DO UPDATE SET not_before = excluded.not_before
            """);
        hold.Run(("source", source), ("moment", notBefore));
    });

    private static Dictionary<ArxivIdentifier, IReadOnlyList<SignalRow>> ByPaper(List<SignalRow> rows) =>
        rows.GroupBy(row => row.Identifier).ToDictionary(paper => paper.Key, paper => (IReadOnlyList<SignalRow>)[.. paper]);

    private static List<SignalRow> Read(SqliteDataReader rows)
    {
        var signals = new List<SignalRow>();
        while (rows.Read())
        {
            signals.Add(
                new(rows.Identifier(0), rows.GetString(1), UtcText.ParseDay(rows.GetString(2)), rows.NumberOrNull(3), rows.Time(4)));
        }

        return signals;
    }
}

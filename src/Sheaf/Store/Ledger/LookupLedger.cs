using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Ledger;

/// <summary>Every identifier that was ever asked for, and how it stands with it.</summary>
internal sealed class LookupLedger(Database database)
{
    private const string Columns =
        """
        SELECT lookup.identifier, state, reason, detail, first_asked, attempts, last_attempt, last_looked, page_last_modified,
               eprint.first_submitted, served_by, served, eprint.withdrawn, eprint.title, next_attempt
        FROM lookup LEFT JOIN eprint ON eprint.identifier = lookup.identifier
        """;

    /// <summary>Enters those that are new, as <see cref="LookupOutcome.NotYetTried"/>. The others stay as they are.</summary>
    public void Ask(IEnumerable<ArxivIdentifier> identifiers, DateTimeOffset now) =>
        database.Write(connection =>
        {
            using var ask = new Statement(
                connection,
                """
                INSERT INTO lookup (identifier, state, reason, first_asked, attempts) VALUES ($identifier, 'missing', $reason, $now, 0)
                ON CONFLICT (identifier) DO NOTHING
                """);
            foreach (var identifier in identifiers)
            {
                ask.Run(("identifier", identifier), ("reason", LookupOutcome.NotYetTried), ("now", now));
            }
        });

    /// <summary>A run means to look at these. Each is owed until one has come to it, whatever becomes of this run.</summary>
    /// <param name="identifiers">Must have been asked for.</param>
    /// <param name="now">When the run began; an earlier one's moment stays.</param>
    public void MarkOwed(IEnumerable<ArxivIdentifier> identifiers, DateTimeOffset now) => SetOwed(identifiers, now);

    /// <summary>A person has stopped the run that meant to look at these, so the service must not resume it.</summary>
    public void ClearOwed(IEnumerable<ArxivIdentifier> identifiers) => SetOwed(identifiers, null);

    /// <summary>What runs have meant to look at and did not come to, each with the moment since when.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, DateTimeOffset> Owed() =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, "SELECT identifier, owed FROM lookup WHERE owed IS NOT NULL");
            using var rows = find.Query();
            var owed = new Dictionary<ArxivIdentifier, DateTimeOffset>();
            while (rows.Read())
            {
                owed.Add(rows.Identifier(0), rows.Time(1));
            }

            return owed;
        });

    /// <summary>
    /// How many references of the lists, as they were last read, are missing for a reason that only a person can do something about.
    /// </summary>
    public int NeedingAPerson() =>
        database.Read(connection =>
        {
            using var count = new Statement(
                connection,
                """
                SELECT count(DISTINCT coalesce(curated_entry.identifier, raw))
                FROM curated_entry LEFT JOIN lookup ON lookup.identifier = curated_entry.identifier
                WHERE curated_entry.identifier IS NULL OR (state = 'missing' AND reason NOT IN ($unavailable, $untried))
                """);
            return (int)(long)count.Value(("unavailable", LookupOutcome.ArxivUnavailable), ("untried", LookupOutcome.NotYetTried))!;
        });

    private void SetOwed(IEnumerable<ArxivIdentifier> identifiers, DateTimeOffset? since) =>
        database.Write(connection =>
        {
            using var set = new Statement(
                connection,
                "UPDATE lookup SET owed = CASE WHEN $since IS NULL THEN NULL ELSE coalesce(owed, $since) END "
                + "WHERE identifier = $identifier");
            foreach (var identifier in identifiers)
            {
                set.Run(("since", since), ("identifier", identifier));
            }
        });

    /// <summary>
    /// A look at this identifier failed. If it was fetched before it stays fetched, with the reason beside it, unless arXiv now says that
    /// it has no such e-print (<see cref="LookupOutcome.NotFound"/>, <see cref="LookupOutcome.Deleted"/>): then it is asked for again after
    /// a pause that grows with each such answer.
    /// </summary>
    /// <param name="identifier">Need not have been asked for.</param>
    /// <param name="reason">One of <see cref="LookupOutcome"/>.</param>
    /// <param name="detail">The reason in words; null where there is nothing to add.</param>
    /// <param name="attempted">When it failed.</param>
    public void Miss(ArxivIdentifier identifier, string reason, string? detail, DateTimeOffset attempted) =>
        database.Write(connection =>
        {
            using var miss = new Statement(
                connection,
                """
                INSERT INTO lookup (identifier, state, reason, detail, first_asked, attempts, last_attempt, next_attempt, owed)
                VALUES (
                    $identifier, 'missing', $reason, $detail, $attempted, 1, $attempted, $next,
                    CASE WHEN $reason = 'arxiv-unavailable' THEN $attempted END)
                ON CONFLICT (identifier) DO UPDATE SET
                    state = CASE WHEN excluded.reason IN ('not-found', 'deleted') THEN 'missing' ELSE state END,
                    reason = excluded.reason,
                    detail = excluded.detail,
                    attempts = attempts + 1,
                    last_attempt = excluded.last_attempt,
                    next_attempt = excluded.next_attempt,
                    owed = CASE WHEN excluded.reason = 'arxiv-unavailable' THEN coalesce(owed, excluded.owed) END
                """);
            miss.Run(
                ("identifier", identifier), ("reason", reason), ("detail", detail), ("attempted", attempted),
                ("next", RetrySchedule.Next(Find(connection, identifier), reason, attempted)));
        });

    /// <summary>The last look at this identifier failed for another reason than was entered for it.</summary>
    /// <param name="identifier">Must have been looked at.</param>
    /// <param name="reason">One of <see cref="LookupOutcome"/>.</param>
    /// <param name="detail">The reason in words.</param>
    public void Correct(ArxivIdentifier identifier, string reason, string detail) =>
        database.Write(connection =>
        {
            using var correct = new Statement(
                connection,
                """
                UPDATE lookup
                SET reason = $reason, detail = $detail, owed = CASE WHEN $reason = 'arxiv-unavailable' THEN coalesce(owed, last_attempt) END
                WHERE identifier = $identifier
                """);
            correct.Run(("reason", reason), ("detail", detail), ("identifier", identifier));
        });

    /// <summary>
    /// Another interface than its page has told of this e-print. It counts as fetched, and stays due: why its page was not read stays
    /// beside it.
    /// </summary>
    /// <param name="identifier">Must have been asked for.</param>
    /// <param name="source"><c>atom</c> or <c>oai</c>.</param>
    /// <param name="served">When it told.</param>
    public void Serve(ArxivIdentifier identifier, string source, DateTimeOffset served) =>
        database.Write(connection =>
        {
            using var serve = new Statement(
                connection,
                """
                UPDATE lookup SET state = 'fetched', served_by = $source, served = $served, next_attempt = NULL, owed = NULL
                WHERE identifier = $identifier
                """);
            serve.Run(("source", source), ("served", served), ("identifier", identifier));
        });

    /// <summary>Those of them that were ever asked for.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, LedgerEntry> Find(IReadOnlyCollection<ArxivIdentifier> identifiers) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, Columns + " WHERE lookup.identifier = $identifier");
            return identifiers.Distinct().SelectMany(identifier => Entries(find.Query(("identifier", identifier))))
                .ToDictionary(entry => entry.Identifier);
        });

    /// <summary>How it stands with each of these papers, whether it was ever asked for or not.</summary>
    /// <param name="identifiers">Canonical.</param>
    public IReadOnlyDictionary<string, PaperStanding> Standings(IEnumerable<string> identifiers) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                """
                SELECT lookup.state, lookup.reason, lookup.last_attempt, lookup.served,
                       substr(eprint.first_submitted, 1, 7), eprint.withdrawn, lookup.detail, lookup.attempts, lookup.next_attempt,
                           lookup.last_looked
                FROM (SELECT $identifier AS identifier) AS asked
                LEFT JOIN lookup ON lookup.identifier = asked.identifier
                LEFT JOIN eprint ON eprint.identifier = asked.identifier
                """);
            return identifiers.Distinct().ToDictionary(identifier => identifier, identifier => Standing(find, identifier));
        });

    /// <summary>Ordered by identifier; read while they are enumerated, all as they were when that began.</summary>
    public IEnumerable<LedgerEntry> All() => database.Stream(All);

    /// <summary>Its page was read.</summary>
    internal static void Looked(SqliteConnection connection, ArxivIdentifier identifier, string? lastModified, DateTimeOffset looked)
    {
        using var settle = new Statement(
            connection,
            """
            INSERT INTO lookup (identifier, state, first_asked, attempts, last_attempt, last_looked, page_last_modified, served_by, served)
            VALUES ($identifier, 'fetched', $looked, 1, $looked, $looked, $last_modified, 'page', $looked)
            ON CONFLICT (identifier) DO UPDATE SET
                state = 'fetched',
                reason = NULL,
                detail = NULL,
                attempts = attempts + 1,
                last_attempt = excluded.last_attempt,
                last_looked = excluded.last_looked,
                page_last_modified = excluded.page_last_modified,
                served_by = excluded.served_by,
                served = excluded.served,
                next_attempt = NULL,
                owed = NULL
            """);
        settle.Run(("identifier", identifier), ("looked", looked), ("last_modified", lastModified));
    }

    /// <summary>Its page was asked for and is as it was.</summary>
    /// <exception cref="InvalidOperationException">Its page has never been read.</exception>
    internal static void LookedUnchanged(SqliteConnection connection, ArxivIdentifier identifier, DateTimeOffset looked)
    {
        using var settle = new Statement(
            connection,
            """
            UPDATE lookup
            SET state = 'fetched', reason = NULL, detail = NULL, attempts = attempts + 1, last_attempt = $looked, last_looked = $looked,
                served_by = 'page', served = $looked, next_attempt = NULL, owed = NULL
            WHERE identifier = $identifier AND last_looked IS NOT NULL
            """);
        if (settle.Run(("looked", looked), ("identifier", identifier)) == 0)
        {
            throw new InvalidOperationException($"The page of {identifier} cannot be unchanged: it has never been read.");
        }
    }

    private static PaperStanding Standing(Statement find, string identifier)
    {
        using var row = find.Query(("identifier", identifier));
        row.Read();
        return new PaperStanding
        {
            Identifier = identifier,
            Fetched = row.TextOrNull(0) == LookupOutcome.Fetched,
            Reason = row.TextOrNull(1),
            LastAttempt = row.TextOrNull(2),
            Served = row.TextOrNull(3),
            Month = row.TextOrNull(4),
            Withdrawn = row.NumberOrNull(5) == 1,
            Detail = row.TextOrNull(6),
            Attempts = row.NumberOrNull(7) ?? 0,
            NextAttempt = row.TextOrNull(8),
            LastLooked = row.TextOrNull(9),
        };
    }

    private static LedgerEntry? Find(SqliteConnection connection, ArxivIdentifier identifier)
    {
        using var find = new Statement(connection, Columns + " WHERE lookup.identifier = $identifier");
        return Entries(find.Query(("identifier", identifier))).FirstOrDefault();
    }

    private static IEnumerable<LedgerEntry> All(SqliteConnection connection)
    {
        using var all = new Statement(connection, Columns + " ORDER BY lookup.identifier");
        foreach (var entry in Entries(all.Query()))
        {
            yield return entry;
        }
    }

    private static IEnumerable<LedgerEntry> Entries(SqliteDataReader rows)
    {
        using (rows)
        {
            while (rows.Read())
            {
                yield return new LedgerEntry
                {
                    Identifier = rows.Identifier(0),
                    Fetched = rows.GetString(1) == LookupOutcome.Fetched,
                    Reason = rows.TextOrNull(2),
                    Detail = rows.TextOrNull(3),
                    FirstAsked = rows.Time(4),
                    Attempts = rows.GetInt32(5),
                    LastAttempt = rows.TimeOrNull(6),
                    LastLooked = rows.TimeOrNull(7),
                    PageLastModified = rows.TextOrNull(8),
                    FirstSubmitted = rows.TimeOrNull(9),
                    ServedBy = rows.TextOrNull(10),
                    Served = rows.TimeOrNull(11),
                    Withdrawn = rows.NumberOrNull(12) == 1,
                    Title = rows.TextOrNull(13),
                    NextAttempt = rows.TimeOrNull(14),
                };
            }
        }
    }
}

/// <summary>When a paper that arXiv said it lacks is asked for again: after a day, after a week, then every 30 days.</summary>
internal static class RetrySchedule
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan First = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromDays(7);

    /// <param name="before">How it stood with the paper before this answer.</param>
    /// <param name="reason">One of <see cref="LookupOutcome"/>, of this answer.</param>
    /// <param name="now">When it came.</param>
    /// <returns>Not before this moment; null where the answer says nothing of when.</returns>
    public static DateTimeOffset? Next(LedgerEntry? before, string reason, DateTimeOffset now) => reason switch
    {
        // One look at it: the page does not know the paper, and then the other interfaces take it for no identifier at all.
        LookupOutcome.Malformed when before is { Reason: LookupOutcome.NotFound, NextAttempt: { } same } => same,
        LookupOutcome.NotFound or LookupOutcome.Malformed => now + After(before),
        _ => null,
    };

    private static TimeSpan After(LedgerEntry? before) =>
        before is not { NextAttempt: { } next, LastAttempt: { } last } ? First
        : next - last < Second ? Second
        : Longest;
}

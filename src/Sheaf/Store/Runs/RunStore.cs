using Microsoft.Data.Sqlite;
using Sheaf.Files;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;

namespace Sheaf.Store.Runs;

/// <summary>The log of runs, and what each achieved.</summary>
internal sealed class RunStore(Database database)
{
    /// <summary>What each run achieved, reference by reference, is kept for so long; the run itself stays.</summary>
    private static readonly TimeSpan OutcomesKept = TimeSpan.FromDays(366);

    private readonly RunLocks _locks = new(database.File);
    private readonly Dictionary<long, FileStream> _underWay = [];

    /// <summary>Whether any process is in the middle of a run. It is known from locks that die with their process.</summary>
    public bool IsAnyUnderWay() => _locks.AnyHeld();

    /// <summary>Enters a run and gives its number. It is under way until <see cref="Finish"/>, or the end of this process.</summary>
    public long Start(string command, DateTimeOffset started)
    {
        var alive = _locks.Take();
        try
        {
            var run = Enter(command, started);
            lock (_underWay)
            {
                _underWay.Add(run, alive);
            }

            return run;
        }
        catch
        {
            alive.Dispose();
            throw;
        }
    }

    private long Enter(string command, DateTimeOffset started) =>
        database.Write(connection =>
        {
            using var forget = new Statement(
                connection,
                "DELETE FROM run_outcome WHERE run < coalesce((SELECT min(id) FROM run WHERE started >= $limit), "
                + "(SELECT max(id) + 1 FROM run))");
            forget.Run(("limit", started - OutcomesKept));
            using var start = new Statement(connection, "INSERT INTO run (command, started) VALUES ($command, $started) RETURNING id");
            return (long)start.Value(("command", command), ("started", started))!;
        });

    /// <summary>
    /// What the run achieved, reference by reference, in one transaction; said again of a reference, it replaces what was said before.
    /// </summary>
    public void Record(long run, IEnumerable<RunOutcome> outcomes) =>
        database.Write(connection =>
        {
            using var record = new Statement(
                connection,
                """
                INSERT INTO run_outcome (run, reference, outcome, reason) VALUES ($run, $reference, $outcome, $reason)
                ON CONFLICT (run, reference) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason
                """);
            foreach (var outcome in outcomes)
            {
                record.Run(("run", run), ("reference", outcome.Reference), ("outcome", outcome.Outcome), ("reason", outcome.Reason));
            }
        });

    /// <summary>The run waits for arXiv until then; null: it goes on.</summary>
    public void Waiting(long run, DateTimeOffset? until) =>
        database.Write(connection =>
        {
            using var wait = new Statement(connection, "UPDATE run SET waiting_until = $until WHERE id = $run");
            wait.Run(("until", until), ("run", run));
        });

    /// <summary>The run has ended: it is no longer under way, whether that can be written down or not.</summary>
    public void Finish(long run, RunResult result)
    {
        lock (_underWay)
        {
            if (_underWay.Remove(run, out var alive))
            {
                alive.Dispose();
            }
        }

        Write(run, result);
    }

    private void Write(long run, RunResult result) =>
        database.Write(connection =>
        {
            using var finish = new Statement(
                connection,
                """
                UPDATE run
                SET finished = $finished, asked = $asked, fetched = $fetched, unchanged = $unchanged, missing = $missing,
                    requests_atom = $requests_atom, requests_page = $requests_page, requests_oai = $requests_oai,
                    exit = $exit, error = $error, waiting_until = NULL
                WHERE id = $run
                """);
            finish.Run(
                ("finished", result.Finished), ("asked", result.Asked), ("fetched", result.Fetched), ("unchanged", result.Unchanged),
                ("missing", result.Missing), ("requests_atom", result.AtomRequests), ("requests_page", result.PageRequests),
                ("requests_oai", result.OaiRequests), ("exit", result.Exit), ("error", result.Error), ("run", run));
        });

    /// <summary>The run that was started last; null before the first.</summary>
    public RunRow? Last() => Latest(1) is [var last] ? last : null;

    /// <summary>The runs that were started last, the latest first.</summary>
    public IReadOnlyList<RunRow> Latest(int most) =>
        database.Read(connection =>
        {
            using var latest = new Statement(
                connection,
                """
                SELECT id, command, started, waiting_until, finished, asked, fetched, unchanged, missing,
                       requests_atom, requests_page, requests_oai, exit, error
                FROM run ORDER BY id DESC LIMIT $most
                """);
            using var rows = latest.Query(("most", most));
            var runs = new List<RunRow>();
            while (rows.Read())
            {
                runs.Add(Row(rows));
            }

            return runs;
        });

    /// <summary>Runs that reached arXiv, or found nothing to ask it; drafts that asked for nothing say nothing of arXiv.</summary>
    private const string Good =
        "exit IN (0, 1) AND (requests_atom + requests_page + requests_oai > 0 OR command NOT LIKE 'draft %')";

    /// <summary>When a run last came to its good end; null: none ever has.</summary>
    public DateTimeOffset? LastSuccess() =>
        database.Read(connection =>
        {
            using var last = new Statement(connection, $"SELECT finished FROM run WHERE {Good} ORDER BY id DESC LIMIT 1");
            using var rows = last.Query();
            return rows.Read() ? rows.TimeOrNull(0) : (DateTimeOffset?)null;
        });

    /// <summary>How many runs since the last good one arXiv refused or a failure ended, and when the latest of them ended.</summary>
    public (int Count, DateTimeOffset? Last) FailuresSinceSuccess() =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                $"SELECT count(*), max(finished) FROM run WHERE exit IN ($refused, $failed) AND id > (SELECT coalesce(max(id), 0) FROM "
                + $"run WHERE {Good})");
            using var rows = find.Query(("refused", (int)ExitCode.Unavailable), ("failed", (int)ExitCode.Failed));
            rows.Read();
            return (rows.GetInt32(0), rows.TimeOrNull(1));
        });

    /// <summary>Whether arXiv has refused a run since the last good one.</summary>
    public bool IsRefusedSinceSuccess() =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection, $"SELECT count(*) FROM run WHERE exit = $refused AND id > (SELECT coalesce(max(id), 0) FROM run WHERE {Good})");
            return (long)find.Value(("refused", (int)ExitCode.Unavailable))! > 0;
        });

    /// <summary>What a run achieved, by reference.</summary>
    public IReadOnlyList<RunOutcome> Outcomes(long run) =>
        database.Read(connection =>
        {
            using var outcomes = new Statement(
                connection, "SELECT reference, outcome, reason FROM run_outcome WHERE run = $run ORDER BY reference");
            using var rows = outcomes.Query(("run", run));
            var list = new List<RunOutcome>();
            while (rows.Read())
            {
                list.Add(new RunOutcome(rows.GetString(0), rows.GetString(1), rows.TextOrNull(2)));
            }

            return list;
        });

    private static RunRow Row(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Command = row.GetString(1),
        Started = row.Time(2),
        WaitingUntil = row.TimeOrNull(3),
        Result = row.TimeOrNull(4) is { } finished ? Result(row, finished) : null,
    };

    private static RunResult Result(SqliteDataReader row, DateTimeOffset finished) => new()
    {
        Finished = finished,
        Asked = row.GetInt32(5),
        Fetched = row.GetInt32(6),
        Unchanged = row.GetInt32(7),
        Missing = row.GetInt32(8),
        AtomRequests = row.GetInt32(9),
        PageRequests = row.GetInt32(10),
        OaiRequests = row.GetInt32(11),
        Exit = row.GetInt32(12),
        Error = row.TextOrNull(13),
    };
}

/// <summary>One run of a command that asks arXiv.</summary>
internal sealed record RunRow
{
    public required long Id { get; init; }

    public required string Command { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>While it runs, arXiv is being waited for until then; null where it is not.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Null while it runs, and for ever where it was killed.</summary>
    public RunResult? Result { get; init; }
}

/// <summary>How a run came out.</summary>
internal sealed record RunResult
{
    public required DateTimeOffset Finished { get; init; }

    public int Asked { get; init; }

    public int Fetched { get; init; }

    public int Unchanged { get; init; }

    public int Missing { get; init; }

    public int AtomRequests { get; init; }

    public int PageRequests { get; init; }

    public int OaiRequests { get; init; }

    /// <summary>The exit code, as the program answers it.</summary>
    public required int Exit { get; init; }

    /// <summary>Why the run failed, in one or two sentences; null where it did not.</summary>
    public string? Error { get; init; }
}

/// <summary>What a run achieved for one reference.</summary>
/// <param name="Reference">An identifier, or the raw text of a malformed reference.</param>
/// <param name="Outcome"><c>fetched</c>, <c>unchanged</c> or <c>missing</c>.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/> where it is missing; else null.</param>
internal sealed record RunOutcome(string Reference, string Outcome, string? Reason);

/// <summary>How far something that spans runs has come, by a name of its own.</summary>
internal sealed class Bookmarks(Database database)
{
    /// <summary>Null where it was never set.</summary>
    public string? Get(string name) =>
        database.Read(connection =>
        {
            using var get = new Statement(connection, "SELECT value FROM bookmark WHERE name = $name");
            return (string?)get.Value(("name", name));
        });

    public void Set(string name, string value) =>
        database.Write(connection => Set(connection, name, value));

    /// <summary>As <see cref="Set(string, string)"/>, in a unit of work with what the bookmark speaks of.</summary>
    internal static void Set(SqliteConnection connection, string name, string value)
    {
        using var set = new Statement(
            connection,
            """
            INSERT INTO bookmark (name, value) VALUES ($name, $value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """);
        set.Run(("name", name), ("value", value));
    }
}

/// <summary>
/// Which runs are under way: each holds a file beside the store, locked for as long as its process lives. The number of a process says
/// nothing: in a container it is the same at every start, and elsewhere numbers are used again.
/// </summary>
internal sealed class RunLocks(string store)
{
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, ".runs");

    /// <summary>Shows that a run is under way, until it is disposed of or the process ends.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public FileStream Take()
    {
        Directory.CreateDirectory(_folder);
        while (true)
        {
            var name = Path.Combine(_folder, $"{Path.GetRandomFileName()}.lock");
            if (FileLock.TryTake(name, FileMode.CreateNew, FileOptions.DeleteOnClose) is { } taken)
            {
                return taken;
            }
        }
    }

    /// <summary>Whether any process holds one. What dead ones have left is taken away.</summary>
    public bool AnyHeld()
    {
        var held = false;
        foreach (var file in Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.lock") : [])
        {
            try
            {
                using var free = FileLock.TryTake(file, FileMode.Open, FileOptions.DeleteOnClose);
                held |= free is null;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It has just ended; or it is of a run of another user, which may be under way.
                held |= failure is not FileNotFoundException;
            }
        }

        return held;
    }
}
